import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64ToBytes, bytesToBase64 } from './base64-bytes.ts';
import type { RecordingEvent } from './recording-event.ts';
import { Recording } from './recording.ts';

const STARTED = '2026-11-20T12:00:00.000Z';
const accepted: RecordingEvent = { t: 0, connection: 1, kind: 'accepted' };

function recordingOf(...events: RecordingEvent[]): Recording {
	const recording = new Recording(STARTED);
	for (const event of events) recording.append(event);
	return recording;
}

describe('append', () => {
	it('keeps time from going back', () => {
		const recording = recordingOf({ ...accepted, t: 5 }, { ...accepted, t: 3 });
		expect(recording.events.map(({ t }) => t)).toEqual([5, 5]);
	});

	it('leaves the event that it was given as it is', () => {
		const late = { ...accepted, t: 3 };
		recordingOf({ ...accepted, t: 5 }, late);
		expect(late.t).toBe(3);
	});

	it.each([NaN, -1, Infinity])('refuses %d as a time', (t) => {
		expect(() => recordingOf({ ...accepted, t })).toThrow(RangeError);
	});

	it('counts the bytes of all chunks', () => {
		const bytes = new Uint8Array(7);
		const chunk: RecordingEvent = { t: 1, connection: 1, kind: 'data', direction: 'client', bytes };
		expect(recordingOf(accepted, chunk, chunk).bytesLength).toBe(14);
	});
});

const time = fc.nat();
const connection = fc.integer({ min: 1, max: 3 });
const direction = fc.constantFrom('client' as const, 'server' as const);
const told = { t: time, connection };
const anyEvent: fc.Arbitrary<RecordingEvent> = fc.oneof(
	fc.record({ ...told, kind: fc.constant('accepted' as const) }),
	fc.record({ ...told, kind: fc.constant('data' as const), direction, bytes: fc.uint8Array() }),
	fc.record({ ...told, kind: fc.constantFrom('fin' as const, 'rst' as const), direction }),
	fc.record({
		...told,
		kind: fc.constant('stopped' as const),
		bound: fc.constantFrom('connection' as const, 'session' as const)
	}),
	fc.record({
		...told,
		kind: fc.constant('page' as const),
		error: time,
		readyState: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
		told: fc.record({
			name: fc.constant('new' as const),
			url: fc.string(),
			protocols: fc.array(fc.string())
		})
	}),
	fc.record({
		...told,
		kind: fc.constant('server' as const),
		told: fc.record({
			name: fc.constant('close' as const),
			code: fc.integer({ min: 0, max: 0xffff }),
			reason: fc.string()
		})
	}),
	fc.record({
		...told,
		kind: fc.constant('run' as const),
		direction,
		told: fc.oneof(
			fc.record({ name: fc.constant('begin' as const), bytes: fc.nat(), writes: fc.nat() }),
			fc.record({
				name: fc.constant('end' as const),
				outcome: fc.constantFrom(
					'written' as const,
					'cancelled' as const,
					'peer-ended' as const,
					'timed-out' as const
				),
				bytes: fc.nat()
			}),
			fc.record({ name: fc.constant('unanswered' as const), after: fc.nat() })
		)
	})
);

function reread(recording: Recording) {
	return Recording.fromJSON(JSON.stringify(recording));
}

describe('a recording as JSON', () => {
	it('comes back as it was', () => {
		fc.assert(
			fc.property(fc.array(anyEvent), (events) => {
				const recording = recordingOf(...events);
				const read = reread(recording);
				expect(read.isOk && read.recording.startedAt).toBe(STARTED);
				expect(read.isOk && read.recording.events).toEqual(recording.events);
			})
		);
	});

	it('names its format and version, and holds bytes in base64', () => {
		const bytes = Uint8Array.of(0x81, 0);
		const chunk: RecordingEvent = { t: 1, connection: 1, kind: 'data', direction: 'server', bytes };
		expect(recordingOf(chunk).toJSON()).toEqual({
			format: 'wire101-recording',
			version: 1,
			startedAt: STARTED,
			events: [{ t: 1, connection: 1, kind: 'data', direction: 'server', bytes: 'gQA=' }]
		});
	});
});

