/** A fetch whose answers a test writes line by line, as `POST /lab/load` does. */

/** One answer; its request is at hand. */
export class ScriptedLoad {
	readonly order: unknown;
	readonly url: string;
	readonly signal: AbortSignal | null;
	#controller: ReadableStreamDefaultController<Uint8Array> | null = null;
	#answer: (response: Response) => void = () => undefined;
	#fail: (error: unknown) => void = () => undefined;
	readonly response: Promise<Response>;

	constructor(url: string, init: RequestInit) {
		this.url = url;
		this.order = JSON.parse(String(init.body));
		this.signal = init.signal ?? null;
		this.response = new Promise((resolve, reject) => {
			this.#answer = resolve;
			this.#fail = reject;
		});
		this.signal?.addEventListener('abort', () => this.cut(this.signal?.reason));
	}

	refuse(status: number, text: string): void {
		const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
		this.#answer(new Response(text, { status, headers }));
	}

	/** Each message in a line of its own. */
	say(...messages: readonly object[]): void {
		this.write(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
	}

	/** Text as it is. */
	write(text: string): void {
		this.#open().enqueue(new TextEncoder().encode(text));
	}

	end(): void {
		this.#open().close();
	}

	/** The connection is lost. */
	cut(error: unknown = new TypeError('network error')): void {
		this.#fail(error);
		this.#controller?.error(error);
	}

	#open(): ReadableStreamDefaultController<Uint8Array> {
		if (this.#controller) return this.#controller;
		const body = new ReadableStream<Uint8Array>({
			start: (controller) => void (this.#controller = controller)
		});
		this.#answer(new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } }));
		if (!this.#controller) throw new TypeError('the stream has not begun');
		return this.#controller;
	}
}

/** Its requests, in order. */
export function scriptFetch(): { readonly asked: ScriptedLoad[]; readonly fetch: typeof fetch } {
	const asked: ScriptedLoad[] = [];
	const scripted = (url: RequestInfo | URL, init: RequestInit = {}) => {
		const load = new ScriptedLoad(String(url), init);
		asked.push(load);
		return load.response;
	};
	return { asked, fetch: scripted };
}
