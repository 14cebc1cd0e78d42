import { expect, test } from 'vitest';
import { ChunkedPath, joinChunks } from './chunked-path.ts';

test('marks of one second are one string', () => {
	const path = new ChunkedPath();
	path.add(10, 'M1 0');
	path.add(990, 'M2 0');
	expect(path.finished).toEqual([]);
	expect(path.last).toBe('M1 0M2 0');
});

test('a finished second is never written again', () => {
	const path = new ChunkedPath();
	path.add(10, 'a');
	path.add(1000, 'b');
	const { finished } = path;
	path.add(1500, 'c');
	expect(path.finished).toBe(finished);
	expect(path.finished).toEqual(['a']);
	expect(path.last).toBe('bc');
});

test('a mark that comes late joins the second that is running', () => {
	const path = new ChunkedPath();
	path.add(2100, 'a');
	path.add(1900, 'b');
	expect(path.last).toBe('ab');
});

test('seconds without marks leave no chunk', () => {
	const path = new ChunkedPath();
	path.add(100, 'a');
	path.add(9100, 'b');
	expect(path.finished).toEqual(['a']);
});

test('seconds that ended before a time can be left out', () => {
	const path = new ChunkedPath();
	for (const time of [100, 1100, 2100, 5100]) path.add(time, 'a');
	expect(path.before(0)).toBe(0);
	expect(path.before(2500)).toBe(2);
	expect(path.before(4000)).toBe(3);
});

test('the chunks joined are the marks in order', () => {
	const path = new ChunkedPath();
	for (const [time, piece] of [
		[0, 'a'],
		[1200, 'b'],
		[2500, 'c']
	] as const) {
		path.add(time, piece);
	}
	expect(joinChunks(path)).toBe('abc');
});
