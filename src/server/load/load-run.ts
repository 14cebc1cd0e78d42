/**
 * One load run: so many clients of one transport connect, wait, and get events, while memory and
 * CPU of this process are looked at. It takes about two minutes at most, and leaves nothing behind.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
	idleRound,
	type CpuUse,
	type LoadFailure,
	type LoadMessage,
	type LoadOrder,
	type LoadResult,
	type Traffic
} from '#lib/transports/measure/load-report.ts';
import { QUERY, TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { filesLeft, tooFewFiles } from './file-limit.ts';
import { LoadListener } from './load-listener.ts';
import { Patience, type OutOfPatience, type PatienceBounds } from './patience.ts';
import { SubscribersProcess, type SubscribersTold } from './subscribers-process.ts';
import { collectGarbage, countCpu, memoryNow } from './usage.ts';

/** Bounds of the phases, ms. */
const START = 10_000;
/** A busy machine takes its time; where nobody gets in any more, it will not be better. */
export const CONNECT: PatienceBounds = { standing: 15_000, inAll: 60_000 };
const BEFORE = 1_000;
const SETTLE = 500;
/** For events on their way, once the last has been made. */
const LATE = 3_000;
/** Between two looks at what has been reached. */
const LOOK = 50;
/** Files a client of Socket.IO needs while it goes over from polling. */
const FILES_EACH = 2;

export class LoadFault extends Error {
	readonly reason: LoadFailure;

	constructor(reason: LoadFailure, text: string) {
		super(text);
		this.reason = reason;
	}
}

export interface LoadRunOptions {
	tell(message: LoadMessage): void;
	/** Ends the run at once. */
	readonly signal: AbortSignal;
	/** ms for which CPU is counted while all wait. */
	readonly idleRound?: (order: LoadOrder) => number;
	/** How many more files this process may open; null: unknown. */
	readonly filesLeft?: () => Promise<number | null>;
	/** For the clients to connect. */
	readonly connect?: PatienceBounds;
}

/** Throws `LoadFault`, or what `signal` was aborted with. */
export async function runLoad(order: LoadOrder, options: LoadRunOptions): Promise<LoadResult> {
	await checkFiles(order, options);
	const run = new LoadRun(order, options);
	try {
		return await run.run();
	} finally {
		await run.end();
	}
}

function trafficSince(then: Traffic, now: Traffic): Traffic {
	const { requests, up, down } = now;
	return { requests: requests - then.requests, up: up - then.up, down: down - then.down };
}

function notConnected(
	connected: number,
	all: number,
	over: OutOfPatience,
	{ standing, inAll }: PatienceBounds
): LoadFault {
	const why =
		over === 'stands-still'
			? `and no more followed for ${standing / 1000} s`
			: `after ${inAll / 1000} s`;
	const text = `${connected} of ${all} clients were connected ${why}. Take fewer, or try again when this machine is less busy.`;
	return new LoadFault('not-connected', text);
}

async function checkFiles(order: LoadOrder, options: LoadRunOptions): Promise<void> {
	const left = await (options.filesLeft ?? filesLeft)();
	const each = order.transport === 'socket-io' ? FILES_EACH : 1;
	if (left === null || left >= order.subscribers * each) return;
	throw new LoadFault('too-many-files', tooFewFiles(left, order.subscribers));
}

type Measured = Pick<LoadResult, 'memory' | 'cpu' | 'isCollected' | 'connections' | 'traffic'>;

class LoadRun {
	readonly #order: LoadOrder;
	readonly #options: LoadRunOptions;
	readonly #listener: LoadListener;
	readonly #child: SubscribersProcess;
	readonly #ended = new AbortController();
	readonly #signal: AbortSignal;
	#isReady = false;
	#connected = 0;
	#lost = 0;
	#delivered = 0;
	#isEnding = false;

	constructor(order: LoadOrder, options: LoadRunOptions) {
		this.#order = order;
		this.#options = options;
		this.#signal = AbortSignal.any([options.signal, this.#ended.signal]);
		const { transport, subscribers, events, size } = order;
		// Characters take two bytes at most, and each event something besides.
		this.#listener = new LoadListener(transport, subscribers, (events + 1) * (2 * size + 256));
		this.#child = new SubscribersProcess(
			(told) => this.#hear(told),
			() => {
				const fault = new LoadFault('child-ended', 'The process with the clients has ended.');
				if (!this.#isEnding) this.#ended.abort(fault);
			}
		);
	}

	async run(): Promise<LoadResult> {
		const { subscribers, events } = this.#order;
		const port = await this.#listener.listen();
		this.#options.tell({ phase: 'measuring' });
		await this.#until(() => this.#isReady, START, 'The process with the clients does not start.');
		const measured = await this.#measureWaiting(port);
		const delivering = await this.#deliver();
		const { requests } = this.#listener;
		await this.end();
		await this.#sleep(SETTLE);
		collectGarbage();
		return {
			version: 1,
			order: this.#order,
			...measured,
			memory: { ...measured.memory, after: memoryNow() },
			cpu: { ...measured.cpu, delivering },
			delivered: this.#delivered,
			due: subscribers * events,
			requests
		};
	}

