/**
 * The page's sockets for tests without a server: the lab channel answers by itself as the server
 * does, until it is lost; what the server records is sent when the test says so.
 */
import { encodeBatch, type ChannelEvent } from '#lib/channel/batch.ts';
import { CHANNEL_SUBPROTOCOL, type ChannelCommand } from '#lib/channel/messages.ts';

export const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA';
const WELCOME = {
	type: 'welcome',
	token: TOKEN,
	startedAt: '2026-11-20T12:00:00.000Z',
	time: 1000,
	terms: {
		maxMessageBytes: 4096,
		runs: { maxBytes: 4096, maxWrites: 64, maxSeconds: 10 },
		hasRawServer: true,
		hasTls: true,
		addresses: [],
		hasLoad: false
	}
};

/** Session time of every answer and event, µs: before anything the page's clock says. */
const TIME = 2000;

export class ScriptedSocket extends EventTarget {
	static all: ScriptedSocket[] = [];
	static isReachable = true;
	/** Commands but those for the clock, in order. */
	static commands: ChannelCommand[] = [];
	/** Error codes that the next command of a type gets instead of its result. */
	static refusals = new Map<string, string>();
	/** Events that overtake the next reply. */
	static early: ChannelEvent[] = [];
	static #connections = 0;

	readonly url: string;
	readonly protocols: readonly string[];
	readyState = 0;
	protocol = '';
	extensions = '';
	bufferedAmount = 0;
	binaryType = 'arraybuffer';
	#seq = 0;

	static reset(): void {
		ScriptedSocket.all = [];
		ScriptedSocket.isReachable = true;
		ScriptedSocket.commands = [];
		ScriptedSocket.refusals.clear();
		ScriptedSocket.early = [];
		ScriptedSocket.#connections = 0;
	}

	/** The lab channel in use. */
	static get channel(): ScriptedSocket {
		const channel = ScriptedSocket.all.findLast(({ isChannel }) => isChannel);
		if (!channel) throw new Error('no channel has been opened');
		return channel;
	}

	constructor(url: string, protocols: readonly string[] = []) {
		super();
		this.url = url;
		this.protocols = protocols;
		ScriptedSocket.all.push(this);
		queueMicrotask(() => (ScriptedSocket.isReachable ? this.#open() : this.drop()));
	}

	get isChannel(): boolean {
		return this.url.includes('/lab/channel');
	}

	send(text: string): void {
		if (!this.isChannel) return;
		const message = JSON.parse(text) as ChannelCommand | { type: 'hello' | 'ack' };
		if (message.type === 'hello') this.#answer(() => WELCOME);
		else if (message.type === 'clock') this.#reply(message.id, { serverTime: TIME });
		else if ('id' in message) this.#carryOut(message);
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

	/** Tells the page what the server has recorded; a run's events, for example. */
	record(...events: readonly ChannelEvent[]): void {
		const bytes = encodeBatch(++this.#seq, 0, 2 ** 52, events);
		this.dispatchEvent(new MessageEvent('message', { data: bytes.slice().buffer }));
	}

	/** Handlers are told as listeners are. */
	override dispatchEvent(event: Event): boolean {
		const handler: unknown = Reflect.get(this, `on${event.type}`);
		if (typeof handler === 'function') handler.call(this, event);
		return super.dispatchEvent(event);
	}

	#open(): void {
		this.readyState = 1;
		this.protocol = this.isChannel ? CHANNEL_SUBPROTOCOL : '';
		this.dispatchEvent(new Event('open'));
	}

	#carryOut(command: ChannelCommand): void {
		ScriptedSocket.commands.push(command);
		const code = ScriptedSocket.refusals.get(command.type);
		if (code !== undefined) this.#refuse(command.id, code);
		else this.#reply(command.id, this.#resultOf(command));
	}

	#resultOf(command: ChannelCommand): object {
		const { type } = command;
		if (type === 'open-stream') {
			const stream = ++ScriptedSocket.#connections;
			const lanes = command.lanes.map((_, at) => ({ lane: at + 1, key: TOKEN }));
			const login = command.source.kind === 'login' ? { id: TOKEN, expiresIn: 120_000 } : null;
			return { stream, lanes, login };
		}
		if (type === 'add-lane') return { lane: 1 + ++ScriptedSocket.#connections, key: TOKEN };
		const isDialled = type === 'raw-client';
		if (!isDialled && type !== 'observe' && type !== 'raw-server') return {};
		const connection = ++ScriptedSocket.#connections;
		if (!isDialled) return { ticket: TOKEN, connection };
		const isDirect = command.way.kind === 'direct';
		return { connection, second: isDirect ? null : ++ScriptedSocket.#connections };
	}

	#refuse(id: number, code: string): void {
		this.#answer(() => {
			const seq = ++this.#seq;
			return { type: 'error', seq, until: TIME, id, code, message: code };
		});
	}

	#reply(id: number, result: object): void {
		this.#answer(() => {
			const early = ScriptedSocket.early.splice(0);
			if (early.length > 0) this.record(...early);
			return { type: 'reply', seq: ++this.#seq, until: TIME, id, result };
		});
	}

	/** Numbered when it is sent: what is recorded may come before. */
	#answer(write: () => object): void {
		queueMicrotask(() =>
			this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(write()) }))
		);
	}
}

/** For a session's options. */
export const ScriptedWebSocket = ScriptedSocket as unknown as typeof WebSocket;
