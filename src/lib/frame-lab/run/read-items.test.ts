import { expect, test } from 'vitest';
import { appendItem } from '#lib/runs/edit-run.ts';
import { readRun } from '#lib/runs/read-run.ts';
import { EMPTY_RUN, newFrame, type Run } from '#lib/runs/run.ts';
import { readItems } from './read-items.ts';

const bytes = (hex: string) =>
	Uint8Array.from(hex.split(' ').filter(Boolean), (byte) => parseInt(byte, 16));
const run = (...frames: string[]): Run =>
	frames.reduce((made, hex) => appendItem(made, newFrame(bytes(hex))), EMPTY_RUN);
const read = (made: Run) => readItems(readRun(made));
const PING = '89 80 01 02 03 04';

test('a frame that begins with the item is its own', () => {
	expect(read(run(PING)).get(1)?.frame?.opcode).toBe(9);
});

test('the violation that decides is marked', () => {
	const items = read(run(PING, '81 00'));
	expect([items.get(1)?.isDecisive, items.get(2)?.isDecisive]).toEqual([false, true]);
});

test('bytes that an earlier frame takes for its own begin nothing', () => {
	expect(read(run('82 8a 01 02 03 04', PING)).get(2)).toBeUndefined();
});

test('bytes beyond the announced length are another frame inside', () => {
	expect(read(run(`${PING} ${PING}`)).get(1)?.hasMore).toBe(true);
});

test('a repetition breaks no more rules', () => {
	const once = run('81 00');
	const items = once.items.map((item) => ({ ...item, times: 5000 }));
	expect(read({ ...once, items: items as Run['items'] }).get(1)?.violations).toBe(
		read(once).get(1)?.violations
	);
});

test('a frame that is not whole is shown as far as it goes', () => {
	expect(read(run('82 8a 01')).get(1)?.frame?.isComplete).toBe(false);
});
