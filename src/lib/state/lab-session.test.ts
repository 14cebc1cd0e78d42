import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CHANNEL_SUBPROTOCOL } from '#lib/channel/messages.ts';
import { LabSession } from './lab-session.svelte.ts';

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA';
const WELCOME = {
	type: 'welcome',
	token: TOKEN,
	startedAt: '2026-11-20T12:00:00.000Z',
	time: 1000,
	terms: {
		maxMessageBytes: 4096,
		runs: { maxBytes: 4096, maxWrites: 64, maxSeconds: 10 },
		hasRawServer: true
	}
};

/** The page's sockets: the lab channel answers by itself as the server does, until it is lost. */
class ScriptedSocket extends EventTarget {
	static all: ScriptedSocket[] = [];
	static isReachable = true;
	readonly url: string;
	readyState = 0;
	protocol = '';
	extensions = '';
	bufferedAmount = 0;
	binaryType = 'arraybuffer';
	#seq = 0;

	constructor(url: string) {
		super();
		this.url = url;
		ScriptedSocket.all.push(this);
		queueMicrotask(() => (ScriptedSocket.isReachable ? this.#open() : this.drop()));
	}

	send(text: string): void {
		if (!this.url.includes('/lab/channel')) return;
		const { type, id } = JSON.parse(text) as { type: string; id: number };
		if (type === 'hello') this.#answer(WELCOME);
		if (type === 'observe') this.#reply(id, { ticket: TOKEN, connection: 1 });
		if (type === 'clock') this.#reply(id, { serverTime: 2000 });
	}

	close(): void {
		this.readyState = 2;
	}

	drop(): void {
		this.readyState = 3;
		this.dispatchEvent(
			Object.assign(new Event('close'), { code: 1006, reason: '', wasClean: false })
		);
	}

	/** Handlers are told as listeners are. */
	override dispatchEvent(event: Event): boolean {
		const handler: unknown = Reflect.get(this, `on${event.type}`);
		if (typeof handler === 'function') handler.call(this, event);
		return super.dispatchEvent(event);
	}

	#open(): void {
		this.readyState = 1;
		this.protocol = this.url.includes('/lab/channel') ? CHANNEL_SUBPROTOCOL : '';
		this.dispatchEvent(new Event('open'));
	}

	#reply(id: number, result: object): void {
		this.#answer({ type: 'reply', seq: ++this.#seq, until: 2000, id, result });
	}

	#answer(message: object): void {
		queueMicrotask(() =>
			this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
		);
	}
}

beforeEach(() => {
	ScriptedSocket.all = [];
	ScriptedSocket.isReachable = true;
	vi.stubGlobal('requestAnimationFrame', () => 0);
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function connect() {
	const session = new LabSession('ws://localhost/lab/channel', {
		WebSocket: ScriptedSocket as unknown as typeof WebSocket
	});
	session.open();
	const outcome = await session.connect({ url: 'ws://localhost/ws/echo', protocols: [] });
	if (outcome.kind !== 'connecting') throw new Error(`the session said ${outcome.kind}`);
	const told = () =>
		outcome.connection.capture.recording.events.flatMap((event) =>
			event.kind === 'page' ? [event.told.name] : []
		);
	return { session, told };
}

it('the ticket goes into the URL that the browser opens, and not into the one that is shown', async () => {
	await connect();
	expect(ScriptedSocket.all.at(-1)?.url).toBe(`ws://localhost/ws/echo?ticket=${TOKEN}`);
});

it('knows from the server how long a message may be', async () => {
	expect((await connect()).session.terms?.maxMessageBytes).toBe(4096);
});

it('shows what the page was told by its own clock once a lost session can no more be resumed', async () => {
	const { session, told } = await connect();
	ScriptedSocket.isReachable = false;
	for (const socket of ScriptedSocket.all) socket.drop();
	await vi.advanceTimersByTimeAsync(20_000);
	expect([session.status, told().includes('close')]).toEqual(['lost', false]);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(told()).toContain('close');
	session.close();
});
