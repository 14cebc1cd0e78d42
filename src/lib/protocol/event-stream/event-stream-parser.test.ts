import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventStreamFields } from './event-stream-fields.ts';
import { EventStreamParser, type EventStreamOptions } from './event-stream-parser.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function parse(stream: string | Uint8Array, options?: EventStreamOptions) {
	const parser = new EventStreamParser(options);
	const { lines, events } = parser.push(typeof stream === 'string' ? bytesOf(stream) : stream);
	return { parser, lines, events, end: parser.end() };
}

const dispatched = (stream: string | Uint8Array) =>
	parse(stream).events.map(({ type, data, lastEventId }) => [type, data, lastEventId]);

describe('an event stream dispatches', () => {
	it.each([
		['one data line', 'data: hello\n\n', [['message', 'hello', '']]],
		['data lines joined by LF', 'data: a\ndata: b\n\n', [['message', 'a\nb', '']]],
		['a named event', 'event: add\ndata: 73857293\n\n', [['add', '73857293', '']]],
		['an event without data not at all', 'event: add\n\n', []],
		['a data line without a colon', 'data\n\n', [['message', '', '']]],
		['two of them as one LF', 'data\ndata\n\ndata:', [['message', '\n', '']]],
		['the value without its first space only', 'data:  two\n\n', [['message', ' two', '']]],
		['the value where no space follows', 'data:test\n\n', [['message', 'test', '']]],
		['colons in a value', 'data: a:b: c\n\n', [['message', 'a:b: c', '']]],
		['nothing for a comment', ': test stream\n\n', []],
		['nothing of an unfinished event', 'data: third event', []],
		['nothing without the blank line', 'data: x\n', []],
		['CR as a line end', 'data: a\rdata: b\r\r', [['message', 'a\nb', '']]],
		['CRLF as one line end', 'data: a\r\n\r\n', [['message', 'a', '']]],
		[
			'LF CR as two line ends',
			'data: a\n\rdata: b\n\n',
			[
				['message', 'a', ''],
				['message', 'b', '']
			]
		],
		[
			'an id, which stays',
			'id: 1\ndata: a\n\ndata: b\n\n',
			[
				['message', 'a', '1'],
				['message', 'b', '1']
			]
		],
		['an empty id, which resets it', 'id: 1\n\nid\ndata: b\n\n', [['message', 'b', '']]],
		[
			'an id with NUL not',
			'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n',
			[
				['message', 'a', '1'],
				['message', 'b', '1']
			]
		],
		['an id of a block without data', 'id: 7\n\ndata: b\n\n', [['message', 'b', '7']]],
		['a type of its own block only', 'event: x\n\ndata: b\n\n', [['message', 'b', '']]],
		['an unknown field not', 'Data: x\nfoo: y\n\n', []],
		['Chinese', 'data: 你好\n\n', [['message', '你好', '']]],
		['one byte order mark as nothing', '\ufeffdata: a\n\n', [['message', 'a', '']]],
		['a second byte order mark as part of a name', '\ufeff\ufeffdata: a\n\n', []]
	])('%s', (_, stream, expected) => {
		expect(dispatched(stream)).toEqual(expected);
	});

	it('the examples of the standard', () => {
		const stream =
			': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n';
		expect(dispatched(stream)).toEqual([
			['message', 'first event', '1'],
			['message', 'second event', '']
		]);
	});

	it('bytes that are no UTF-8 as U+FFFD', () => {
		const stream = Uint8Array.from([...bytesOf('data: '), 0xff, 0x0a, 0x0a]);
		expect(dispatched(stream)).toEqual([['message', '\ufffd', '']]);
		expect(parse(stream).lines[0]?.violations).toMatchObject([
			{ code: 'stream-invalid-utf8', bitOffset: 48, bitLength: 8 }
		]);
	});
});

