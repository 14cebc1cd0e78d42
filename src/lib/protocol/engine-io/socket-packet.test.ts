import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceSocketPacket } from '../../../../tests/support/socket-io-parsers.ts';
import { decodeSocketPacket } from './socket-packet.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const decode = (text: string) => decodeSocketPacket(bytesOf(text));
const codes = (text: string) => decode(text).violations.map(({ code }) => code);

/** As the library's decoder tells it. */
function summary(text: string) {
	const { type, namespace, ackId, payload, attachments } = decode(text);
	return {
		type,
		namespace: namespace.value,
		ackId: ackId?.value ?? null,
		attachments: attachments?.value ?? null,
		data: payload ? (JSON.parse(payload.text) as unknown) : null
	};
}

describe('a Socket.IO packet', () => {
	it.each([
		['0', { type: 'CONNECT', namespace: '/', ackId: null, payload: null }],
		['0/admin,{"token":"1"}', { type: 'CONNECT', namespace: '/admin', payload: '{"token":"1"}' }],
		['1', { type: 'DISCONNECT', payload: null }],
		['1/admin,', { type: 'DISCONNECT', namespace: '/admin', payload: null }],
		['2["event",{"id":1}]', { type: 'EVENT', payload: '["event",{"id":1}]' }],
		['212["message"]', { type: 'EVENT', ackId: 12, payload: '["message"]' }],
		['2/你,7["x"]', { type: 'EVENT', namespace: '/你', ackId: 7, payload: '["x"]' }],
		['37[]', { type: 'ACK', ackId: 7, payload: '[]' }],
		['4{"message":"no"}', { type: 'CONNECT_ERROR', payload: '{"message":"no"}' }],
		['51-["a",{"_placeholder":true,"num":0}]', { type: 'BINARY_EVENT', attachments: 1 }],
		['62-/a,3[]', { type: 'BINARY_ACK', attachments: 2, namespace: '/a', ackId: 3 }]
	])('%s is read', (text, expected) => {
		const { type, namespace, ackId, payload, attachments } = decode(text);
		const read = {
			type,
			namespace: namespace.value,
			ackId: ackId?.value ?? null,
			payload: payload?.text ?? null,
			attachments: attachments?.value ?? null
		};
		expect(read).toMatchObject(expected);
		expect(codes(text)).toEqual([]);
	});

	it('says where its parts lie', () => {
		const { namespace, ackId, payload } = decode('2/你,12["x"]');
		expect([namespace, ackId, payload]).toMatchObject([
			{ start: 1, end: 5 },
			{ start: 6, end: 8 },
			{ start: 8, end: 13 }
		]);
	});

	it('names its event', () => {
		expect(decode('2["event",1]').eventName).toBe('event');
		expect(decode('2[7]').eventName).toBe(7);
		expect(decode('3["event"]').eventName).toBeNull();
	});

	it.each([
		['', 'socket-type-unknown'],
		['9', 'socket-type-unknown'],
		['2[', 'socket-json-invalid'],
		['2{"a":1}', 'socket-payload-unexpected'],
		['2["connect"]', 'socket-payload-unexpected'],
		['2[{}]', 'socket-payload-unexpected'],
		['1{}', 'socket-payload-unexpected'],
		['0[]', 'socket-payload-unexpected'],
		['3{}', 'socket-payload-unexpected'],
		['4[]', 'socket-payload-unexpected'],
		['5["a"]', 'socket-attachments-malformed'],
		['50-["a"]', 'socket-attachments-malformed'],
		['5-["a"]', 'socket-attachments-malformed']
	])('%s is %s', (text, code) => {
		expect(codes(text)).toContain(code);
		expect(referenceSocketPacket(text)).toBeNull();
	});

	const namespace = fc
		.string({ unit: 'grapheme', maxLength: 5 })
		.map((name) => `/${name.replaceAll(',', '')}`);
	const name = fc.string({ maxLength: 4 }).map((each) => `e${each}`);
	const packets = fc.record({
		type: fc.constantFrom(2, 3, 5, 6),
		namespace: fc.option(namespace),
		id: fc.option(fc.nat()),
		data: fc.array(fc.jsonValue(), { maxLength: 3 }),
		name,
		attachments: fc.integer({ min: 1, max: 9 })
	});

	it('is read as the library reads it', () => {
		fc.assert(
			fc.property(packets, ({ type, namespace, id, data, name, attachments }) => {
				const count = type > 4 ? `${attachments}-` : '';
				const place = namespace === null || namespace === '/' ? '' : `${namespace},`;
				const text = `${type}${count}${place}${id ?? ''}${JSON.stringify([name, ...data])}`;
				expect(summary(text)).toEqual(referenceSocketPacket(text));
				expect(codes(text)).toEqual([]);
			})
		);
	});

	it('that the library refuses is at fault, and the other way round, whatever the text', () => {
		const piece = fc.constantFrom(
			'2',
			'0',
			'5',
			'1-',
			'/',
			',',
			'12',
			'["a"]',
			'{}',
			'"',
			'[',
			']',
			'null',
			'é'
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const text = pieces.join('');
				expect(codes(text).length > 0).toBe(referenceSocketPacket(text) === null);
			}),
			{ numRuns: 500, examples: [[['5', '2', '1-']]] }
		);
	});

	it('never throws, whatever the bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
				const { start, end, violations } = decodeSocketPacket(bytes);
				expect([start, end]).toEqual([0, bytes.length]);
				for (const { bitOffset, bitLength } of violations) {
					expect(bitOffset + bitLength).toBeLessThanOrEqual(bytes.length * 8);
				}
			})
		);
	});
});
