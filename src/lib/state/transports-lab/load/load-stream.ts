/**
 * One load run, followed from here: `POST /lab/load`, and its answer line by line (NDJSON) while
 * the server writes it. Faults are data: the page says them in words.
 */
import {
	LOAD_PATH,
	readLoadLine,
	type LoadFailure,
	type LoadMessage,
	type LoadOrder,
	type LoadResult
} from '#lib/transports/measure/load-report.ts';

/** A line of a run is some hundred bytes. */
const LONGEST_LINE = 65_536;
const LONGEST_TEXT = 2_000;

export type LoadFaultCode =
	| LoadFailure
	/** 403: its operator does not allow load runs. */
	| 'switched-off'
	/** 403: the server takes this page for one of another origin. */
	| 'foreign-origin'
	/** 409. */
	| 'busy'
	/** Another status. */
	| 'refused'
	/** No answer at all. */
	| 'unreachable'
	/** The answer ended in the middle. */
	| 'cut'
	/** It is no load run's. */
	| 'bad-answer';

export interface LoadFault {
	readonly code: LoadFaultCode;
	/** Null where there was no answer, or it was 200. */
	readonly status: number | null;
	/** The server's own words, in English; '' where it said nothing. */
	readonly text: string;
}

export type LoadOutcome =
	| { readonly kind: 'done'; readonly result: LoadResult }
	| { readonly kind: 'fault'; readonly fault: LoadFault }
	| { readonly kind: 'cancelled' };

export interface LoadStreamOptions {
	/** `http://host:port` of the lab server. */
	readonly origin: string;
	readonly fetch: typeof fetch;
	readonly signal: AbortSignal;
	/** What the server reports on the way. */
	onmessage(message: LoadMessage): void;
}

/** Never rejects. */
export async function followLoad(
	order: LoadOrder,
	options: LoadStreamOptions
): Promise<LoadOutcome> {
	let response: Response | null = null;
	try {
		response = await options.fetch(options.origin + LOAD_PATH, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(order),
			signal: options.signal
		});
		if (!response.ok) return failed(...(await readRefusal(response)));
		return await readRun(response, options);
	} catch {
		if (options.signal.aborted) return { kind: 'cancelled' };
		return failed(response ? 'cut' : 'unreachable', null, '');
	}
}

async function readRun(response: Response, options: LoadStreamOptions): Promise<LoadOutcome> {
	for await (const line of linesOf(response.body)) {
		const message = line === null ? null : readLoadLine(line);
		if (!message) return failed('bad-answer', null, '');
		if (message.phase === 'done') return { kind: 'done', result: message.result };
		if (message.phase === 'failed') return failed(message.reason, null, message.text);
		options.onmessage(message);
	}
	return failed('cut', null, '');
}

/** Each line as it comes; null instead of one that is too long, and nothing after it. */
async function* linesOf(body: Response['body']): AsyncGenerator<string | null> {
	const reader = body?.getReader();
	const decoder = new TextDecoder();
	let rest = '';
	try {
		for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
			const lines = (rest + decoder.decode(read.value, { stream: true })).split('\n');
			rest = lines.pop() ?? '';
			yield* lines;
			if (rest.length > LONGEST_LINE) return yield null;
		}
		if (rest !== '') yield rest;
	} finally {
		// Where it was left early, the server's run ends with it.
		await reader?.cancel().catch(() => undefined);
	}
}

async function readRefusal(response: Response): Promise<[LoadFaultCode, number, string]> {
	const { status } = response;
	const type = response.headers.get('content-type') ?? '';
	const isText = type.startsWith('text/plain');
	const text = isText ? (await response.text()).trim().slice(0, LONGEST_TEXT) : '';
	if (status === 403) {
		return [text.includes('ALLOW_LOAD') ? 'switched-off' : 'foreign-origin', status, text];
	}
	if (status === 409) return ['busy', status, text];
	return [status === 503 ? 'closing' : 'refused', status, text];
}

function failed(code: LoadFaultCode, status: number | null, text: string): LoadOutcome {
	return { kind: 'fault', fault: { code, status, text } };
}
