import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireScript, closeFrame, frame } from '../../../tests/support/wire-script.ts';
import { Conversations } from './conversations.ts';
import { RecordingMerger } from './page-track.ts';
import type { PageTold, RecordingEvent, WireEvent } from './recording-event.ts';
import { Recording } from './recording.ts';

const NEW: PageTold = { name: 'new', url: 'ws://localhost/ws/echo', protocols: [] };
const OPEN: PageTold = { name: 'open', protocol: '', extensions: '' };
const SEND: PageTold = { name: 'send', data: 'text', size: 1 };
const MESSAGE: PageTold = { name: 'message', data: 'text', size: 1 };
const CLOSE_CALL: PageTold = { name: 'close-call', code: 1000, reason: '' };
const CLOSE: PageTold = { name: 'close', code: 1000, reason: '', wasClean: true };
const FAILED: PageTold = { name: 'close', code: 1006, reason: '', wasClean: false };
const ERROR: PageTold = { name: 'error' };

function setUp(clock: { offset: number; error: number } | null = { offset: 0, error: 100 }) {
	const recording = new Recording('2026-11-20T12:00:00.000Z');
	const merger = new RecordingMerger({ recording, conversations: new Conversations() });
	merger.clock = clock;
	const track = merger.track(1);
	/** `name@t` of each event. */
	const order = () =>
		recording.events.map((event) => {
			const isSent = event.kind === 'data' || event.kind === 'fin' || event.kind === 'rst';
			const name = event.kind === 'page' ? event.told.name : event.kind;
			return `${isSent ? `${event.direction} ` : ''}${name}@${event.t}`;
		});
	const at = (script: WireScript, ...times: number[]): WireEvent[] =>
		script.events().map((event, index) => ({ ...event, t: times[index] ?? 0 }));
	return { recording, merger, track, order, at };
}

const hello = frame('client', { text: 'a' });
const answer = frame('server', { text: 'a' });

describe('calls of the page', () => {
	it('stand before the wire event that they cause, though their estimate is later', () => {
		const { merger, track, order, at } = setUp();
		track.add(NEW, 150, 0);
		merger.deliver(at(new WireScript().accepted(), 100), 120);
		expect(order()).toEqual(['new@100', 'accepted@100']);
	});

	it('stand at their estimate where nothing contradicts it', () => {
		const { merger, track, order, at } = setUp();
		track.add(NEW, 30, 0);
		merger.deliver(at(new WireScript().accepted(), 100), 120);
		expect(order()).toEqual(['new@30', 'accepted@100']);
	});

	it('stand before the client bytes that they can have caused', () => {
		const { merger, track, order, at } = setUp();
		track.add(SEND, 480, 1);
		track.add(SEND, 560, 1);
		track.add(SEND, 601, 1);
		merger.deliver(at(new WireScript().open().client(hello), 0, 10, 20, 500), 510);
		expect(order().slice(3)).toEqual(['send@480', 'send@500', 'client data@500']);
	});

	it('wait for the server to be as far', () => {
		const { merger, track, order } = setUp();
		track.add(CLOSE_CALL, 480, 2);
		merger.deliver([], 479);
		expect(order()).toEqual([]);
		merger.deliver([], 480);
		expect(order()).toEqual(['close-call@480']);
	});

	it('stand before the FIN of a page that gave up', () => {
		const { merger, track, order, at } = setUp();
		track.add(CLOSE_CALL, 150, 2);
		merger.deliver(at(new WireScript().accepted().fin('client'), 10, 100), 101);
		expect(order()).toEqual(['accepted@10', 'close-call@100', 'client fin@100']);
	});
});

describe('what the page was told', () => {
	it('stands after its cause, though its estimate is earlier', () => {
		const { merger, track, order, at } = setUp();
		track.add(OPEN, 5, 1);
		merger.deliver(at(new WireScript().open(), 0, 10, 50), 60);
		expect(order()).toEqual(['accepted@0', 'client data@10', 'server data@50', 'open@50']);
	});

	it('waits for a cause that is not in yet', () => {
		const { merger, track, order, at } = setUp();
		track.add(OPEN, 45, 1);
		const [accepted, request, response] = at(new WireScript().open(), 0, 10, 50);
		merger.deliver([accepted as WireEvent, request as WireEvent], 49);
		expect(order()).toHaveLength(2);
		merger.deliver([response as WireEvent], 51);
		expect(order().at(-1)).toBe('open@50');
	});

	it('pairs the n-th message with the n-th data message of the server', () => {
		const { merger, track, order, at } = setUp();
		track.add(MESSAGE, 100, 1);
		track.add(MESSAGE, 101, 1);
		const script = new WireScript().open().server(answer).server(answer);
		merger.deliver(at(script, 0, 1, 2, 90, 150), 200);
		expect(order().slice(3)).toEqual([
			'server data@90',
			'message@100',
			'server data@150',
			'message@150'
		]);
	});

	it('keeps a clean close behind the FIN of the server', () => {
		const { merger, track, order, at } = setUp();
		track.add(CLOSE, 100, 3);
		const script = new WireScript().open().server(closeFrame('server', 1000)).fin('server');
		merger.deliver(at(script, 0, 1, 2, 90, 150), 160);
		expect(order().slice(3)).toEqual(['server data@90', 'server fin@150', 'close@150']);
	});

	it('stands where the clock says once no cause can come any more', () => {
		const { merger, track, order, at } = setUp();
		track.add(ERROR, 100, 3);
		track.add(FAILED, 100, 3);
		merger.deliver(at(new WireScript().open(), 0, 1, 2), 200);
		expect(order()).toHaveLength(3);
		merger.deliver([], 201);
		expect(order().slice(3)).toEqual(['error@100', 'close@100']);
	});

	it('is not held back by a recording that has stopped', () => {
		const { merger, track, order, at } = setUp();
		merger.deliver(at(new WireScript().open().stopped(), 0, 1, 2, 3), 10);
		track.add(MESSAGE, 100, 1);
		merger.deliver([], 300);
		expect(order().at(-1)).toBe('message@100');
	});
});