describe('a line', () => {
	it('says where its name and value lie', () => {
		const { lines } = parse('retry: 2000\r\nid:5\r\n\r\n');
		expect(
			lines.map(({ kind, start, nameEnd, valueStart, end }) => [
				kind,
				start,
				nameEnd,
				valueStart,
				end
			])
		).toEqual([
			['retry', 0, 5, 7, 11],
			['id', 13, 15, 16, 17],
			['blank', 19, 19, 19, 19]
		]);
	});

	it('is two fields at their bytes', () => {
		const [line] = parse('\ufeffdata: 你\n').lines;
		expect(line && eventStreamFields(line)).toMatchObject([
			{ id: 'line-0-name', kind: 'header-name', value: 'data', bitOffset: 24, bitLength: 32 },
			{ id: 'line-0-value', kind: 'payload', value: '你', bitOffset: 72, bitLength: 24 }
		]);
	});

	it.each([
		['foo: 1\n', 'field-unknown', 0, 3],
		['id: a\0b\n', 'id-with-nul', 4, 7],
		['retry: soon\n', 'retry-not-digits', 7, 11],
		['retry\n', 'retry-not-digits', 0, 5],
		['retry: ٣\n', 'retry-not-digits', 7, 9]
	])('%j is marked %s', (stream, code, start, end) => {
		expect(parse(stream).lines[0]?.violations).toMatchObject([
			{ code, bitOffset: start * 8, bitLength: (end - start) * 8, closeCode: null }
		]);
	});

	it('that ends an event without data says so', () => {
		expect(parse('event: x\n\n').lines[1]?.violations).toMatchObject([
			{ code: 'event-without-data', bitOffset: 0 }
		]);
	});

	it('that is longer than the bound is counted, not kept, and ignored', () => {
		const { lines, events } = parse('data: 123456789\ndata: x\n\n', { maxLineBytes: 8 });
		expect(lines[0]).toMatchObject({ kind: 'too-long', start: 0, end: 15, value: 'data: 12' });
		expect(events.map(({ data }) => data)).toEqual(['x']);
	});
});

describe('a parser', () => {
	it('knows the time to wait and the last id', () => {
		const { parser } = parse('retry: 2000\nid: 9\n\nid: 10\n');
		expect([parser.retry, parser.lastEventId]).toEqual([2000, '9']);
	});

	it('shows the line that is arriving', () => {
		expect(parse('data: x\n\nid: 4').parser.pendingLine).toMatchObject({
			kind: 'id',
			value: '4',
			start: 9
		});
		expect(parse('data: x\n').parser.pendingLine).toBeNull();
	});

	it('says what an end here would discard', () => {
		expect(parse('data: x\n\ndata: y\nid: 1').end).toMatchObject({
			code: 'event-unfinished',
			bitOffset: 72,
			bitLength: 104
		});
		expect(parse('data: x\n\n').end).toBeNull();
	});

	it('does not dispatch an event that is too large, and goes on', () => {
		const { events, lines } = parse('data: abc\ndata: d\n\ndata: ok\n\n', { maxEventLength: 4 });
		expect(events.map(({ data }) => data)).toEqual(['ok']);
		expect(lines[1]?.violations).toMatchObject([{ code: 'event-too-large' }]);
	});

	it('names an event by the lines it is made of', () => {
		const { events } = parse(': hi\nid: 1\ndata: a\n\n\ndata: b\n\n');
		expect(events).toMatchObject([
			{ index: 0, firstLine: 0, lastLine: 3, start: 0, end: 19 },
			{ index: 1, firstLine: 5, lastLine: 6, start: 21, end: 29 }
		]);
	});

	it.each([0, -1, 1.5, NaN])('refuses a bound of %s', (maxLineBytes) => {
		expect(() => new EventStreamParser({ maxLineBytes })).toThrow(RangeError);
	});

	const piece = fc.oneof(
		fc.constantFrom(
			'data',
			'id',
			'event',
			'retry',
			':',
			': ',
			'\n',
			'\r',
			'\r\n',
			'\ufeff',
			'\0',
			'你',
			'12'
		),
		fc.string({ maxLength: 3 })
	);
	const streams = fc.array(piece, { maxLength: 40 }).map((pieces) => bytesOf(pieces.join('')));

	it('reads any bytes the same in any cuts', () => {
		const anyStream = fc.oneof(streams, fc.uint8Array({ maxLength: 60 }));
		fc.assert(
			fc.property(anyStream, fc.array(fc.nat(60)), (stream, cuts) => {
				const whole = parse(stream);
				const parser = new EventStreamParser();
				const places = [0, ...cuts.filter((cut) => cut < stream.length), stream.length];
				places.sort((a, b) => a - b);
				const outputs = places.slice(1).map((to, at) => {
					const copy = stream.slice(places[at], to);
					const output = parser.push(copy);
					copy.fill(0);
					return output;
				});
				expect(outputs.flatMap(({ lines }) => lines)).toEqual(whole.lines);
				expect(outputs.flatMap(({ events }) => events)).toEqual(whole.events);
				expect(parser.pendingLine).toEqual(whole.parser.pendingLine);
				expect(parser.end()).toEqual(whole.end);
			})
		);
	});

	it('dispatches what an encoder wrote, whatever the text', () => {
		const text = fc
			.string({ unit: 'grapheme', maxLength: 30 })
			.map((each) => each.replace(/\r\n?/g, '\n'));
		fc.assert(
			fc.property(fc.array(text), (texts) => {
				const stream = texts
					.map(
						(each) =>
							each
								.split('\n')
								.map((line) => `data: ${line}\n`)
								.join('') + '\n'
					)
					.join('');
				expect(parse(stream).events.map(({ data }) => data)).toEqual(texts);
			})
		);
	});
});
