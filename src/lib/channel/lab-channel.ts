/**
 * The page's end of the lab channel: opens it, resumes it after a loss, hands over recorded events
 * in order, and sends commands. Nothing is lost and nothing comes twice, in either direction, as
 * long as the server keeps the session (30 s after a loss).
 *
 * Free of its surroundings: WebSocket, clock, chance and timers are parameters.
 */
import { backoffDelay, type BackoffPace } from './backoff.ts';
import { decodeBatch, type ChannelEvent } from './batch.ts';
import { SessionClock, type ClockEstimate } from './clock.ts';
import {
	answerSchema,
	CHANNEL_CLOSE,
	CHANNEL_SUBPROTOCOL,
	CHANNEL_VERSION,
	readMessage,
	type ChannelAnswer,
	type Command,
	type CommandResult,
	type ServerTerms
} from './messages.ts';
import { ChannelError, PendingCommands } from './pending-commands.ts';
import { Timers, type TimerFunctions } from './timers.ts';

/** `lost`: opened again by itself. `refused`: the server said no. `closed`: over until `open()`. */
export type ChannelStatus = 'connecting' | 'open' | 'lost' | 'refused' | 'closed';

/** A session that the server has made for this page. */
export interface ChannelSession {
	/** Wall clock when its recording began, ISO 8601. */
	readonly startedAt: string;
	/** µs since then, when the server answered. */
	readonly time: number;
	readonly terms: ServerTerms;
	/** The session before it is gone, with what the page had not received of it. */
	readonly isReplacement: boolean;
}

export interface ChannelPace extends BackoffPace {
	/** ms until received messages are acknowledged. */
	readonly ack: number;
	/** ms between two looks at the server's clock, which also show that the server is there. */
	readonly clock: number;
	/** ms until such a look where the page waits for it. */
	readonly hurry: number;
	/** ms until the next look after one that the server refused: it has too much to do. */
	readonly refused: number;
	/** ms without an answer after which the channel counts as lost. */
	readonly silence: number;
}

export interface LabChannelOptions extends Partial<TimerFunctions> {
	readonly url: string;
	readonly WebSocket?: typeof WebSocket;
	/** The page's clock in milliseconds; `performance.now` by default. */
	readonly now?: () => number;
	/** Chance in [0, 1) for the delays. */
	readonly random?: () => number;
	readonly pace?: Partial<ChannelPace>;
	/**
	 * Events in order, and the time (µs) up to which the recording is complete. Called without
	 * events where only that time has moved.
	 */
	readonly onEvents: (events: readonly ChannelEvent[], until: number) => void;
	/** The reason is an error code of the server, `replaced`, `idle`, or null. */
	readonly onStatus?: (status: ChannelStatus, reason: string | null) => void;
	readonly onSession?: (session: ChannelSession) => void;
	readonly onClock?: (clock: ClockEstimate) => void;
}

const PACE: ChannelPace = {
	first: 250,
	most: 15_000,
	ack: 200,
	clock: 10_000,
	hurry: 50,
	refused: 250,
	silence: 10_000
};
/** Received bytes that are acknowledged at once. */
const ACK_BYTES = 2 ** 18;

type Timer = 'retry' | 'ack' | 'clock' | 'silence';

export class LabChannel {
	readonly #options: Required<Omit<LabChannelOptions, 'pace'>> & { readonly pace: ChannelPace };
	readonly #commands = new PendingCommands();
	readonly #timers: Timers<Timer>;
	readonly #clock: SessionClock;
	#socket: WebSocket | null = null;
	#status: ChannelStatus = 'closed';
	#token: string | null = null;
	#hadSession = false;
	#attempt = 0;
	#received = 0;
	#acknowledged = 0;
	#unacknowledgedBytes = 0;
	#isRefused = false;
	#isHurried = false;
	/** µs of the page's clock. */
	#greetedAt = 0;