	/** Nothing of it is left then. */
	async end(): Promise<void> {
		this.#isEnding = true;
		await Promise.all([this.#child.end(), this.#listener.close()]);
	}

	async #measureWaiting(port: number): Promise<Measured> {
		const { tell, idleRound: round = idleRound } = this.#options;
		await this.#sleep(SETTLE);
		const isCollected = collectGarbage();
		const before = memoryNow();
		const beforeUse = await this.#countDuring(BEFORE);
		const used = countCpu();
		this.#start(port);
		await this.#connect();
		const connecting = used();
		await this.#sleep(SETTLE);
		collectGarbage();
		const waiting = memoryNow();
		const lasts = round(this.#order);
		tell({ phase: 'waiting', lasts });
		const { connections, traffic } = this.#listener;
		const waitingUse = await this.#countDuring(lasts);
		this.#checkLost();
		return {
			isCollected,
			connections,
			traffic: trafficSince(traffic, this.#listener.traffic),
			memory: { before, waiting, after: waiting },
			cpu: { before: beforeUse, connecting, waiting: waitingUse, delivering: waitingUse }
		};
	}

	#start(port: number): void {
		const { transport, interval, hold } = this.#order;
		const { keys } = this.#listener;
		const path = TRANSPORT_PATHS[transport];
		this.#child.start({ transport, port, path, query: QUERY, keys, interval, hold });
	}

	async #connect(): Promise<void> {
		const { subscribers } = this.#order;
		const bounds = this.#options.connect ?? CONNECT;
		const patience = new Patience(bounds, performance.now());
		let told = -1;
		while (this.#waiting < subscribers) {
			const connected = this.#connected;
			if (connected !== told) this.#options.tell({ phase: 'connecting', connected });
			told = connected;
			this.#checkLost();
			const over = patience.check(connected + this.#listener.askers, performance.now());
			if (over) throw notConnected(this.#waiting, subscribers, over, bounds);
			await this.#sleep(LOOK);
		}
		if (told !== subscribers) this.#options.tell({ phase: 'connecting', connected: subscribers });
		this.#checkLost();
	}

	/** A client has asked long before a busy server comes to hear it: both count. */
	get #waiting(): number {
		return Math.min(this.#connected, this.#listener.askers);
	}

	/** Makes all events at their rate, and waits until they have arrived or it takes too long. */
	async #deliver(): Promise<CpuUse> {
		const { events, rate, size, subscribers, interval } = this.#order;
		const data = 'e'.repeat(size);
		const due = subscribers * events;
		const used = countCpu();
		let told = -1;
		const report = () => {
			const delivered = this.#delivered;
			if (delivered !== told) this.#options.tell({ phase: 'delivering', delivered, due });
			told = delivered;
			return delivered >= due;
		};
		for (let made = 0; made < events; made++) {
			const pause = (made * 1000) / rate - used().elapsed;
			if (pause > 0) await this.#sleepReporting(pause, report);
			this.#listener.log.append(data);
		}
		const late = LATE + (this.#order.transport === 'short-polling' ? interval : 0);
		const end = performance.now() + late;
		while (!report() && performance.now() < end) await this.#sleep(LOOK);
		return used();
	}

	async #sleepReporting(ms: number, report: () => void): Promise<void> {
		const end = performance.now() + ms;
		for (let left = ms; left > 0; left = end - performance.now()) {
			await this.#sleep(Math.min(left, 4 * LOOK));
			report();
		}
	}

	async #countDuring(ms: number): Promise<CpuUse> {
		const used = countCpu();
		await this.#sleep(ms);
		return used();
	}

	async #until(isReached: () => boolean, ms: number, text: string): Promise<void> {
		const end = performance.now() + ms;
		while (!isReached()) {
			if (performance.now() > end) throw new LoadFault('not-connected', text);
			await this.#sleep(LOOK);
		}
	}

	async #sleep(ms: number): Promise<void> {
		this.#signal.throwIfAborted();
		try {
			await sleep(ms, undefined, { signal: this.#signal });
		} catch (error) {
			// Of why it was aborted the timer says only that it was.
			this.#signal.throwIfAborted();
			throw error;
		}
	}

	#checkLost(): void {
		if (this.#lost === 0) return;
		throw new LoadFault(
			'not-connected',
			`${this.#lost} clients lost their connection: take fewer.`
		);
	}

	#hear(told: SubscribersTold): void {
		if (told.kind === 'ready') this.#isReady = true;
		else if (told.kind === 'count') {
			this.#connected = told.connected;
			this.#lost = told.lost;
			this.#delivered = told.delivered;
		} else {
			const isFiles = told.code === 'EMFILE' || told.code === 'ENFILE';
			const fault = isFiles
				? new LoadFault('too-many-files', tooFewFiles(0, this.#order.subscribers))
				: new LoadFault('not-connected', `A client could not go on: ${told.text}.`);
			this.#ended.abort(fault);
		}
	}
}
