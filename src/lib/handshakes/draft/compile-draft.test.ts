import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { latin1, latin1Bytes } from '#lib/protocol/latin1.ts';
import { fillAccept } from '#lib/runs/fill-accept.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import { compileDraft, measureDraft } from './compile-draft.ts';
import { draftFaults } from './draft-faults.ts';
import { HANDSHAKE_LIMITS, type HandshakeDraft } from './handshake-draft.ts';
import { clientDraft, serverDraft } from '../presets/write-head.ts';

const bytesOf = (text: string) => Uint8Array.from(latin1Bytes(text));
const DUE = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

/** Writes as their text, with what is special about them; other steps by name. */
function told({ steps }: RunScript): string[] {
	return steps.map((step) => {
		if (step.kind === 'end') return `(${step.how})`;
		if (step.kind !== 'write') return `(${step.kind})`;
		const places = step.acceptAt ? ` @${step.acceptAt.join()}` : '';
		return `${latin1(step.bytes)}${step.unit === 'byte' ? ' bytewise' : ''}${places}`;
	});
}

const written = ({ steps }: RunScript) =>
	joinBytes(steps.flatMap((step) => (step.kind === 'write' ? [step.bytes] : [])));

const HEAD = 'GET\r\nA: b\n\r\n';

describe('a client’s draft', () => {
	it.each<[string, Partial<HandshakeDraft>, string[]]>([
		['whole, and waits for the answer', {}, [`${HEAD}xy\n`, '(await-head)']],
		[
			'line by line, the rest at once',
			{ pace: 'lines' },
			['GET\r\n', 'A: b\n', '\r\n', 'xy\n', '(await-head)']
		],
		['byte by byte', { pace: 'bytes' }, [`${HEAD}xy\n bytewise`, '(await-head)']],
		['and ends without waiting', { end: 'fin' }, [`${HEAD}xy\n`, '(fin)']],
		['and is reset', { end: 'rst' }, [`${HEAD}xy\n`, '(rst)']]
	])('is written %s', (_, manner, expected) => {
		expect(told(compileDraft(clientDraft(bytesOf(`${HEAD}xy\n`), manner)))).toEqual(expected);
	});

	it('keeps its gap', () => {
		expect(compileDraft(clientDraft(bytesOf(HEAD), { gap: 20 })).gap).toBe(20);
	});

	it('waits for the tunnel that it asks for', () => {
		const connect = 'CONNECT a:1 HTTP/1.1\r\n\r\n';
		expect(told(compileDraft(clientDraft(bytesOf(connect + HEAD))))).toEqual([
			connect,
			'(await-head)',
			HEAD,
			'(await-head)'
		]);
	});

	it('has no place for an Accept', () => {
		expect(told(compileDraft(clientDraft(bytesOf('{accept}'))))).toEqual([
			'{accept}',
			'(await-head)'
		]);
	});
});

describe('a server’s draft', () => {
	it('says where the Accept goes', () => {
		const draft = serverDraft(bytesOf('A: {accept}\r\nB: {accept}{accept}\r\n'));
		expect(told(compileDraft(draft))).toEqual(['A: \r\nB: \r\n @3,8,8']);
	});

	it('says so in the write of each line', () => {
		const draft = serverDraft(bytesOf('A: {accept}\r\nB: {accept}\r\n'), { pace: 'lines' });
		expect(told(compileDraft(draft))).toEqual(['A: \r\n @3', 'B: \r\n @3']);
	});

	it('of nothing writes nothing', () => {
		expect(compileDraft(serverDraft(new Uint8Array(0)))).toEqual({ steps: [], gap: 0 });
	});

	it('is measured with the Accept in it', () => {
		const draft = serverDraft(bytesOf('{accept}\r\n'), { pace: 'bytes', gap: 2 });
		expect(measureDraft(draft)).toEqual({ bytes: 30, writes: 30, pauses: 58 });
	});

	it('is written whole at any pace, the Accept where it stands', () => {
		const part = fc.constantFrom(
			'{accept}',
			'{accept',
			'}',
			'A:',
			'\r\n',
			'\n',
			'CONNECT ',
			'\xff'
		);
		const pace = fc.constantFrom('whole', 'lines', 'bytes');
		fc.assert(
			fc.property(fc.array(part), pace, (parts, pace) => {
				const text = parts.join('');
				const script = compileDraft(serverDraft(bytesOf(text), { pace }));
				expect(latin1(written(fillAccept(script, DUE)))).toBe(text.replaceAll('{accept}', DUE));
				const request = compileDraft(clientDraft(bytesOf(text), { pace }));
				expect(latin1(written(request))).toBe(text);
			})
		);
	});
});

describe('what is over a bound', () => {
	const BOUNDS = { maxBytes: 1000, maxWrites: 100, maxSeconds: 2 };
	const faults = (draft: HandshakeDraft) =>
		draftFaults(draft, BOUNDS).map(({ kind, actual, item }) => [kind, actual, item]);
	const long = (length: number) => new Uint8Array(length).fill(0x61);

	it.each<[string, HandshakeDraft, unknown[]]>([
		['nothing', clientDraft(bytesOf(HEAD)), []],
		['its bytes', clientDraft(long(2 ** 17 + 1)), [['draft-bytes', 2 ** 17 + 1, null]]],
		['its bytes, for the server', clientDraft(long(1001)), [['run-bytes', 1001, null]]],
		['its writes', clientDraft(long(101), { pace: 'bytes' }), [['run-writes', 101, null]]],
		['its time', clientDraft(long(9), { pace: 'bytes', gap: 300 }), [['run-seconds', 3, null]]],
		['its gap', clientDraft(long(1), { gap: 10_001 }), [['gap', 10_001, null]]],
		[
			'lines one by one',
			clientDraft(bytesOf('a\n'.repeat(513)), { pace: 'lines' }),
			[['lines', 513, null]]
		],
		[
			'places for the Accept',
			serverDraft(bytesOf('{accept}'.repeat(1025))),
			[
				['accepts', 1025, null],
				['run-bytes', 28_700, null]
			]
		],
		[
			'subprotocols that no browser offers',
			serverDraft(long(1), { protocols: ['a', 'a b', 'a', ''] }),
			[
				['protocol-not-token', 0, 1],
				['protocol-repeated', 0, 2],
				['protocol-not-token', 0, 3]
			]
		],
		[
			'too many subprotocols',
			serverDraft(long(1), { protocols: Array.from({ length: 33 }, (_, i) => `p${i}`) }),
			[['protocols', 33, null]]
		]
	])('is told: %s', (_, draft, expected) => {
		expect(faults(draft)).toEqual(expected);
	});

	it('is a mistake of who compiles it', () => {
		const tooLong = clientDraft(long(HANDSHAKE_LIMITS.draftBytes + 1));
		expect(() => compileDraft(tooLong)).toThrow(RangeError);
		const tooManyLines = clientDraft(bytesOf('a\n'.repeat(3000)), { pace: 'lines' });
		expect(() => compileDraft(tooManyLines)).toThrow(RangeError);
	});
});