describe('reading a recording', () => {
	const file = (events: unknown[], more: object = {}): unknown => ({
		format: 'wire101-recording',
		version: 1,
		startedAt: STARTED,
		events,
		...more
	});
	const data = { t: 0, connection: 1, kind: 'data', direction: 'client', bytes: 'AAAA' };
	const page = { t: 0, connection: 1, kind: 'page', error: 1, readyState: 1 };
	const server = { t: 0, connection: 1, kind: 'server' };
	const run = { t: 1, connection: 1, kind: 'run', direction: 'client' };
	const open = { name: 'open', protocol: '', extensions: '' };

	const faults: [string, unknown, object][] = [
		['text that is not JSON', '{', { code: 'not-json' }],
		['a number', 7, { code: 'not-a-recording' }],
		['null', null, { code: 'not-a-recording' }],
		['another format', file([], { format: 'har' }), { code: 'not-a-recording', field: 'format' }],
		['a later version', file([], { version: 2 }), { code: 'unknown-version', field: 'version' }],
		['a start that is no time', file([], { startedAt: 'now' }), { field: 'startedAt' }],
		['events that are no list', file([], { events: {} }), { field: 'events' }],
		['an event that is no object', file([7]), { code: 'invalid-event', event: 0, field: null }],
		['an unknown kind', file([{ ...data, kind: 'x' }]), { field: 'kind' }],
		['a kind of the prototype', file([{ ...data, kind: 'constructor' }]), { field: 'kind' }],
		['a time before 0', file([{ ...data, t: -1 }]), { field: 't' }],
		['a time that goes back', file([{ ...data, t: 2 }, data]), { event: 1, field: 't' }],
		['connection 0', file([{ ...data, connection: 0 }]), { field: 'connection' }],
		['an unknown direction', file([{ ...data, direction: 'up' }]), { field: 'direction' }],
		['bytes that are not base64', file([{ ...data, bytes: 'A*==' }]), { field: 'bytes' }],
		['bytes without padding', file([{ ...data, bytes: 'AA' }]), { field: 'bytes' }],
		['a page event without told', file([page]), { field: 'told' }],
		['an unknown told', file([{ ...page, told: { name: 'x' } }]), { field: 'told.name' }],
		['readyState 4', file([{ ...page, readyState: 4, told: open }]), { field: 'readyState' }],
		['a server told as a page', file([{ ...server, told: open }]), { field: 'told.name' }],
		[
			'a size that is no count',
			file([{ ...server, told: { name: 'ping', size: 1.5 } }]),
			{ field: 'told.size' }
		],
		['a run of nobody', file([{ ...run, direction: 'page' }]), { field: 'direction' }],
		['a run without told', file([run]), { field: 'told' }],
		['an unknown told of a run', file([{ ...run, told: open }]), { field: 'told.name' }],
		[
			'a run that ended in an unknown way',
			file([{ ...run, told: { name: 'end', outcome: 'x', bytes: 1 } }]),
			{ field: 'told.outcome' }
		]
	];

	it.each(faults)('names the fault of %s', (_name, json, fault) => {
		expect(Recording.fromJSON(json)).toMatchObject({ isOk: false, ...fault });
	});

	it('keeps only the fields that it knows', () => {
		const read = Recording.fromJSON(file([{ ...accepted, __proto__: { x: 1 }, extra: 1 }]));
		expect(read.isOk && read.recording.events).toEqual([accepted]);
	});

	it('is bounded in events', () => {
		const read = Recording.fromJSON(file([accepted, accepted]), { maxEvents: 1 });
		expect(read).toMatchObject({ isOk: false, code: 'too-many-events' });
	});

	it('is bounded in connections', () => {
		const events = [1, 2, 2, 3].map((connection) => ({ ...accepted, connection }));
		const read = Recording.fromJSON(file(events), { maxConnections: 2 });
		expect(read).toMatchObject({ isOk: false, code: 'too-many-connections', event: 3 });
	});

	it.each([
		['bytes', data],
		['text', { ...page, told: { ...open, protocol: 'abc' } }]
	])('is bounded in %s', (_name, event) => {
		const read = Recording.fromJSON(file([event, event]), { maxBytes: 5 });
		expect(read).toMatchObject({ isOk: false, code: 'too-many-bytes', event: 1 });
	});

	it('never throws on any JSON', () => {
		const json = fc.oneof(
			fc.string(),
			fc.jsonValue(),
			fc.array(fc.jsonValue()).map((e) => file(e))
		);
		fc.assert(fc.property(json, (value) => void Recording.fromJSON(value)));
	});
});

describe('base64', () => {
	it('comes back as it was', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(bytesToBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
				expect(base64ToBytes(bytesToBase64(bytes))).toEqual(bytes);
			})
		);
	});

	it.each(['A', 'AAA', 'A===', '====', 'AA=A', 'AAAé', 'AA A', '=AAA'])('refuses %s', (text) => {
		expect(base64ToBytes(text)).toBeNull();
	});
});
