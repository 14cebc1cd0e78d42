import { describe, expect, it } from 'vitest';
import { WireScript } from '../../../tests/support/wire-script.ts';
import { Conversations } from './conversations.ts';
import {
	cursorAtRecord,
	cursorAtTime,
	lastCursor,
	stepBack,
	stepForward,
	timeAtCursor
} from './cursor.ts';
import { Recording } from './recording.ts';

const recording = new Recording('2026-11-20T12:00:00.000Z');
for (const [t, event] of new WireScript().open().fin('client').fin('server').events().entries()) {
	recording.append({ ...event, t: [0, 100, 100, 250, 400][t] ?? 0 });
}
const conversation = Conversations.of(recording).get(1);
if (!conversation) throw new Error('the recording holds connection 1');

describe('the cursor', () => {
	it.each([
		[-1, 0],
		[0, 1],
		[99.5, 1],
		[100, 3],
		[399, 4],
		[400, 5],
		[1e9, 5]
	])('at %d µs has applied %i events', (t, cursor) => {
		expect(cursorAtTime(recording, t)).toBe(cursor);
	});

	it.each([
		[0, 0],
		[1, 0],
		[3, 100],
		[5, 400],
		[99, 400]
	])('%i stands at %d µs', (cursor, t) => {
		expect(timeAtCursor(recording, cursor)).toBe(t);
	});

	it('of a record is where the record is complete', () => {
		expect(cursorAtRecord(conversation, 2)).toBe(3);
		expect(cursorAtRecord(conversation, 99)).toBe(0);
	});

	it('steps forward by records to the end, and no further', () => {
		const cursors = [0];
		for (let index = 0; index < 6; index += 1) {
			cursors.push(stepForward(recording, conversation, cursors[index] ?? 0));
		}
		expect(cursors).toEqual([0, 1, 2, 3, 4, 5, 5]);
	});

	it('steps back by records to the beginning, and no further', () => {
		expect(stepBack(conversation, lastCursor(recording))).toBe(4);
		expect(stepBack(conversation, 1)).toBe(0);
		expect(stepBack(conversation, 0)).toBe(0);
	});
});
