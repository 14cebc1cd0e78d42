import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineParser } from '../../../../tests/support/socket-io-parsers.ts';
import { engineFields } from './engine-fields.ts';
import { binaryEnginePacket, decodeEnginePacket } from './engine-packet.ts';
import { decodeEnginePayload } from './engine-payload.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const packetOf = (text: string) => decodeEnginePacket(bytesOf(text));

describe('an Engine.IO packet', () => {
	it.each([
		['0{"sid":"a"}', 'open'],
		['1', 'close'],
		['2', 'ping'],
		['3', 'pong'],
		['42["x"]', 'message'],
		['5', 'upgrade'],
		['6', 'noop']
	])('%s is of type %s', (text, type) => {
		expect(packetOf(text)).toMatchObject({ type, violations: [] });
	});

	it.each([
		['2probe', true],
		['3probe', true],
		['2', false],
		['2probe!', false],
		['5', false]
	])('%s tries a WebSocket: %s', (text, isProbe) => {
		expect(packetOf(text).isProbe).toBe(isProbe);
	});

	it('opens with what the server allows', () => {
		const handshake =
			'0{"sid":"x","upgrades":["websocket",1],"pingInterval":25000,"maxPayload":null}';
		expect(packetOf(handshake).handshake).toEqual({
			sid: 'x',
			upgrades: ['websocket'],
			pingInterval: 25000,
			pingTimeout: null,
			maxPayload: null
		});
	});

	it('carries bytes as base64', () => {
		expect(packetOf('bAQID')).toMatchObject({
			type: 'message',
			isBinary: true,
			binary: Uint8Array.of(1, 2, 3),
			socket: null
		});
	});

	it('of a binary frame has no type before its bytes', () => {
		expect(binaryEnginePacket(Uint8Array.of(1, 2))).toMatchObject({
			type: 'message',
			data: { start: 0, end: 2 }
		});
	});

	it.each([
		['', 'engine-type-unknown'],
		['7', 'engine-type-unknown'],
		['x', 'engine-type-unknown'],
		['b???', 'engine-base64-invalid'],
		['0', 'engine-handshake-malformed'],
		['0[]', 'engine-handshake-malformed'],
		['4', 'socket-type-unknown']
	])('%j is %s', (text, code) => {
		expect(packetOf(text).violations).toMatchObject([{ code }]);
	});

	it('that is no UTF-8 says where', () => {
		const packet = decodeEnginePacket(Uint8Array.of(0x32, 0x61, 0xff));
		expect(packet.violations).toMatchObject([{ code: 'engine-text-not-utf8', bitOffset: 16 }]);
	});

	it('is fields at their bytes', () => {
		const bytes = bytesOf('451-/a,7["x"]');
		expect(engineFields(decodeEnginePacket(bytes), bytes)).toMatchObject([
			{ id: 'packet-0-type', kind: 'opcode', bitOffset: 0, bitLength: 8, value: '4' },
			{ id: 'packet-0-socket-type', bitOffset: 8, bitLength: 8, value: '5' },
			{ id: 'packet-0-attachments', bitOffset: 16, bitLength: 8, value: 1 },
			{ id: 'packet-0-namespace', bitOffset: 32, bitLength: 16, value: '/a' },
			{ id: 'packet-0-ack', bitOffset: 56, bitLength: 8, value: 7 },
			{ id: 'packet-0-payload', kind: 'payload', bitOffset: 64, bitLength: 40, value: '["x"]' }
		]);
	});
});

describe('a polling body', () => {
	it('is packets with a separator between them', () => {
		const { packets, separators } = decodeEnginePayload(bytesOf('42["a"]\x1e2\x1ebAQID'));
		expect(packets.map(({ type, start, end }) => [type, start, end])).toEqual([
			['message', 0, 7],
			['ping', 8, 9],
			['message', 10, 15]
		]);
		expect(separators).toEqual([7, 9]);
	});

	it('that is empty has none', () => {
		expect(decodeEnginePayload(new Uint8Array(0)).packets).toEqual([]);
	});

	it('that ends with a separator has an empty packet, which is at fault', () => {
		expect(decodeEnginePayload(bytesOf('2\x1e')).packets[1]).toMatchObject({
			start: 2,
			end: 2,
			type: null
		});
	});

	it('is read up to a bound', () => {
		const { packets, violations } = decodeEnginePayload(bytesOf('2\x1e2\x1e2'), 2);
		expect(packets).toHaveLength(2);
		expect(violations).toMatchObject([{ code: 'engine-too-many-packets', bitOffset: 32 }]);
	});

	const packet = fc.oneof(
		fc.record({
			type: fc.constantFrom('open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'),
			data: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replaceAll('\x1e', ''))
		}),
		fc.record({
			type: fc.constant('message'),
			data: fc.uint8Array().map((bytes) => Buffer.from(bytes))
		})
	);

	it('is read as engine.io-parser reads what it wrote', () => {
		fc.assert(
			fc.property(fc.array(packet, { minLength: 1, maxLength: 5 }), (written) => {
				engineParser.encodePayload(written, (text) => {
					const bytes = bytesOf(text);
					const read = decodeEnginePayload(bytes).packets.map(
						({ type, isBinary, binary, data }) => {
							const string = textOf(bytes.subarray(data.start, data.end));
							if (isBinary) return { type, data: Buffer.from(binary ?? []) };
							return string === '' ? { type } : { type, data: string };
						}
					);
					expect(read).toEqual(engineParser.decodePayload(text));
				});
			})
		);
	});

	it('never throws, whatever the bytes, and covers them all', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
				const { packets, separators } = decodeEnginePayload(bytes);
				const covered = packets.reduce(
					(sum, { start, end }) => sum + end - start,
					separators.length
				);
				expect(covered).toBe(bytes.length);
			})
		);
	});
});
