import { expect, it } from 'vitest';
import { eventOfLine, lineOfField, StreamReader } from './stream-reading.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const STREAM = bytesOf('retry: 1\n\nid: 1\ndata: a\n\n: hi\nid: 2\ndata: b\n\nid: 3\nda');

it('reads a stream that grows as it reads it whole', () => {
	const whole = new StreamReader().read(STREAM, 1);
	const growing = new StreamReader();
	for (let length = 0; length < STREAM.length; length++)
		growing.read(STREAM.subarray(0, length), 1);
	expect(growing.read(STREAM, 1)).toEqual(whole);
});

it('begins anew where the content is shorter, or of something else', () => {
	const reader = new StreamReader();
	reader.read(STREAM, 1);
	expect(reader.read(STREAM.subarray(0, 10), 1).lines).toHaveLength(2);
	expect(reader.read(bytesOf('data: other\n\ndata: one\n\n'), 2).events).toHaveLength(2);
});

it('shows the line that is arriving', () => {
	expect(new StreamReader().read(STREAM, 1).pending).toMatchObject({ kind: 'unknown', name: 'da' });
});

it.each([
	[0, null],
	[1, null],
	[2, 0],
	[4, 0],
	[5, 1],
	[8, 1],
	[9, null]
])('line %i belongs to event %j', (line, event) => {
	const { events } = new StreamReader().read(STREAM, 1);
	expect(eventOfLine(events, line)?.index ?? null).toBe(event);
});

it.each([
	['line-12-value', 12],
	['line-0-name', 0],
	['chunk-1-size', null],
	[null, null]
])('%s names line %j', (field, line) => {
	expect(lineOfField(field)).toBe(line);
});
