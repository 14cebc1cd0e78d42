import { describe, expect, it } from 'vitest';
import { PING } from '#lib/protocol/frames/opcode.ts';
import { WireScript, frame } from '../../../tests/support/wire-script.ts';
import { Conversation } from './conversation.ts';
import { stepForward } from './cursor.ts';
import type { RecordingEvent, RunTold } from './recording-event.ts';

function run(t: number, told: RunTold): RecordingEvent {
	return { t, connection: 1, kind: 'run', direction: 'client', told };
}

const PING_FRAME = frame('client', { opcode: PING, text: 'wire101' });
const BEGIN = run(0, { name: 'begin', bytes: PING_FRAME.length, writes: PING_FRAME.length });
const END = run(99_000, { name: 'end', outcome: 'written', bytes: PING_FRAME.length });
const OPENING = new WireScript().open().events();

/** The ping, one byte at a time, between the beginning and the end of its run. */
const DRIP: readonly RecordingEvent[] = [
	...OPENING,
	{ ...BEGIN, t: 10_000 },
	...Array.from(PING_FRAME, (byte, index): RecordingEvent => {
		const bytes = Uint8Array.of(byte);
		return { t: 11_000 + index, connection: 1, kind: 'data', direction: 'client', bytes };
	}),
	END,
	run(600_000, { name: 'unanswered', after: 500_000 })
];

function fold(events: readonly RecordingEvent[]): Conversation {
	const conversation = new Conversation(1);
	events.forEach((event, index) => conversation.append(event, index));
	return conversation;
}

describe('events of a run', () => {
	const conversation = fold(DRIP);

	it('stand beside what was told, in order and at their places', () => {
		const runs = conversation.runs.map(({ event, eventIndex }) => [event.told.name, eventIndex]);
		const end = DRIP.indexOf(END);
		expect(runs).toEqual([
			['begin', OPENING.length],
			['end', end],
			['unanswered', end + 1]
		]);
	});

	it('are no records, so the player does not stop at them', () => {
		const isWire = ({ kind }: RecordingEvent) => kind !== 'run';
		const without = fold(DRIP.filter(isWire));
		const kinds = (of: Conversation) => of.records.map(({ kind }) => kind);
		expect(kinds(conversation)).toEqual(kinds(without));
		const recording = { events: DRIP };
		expect(stepForward(recording, conversation, OPENING.length)).toBe(DRIP.indexOf(END));
	});

	it('leave both state machines as they are', () => {
		const { client, server, transitions } = conversation.at(Infinity);
		expect([client, server]).toEqual(['OPEN', 'OPEN']);
		expect(transitions).toEqual(conversation.at(OPENING.length).transitions);
	});
});

describe('a frame that drips', () => {
	const conversation = fold(DRIP);
	const first = OPENING.length + 1;

	it('grows by a byte at each cursor until it is whole', () => {
		const lengths = Array.from(PING_FRAME, (_, index) => {
			const [record] = conversation.at(first + index + 1).pending;
			return record?.kind === 'frame' ? record.frame.bytes.length : null;
		});
		const growing = Array.from(PING_FRAME, (_, index) => index + 1);
		expect(lengths).toEqual([...growing.slice(0, -1), null]);
	});

	it('grows while it arrives as it does when it is played again', () => {
		const live = new Conversation(1);
		const seen = DRIP.map((event, index) => {
			live.append(event, index);
			return describePending(live, Infinity);
		});
		const again = DRIP.map((_, index) => describePending(conversation, index + 1));
		expect(seen).toEqual(again);
	});

	it('knows its opcode from the first byte on and its header from the sixth', () => {
		const known = [1, 2, 5, 6].map((bytes) => {
			const [record] = conversation.at(first + bytes).pending;
			return record?.kind === 'frame' && [record.frame.opcode, record.frame.isHeaderComplete];
		});
		expect(known).toEqual([
			[PING, false],
			[PING, false],
			[PING, false],
			[PING, true]
		]);
	});
});

function describePending(conversation: Conversation, cursor: number) {
	return conversation.at(cursor).pending.map((record) => [record.kind, record.bytesLength]);
}