describe('without a server', () => {
	it('events stand in their order once flushed', () => {
		const { merger, track, order } = setUp();
		track.add(NEW, 10, 0);
		track.add(ERROR, 20, 3);
		track.add(FAILED, 20, 3);
		merger.flush();
		expect(order()).toEqual(['new@10', 'error@20', 'close@20']);
	});

	it('and without a clock, time stands still', () => {
		const { merger, track, order, recording } = setUp(null);
		track.add(NEW, 10, 0);
		track.add(FAILED, 20, 3);
		merger.flush();
		expect(order()).toEqual(['new@0', 'close@0']);
		expect(recording.events[0]).toMatchObject({ error: Number.MAX_SAFE_INTEGER });
	});

	it('and without a clock, causes still come first', () => {
		const { merger, track, order, at } = setUp(null);
		track.add(NEW, 1e9, 0);
		track.add(OPEN, 2e9, 1);
		merger.deliver(at(new WireScript().open(), 5, 6, 7), 8);
		expect(order()).toEqual(['new@5', 'accepted@5', 'client data@6', 'server data@7', 'open@8']);
	});
});

describe('tracks of two connections', () => {
	it('are placed in the order of their estimates', () => {
		const { merger, track, recording } = setUp();
		merger.track(2).add(NEW, 40, 0);
		track.add(NEW, 50, 0);
		merger.deliver([], 60);
		expect(recording.events.map(({ connection, t }) => [connection, t])).toEqual([
			[2, 40],
			[1, 50]
		]);
	});

	it('are the same one at each call', () => {
		const { merger, track } = setUp();
		expect(merger.track(1)).toBe(track);
	});
});

/** An echo of n messages in true time, as the server and as the page would report it. */
function simulate(gaps: readonly number[], clockError: number) {
	const wire: RecordingEvent[] = [];
	const page: { told: PageTold; trueTime: number }[] = [];
	let now = 1000;
	let next = 0;
	const pass = (): number => (now += gaps[next++ % gaps.length] ?? 1);
	const call = (told: PageTold) => page.push({ told, trueTime: pass() });
	const write = (events: WireScript) =>
		events.events().forEach((event) => wire.push({ ...event, t: pass() }));
	call(NEW);
	write(new WireScript().open());
	call(OPEN);
	for (let message = 0; message < 5; message += 1) {
		call(SEND);
		write(new WireScript().client(hello).server(answer));
		call(MESSAGE);
	}
	call(CLOSE_CALL);
	write(
		new WireScript()
			.client(closeFrame('client', 1000))
			.server(closeFrame('server', 1000))
			.fin('server')
	);
	call(CLOSE);
	const truth = [...wire.map(({ t }) => t), ...page.map(({ trueTime }) => trueTime)];
	const expected = [
		...wire.map((event) => ({ t: event.t, name: event.kind as string })),
		...page.map(({ told, trueTime }) => ({ t: trueTime, name: told.name as string }))
	];
	expected.sort((a, b) => a.t - b.t);
	return {
		wire,
		page: page.map((each) => ({ ...each, pageTime: each.trueTime + clockError })),
		expected,
		end: Math.max(...truth)
	};
}

it('the true order comes back whatever the clock says within its error, and however batches fall', () => {
	const gaps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 });
	const clockError = fc.integer({ min: -200, max: 200 });
	const batches = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 10 });
	fc.assert(
		fc.property(gaps, clockError, batches, (gaps, wrong, sizes) => {
			const { wire, page, expected, end } = simulate(gaps, wrong);
			const { merger, recording } = setUp({ offset: 0, error: 200 });
			const track = merger.track(1);
			let [from, told, step] = [0, 0, 0];
			for (let until = 0; until < end + 1000;) {
				until += sizes[step++ % sizes.length] ?? 1;
				// The page reports at once; the server's batch for that time comes after it.
				for (; (page[told]?.trueTime ?? Infinity) < until; told += 1) {
					const each = page[told];
					if (each) track.add(each.told, each.pageTime, 1);
				}
				const to = wire.findIndex(({ t }) => t >= until);
				const batch = wire.slice(from, to === -1 ? undefined : to);
				from += batch.length;
				merger.deliver(batch, until);
			}
			const names = recording.events.map((event) =>
				event.kind === 'page' ? event.told.name : event.kind
			);
			expect(names).toHaveLength(expected.length);
			const isCausal = (names: readonly string[]) =>
				names.filter((name) => name !== 'data').join(' ');
			expect(isCausal(names)).toBe(isCausal(expected.map(({ name }) => name)));
			const sends = causes(recording.events);
			expect(sends).toBe(true);
		})
	);
});

/** No message told before it was on the wire, no frame on the wire before it was sent. */
function causes(events: readonly RecordingEvent[]): boolean {
	const count = { client: 0, server: 0, send: 0, message: 0 };
	let heads = 2;
	for (const event of events) {
		if (event.kind === 'data' && heads > 0) heads -= 1;
		else if (event.kind === 'data') count[event.direction] += 1;
		const name = event.kind === 'page' ? event.told.name : null;
		if (name === 'send' || name === 'close-call') count.send += 1;
		if (name === 'message') count.message += 1;
		if (count.client > count.send || count.message > count.server) return false;
	}
	return true;
}