	constructor(options: LabChannelOptions) {
		this.#options = {
			WebSocket: globalThis.WebSocket,
			now: () => performance.now(),
			random: cryptoRandom,
			setTimeout: (run, ms) => globalThis.setTimeout(run, ms),
			clearTimeout: (timer) => globalThis.clearTimeout(timer as number),
			onStatus: () => undefined,
			onSession: () => undefined,
			onClock: () => undefined,
			...options,
			pace: { ...PACE, ...options.pace }
		};
		this.#timers = new Timers(this.#options);
		this.#clock = new SessionClock(this.#options.now);
	}

	get status(): ChannelStatus {
		return this.#status;
	}

	/** The session's clock: µs = page clock in µs + offset, within ± error; null until it is known. */
	get clock(): ClockEstimate | null {
		return this.#clock.estimate;
	}

	/** Opens the channel; it stays open, or returns, until `close` is called. */
	open(): void {
		if (this.#status !== 'closed') return;
		this.#setStatus('connecting', null);
		this.#dial();
	}

	/** Ends the session; the server frees all it holds. Commands without a reply fail. */
	close(): void {
		const socket = this.#socket;
		this.#finish(null);
		socket?.close(1000);
	}

	/** Opens a lost channel now instead of after its delay, and a closed one anew. */
	retry(): void {
		if (this.#timers.has('retry')) this.#dial();
		else this.open();
	}

	/** Asks soon up to when the recording is complete: the page waits for it to pass this moment. */
	hurry(): void {
		if (this.#isHurried) return;
		this.#isHurried = true;
		if (this.#timers.has('clock')) this.#askTimeIn(this.#options.pace.hurry);
	}

	/**
	 * Has the server do something, once, however often the channel is lost on the way. Fails with
	 * a `ChannelError` where the server refuses, or the session is lost.
	 */
	command<C extends Command>(command: C): Promise<CommandResult<C['type']>> {
		if (this.#status === 'closed') return Promise.reject(new ChannelError('closed'));
		const { text, result } = this.#commands.add(command);
		if (this.#status === 'open' && text !== '') this.#socket?.send(text);
		return result;
	}

	#dial(): void {
		this.#timers.stop('retry');
		this.#isRefused = false;
		const socket = new this.#options.WebSocket(this.#options.url, [CHANNEL_SUBPROTOCOL]);
		this.#socket = socket;
		socket.binaryType = 'arraybuffer';
		socket.onopen = () => this.#greet();
		socket.onmessage = ({ data }) => {
			if (this.#socket === socket) this.#receive(data);
		};
		socket.onclose = ({ code }) => {
			if (this.#socket === socket) this.#lose(code);
		};
		// 'close' follows and tells more.
		socket.onerror = () => undefined;
		this.#listen();
	}

	#greet(): void {
		this.#greetedAt = this.#clock.read();
		const token = this.#token;
		const opening =
			token === null
				? { type: 'hello', version: CHANNEL_VERSION }
				: { type: 'resume', token, received: this.#received };
		this.#socket?.send(JSON.stringify(opening));
	}

	/** Gives the channel up where the server stays silent. */
	#listen(): void {
		this.#timers.start('silence', this.#options.pace.silence, () => this.#drop());
	}

	#drop(): void {
		const socket = this.#socket;
		this.#lose(CHANNEL_CLOSE.unusable);
		socket?.close(CHANNEL_CLOSE.unusable);
	}

	#lose(code: number): void {
		if (code === CHANNEL_CLOSE.replaced) return this.#finish('replaced');
		if (code === CHANNEL_CLOSE.idle) return this.#finish('idle');
		this.#leaveSocket();
		if (!this.#isRefused) this.#setStatus('lost', null);
		const { pace, random } = this.#options;
		const delay = backoffDelay(this.#attempt++, random(), pace);
		this.#timers.start('retry', delay, () => this.#dial());
	}

	#finish(reason: string | null): void {
		this.#leaveSocket();
		this.#token = null;
		this.#hadSession = false;
		this.#commands.failAll('closed');
		this.#setStatus('closed', reason);
	}

	#leaveSocket(): void {
		this.#socket = null;
		this.#timers.stopAll();
	}

	#receive(data: unknown): void {
		this.#timers.stop('silence');
		if (typeof data === 'string') {
			const answer = readMessage(answerSchema, data);
			if (answer === null) this.#drop();
			else this.#take(answer, data.length);
			return;
		}
		const batch = data instanceof ArrayBuffer ? decodeBatch(new Uint8Array(data)) : null;
		if (batch === null) this.#drop();
		else if (this.#isNext(batch.seq, batch.size)) this.#options.onEvents(batch.events, batch.until);
	}

	#take(answer: ChannelAnswer, size: number): void {
		if (answer.type === 'welcome') this.#beginSession(answer);
		else if (answer.type === 'resumed') this.#beOpen();
		else if (answer.type === 'refused') this.#beRefused(answer.code);
		else if (this.#isNext(answer.seq, size)) {
			this.#options.onEvents([], answer.until);
			if (answer.type === 'reply') this.#commands.fulfil(answer.id, answer.result);
			else if (answer.id !== null) this.#commands.fail(answer.id, answer.code, answer.message);
		}
	}

	/** Counts a message of the sequence; false for one that came before. A gap drops the channel. */
	#isNext(seq: number, size: number): boolean {
		if (seq > this.#received + 1) this.#drop();
		if (seq !== this.#received + 1) return false;
		this.#received = seq;
		this.#unacknowledgedBytes += size;
		if (this.#unacknowledgedBytes >= ACK_BYTES) this.#acknowledge();
		else if (!this.#timers.has('ack')) {
			this.#timers.start('ack', this.#options.pace.ack, () => this.#acknowledge());
		}
		return true;
	}

	#acknowledge(): void {
		this.#timers.stop('ack');
		if (this.#status !== 'open' || this.#acknowledged === this.#received) return;
		this.#acknowledged = this.#received;
		this.#unacknowledgedBytes = 0;
		this.#socket?.send(JSON.stringify({ type: 'ack', received: this.#received }));
	}

	#beginSession(welcome: Extract<ChannelAnswer, { type: 'welcome' }>): void {
		const { token, startedAt, time, terms } = welcome;
		const isReplacement = this.#hadSession;
		this.#token = token;
		this.#hadSession = true;
		this.#received = this.#acknowledged = 0;
		this.#clock.reset();
		this.#options.onSession({ startedAt, time, terms, isReplacement });
		// The greeting is a first exchange: the clock is known before any command is answered.
		this.#learnTime(this.#greetedAt, time);
		this.#beOpen();
	}

	#beOpen(): void {
		this.#attempt = 0;
		this.#acknowledged = this.#received;
		this.#unacknowledgedBytes = 0;
		for (const text of this.#commands.texts) this.#socket?.send(text);
		this.#setStatus('open', null);
		this.#askTime();
	}

	#beRefused(code: string): void {
		if (code === 'unknown-session' || code === 'cannot-resume') {
			this.#token = null;
			this.#commands.failAll('session-lost');
			this.#greet();
		} else {
			this.#isRefused = true;
			this.#setStatus('refused', code);
		}
	}

	/** Looks at the server's clock, again and again, as long as the channel is open. */
	#askTime(): void {
		const sent = this.#clock.read();
		this.#isHurried = false;
		this.#listen();
		this.command({ type: 'clock', pageTime: sent }).then(
			({ serverTime }) => {
				this.#learnTime(sent, serverTime);
				this.#askTimeIn(this.#clock.isLearning ? 0 : this.#patience);
			},
			() => this.#askTimeIn(this.#options.pace.refused)
		);
	}

	#learnTime(sent: number, serverTime: number): void {
		const estimate = this.#clock.learn(sent, serverTime);
		if (estimate !== null) this.#options.onClock(estimate);
	}

	/** ms until the next look at the server's clock. */
	get #patience(): number {
		return this.#isHurried ? this.#options.pace.hurry : this.#options.pace.clock;
	}

	#askTimeIn(ms: number): void {
		if (this.#status === 'open') this.#timers.start('clock', ms, () => this.#askTime());
	}

	#setStatus(status: ChannelStatus, reason: string | null): void {
		if (status === this.#status && reason === null) return;
		this.#status = status;
		this.#options.onStatus(status, reason);
	}
}

function cryptoRandom(): number {
	return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
