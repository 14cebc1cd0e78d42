/** The echo answers each frame, good or bad, with the very bytes that bare `ws` answers with. */
import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBare, startLab, type BareFixture, type LabFixture } from './support/lab-fixture.ts';
import { maskedFrame, openWebSocket, type RawClient } from './support/raw-client.ts';

const MAX = 64 * 1024;
const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const text = (content: string) => maskedFrame(0x81, Buffer.from(content));
const close = (code: number, reason = '') =>
	maskedFrame(0x88, Buffer.concat([Buffer.of(code >> 8, code & 255), Buffer.from(reason)]));
/** Hand-made headers with the key 37fa213d and the payload of "Hello" masked by it. */
const HELLO = '37fa213d 7f9f4d5158';

interface Case {
	readonly name: string;
	readonly sent: Buffer;
	/** Code on the wire; null: the connection stays open. */
	readonly closes: number | null;
	readonly error?: string;
}

const fails = (name: string, sent: Buffer, closes: number, error: string): Case => ({
	name,
	sent,
	closes,
	error
});

const BAD_CODES = [999, 1004, 1005, 1006, 1015, 1016, 2999, 5000];
const CASES: readonly Case[] = [
	fails('an unmasked frame', bytes('81 05 48656c6c6f'), 1002, 'WS_ERR_EXPECTED_MASK'),
	fails('RSV1 without an extension', bytes(`c1 85 ${HELLO}`), 1002, 'WS_ERR_UNEXPECTED_RSV_1'),
	fails('RSV1 on a ping', bytes(`c9 85 ${HELLO}`), 1002, 'WS_ERR_UNEXPECTED_RSV_1'),
	fails('RSV2', bytes(`a1 85 ${HELLO}`), 1002, 'WS_ERR_UNEXPECTED_RSV_2_3'),
	fails('RSV3', bytes(`91 85 ${HELLO}`), 1002, 'WS_ERR_UNEXPECTED_RSV_2_3'),
	fails('reserved opcode 3', bytes('83 81 37fa213d 00'), 1002, 'WS_ERR_INVALID_OPCODE'),
	fails('reserved opcode 0xB', bytes('8b 80 37fa213d'), 1002, 'WS_ERR_INVALID_OPCODE'),
	fails('a fragmented ping', bytes('09 81 37fa213d 00'), 1002, 'WS_ERR_EXPECTED_FIN'),
	fails(
		'a ping of 126 bytes',
		maskedFrame(0x89, Buffer.alloc(126)),
		1002,
		'WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH'
	),
	fails('UTF-8 ff fe', maskedFrame(0x81, bytes('fffe')), 1007, 'WS_ERR_INVALID_UTF8'),
	fails('a surrogate in UTF-8', maskedFrame(0x81, bytes('eda080')), 1007, 'WS_ERR_INVALID_UTF8'),
	fails(
		'a close with one byte',
		maskedFrame(0x88, Buffer.of(3)),
		1002,
		'WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH'
	),
	...BAD_CODES.map((code) =>
		fails(`close ${code}`, close(code), 1002, 'WS_ERR_INVALID_CLOSE_CODE')
	),
	fails(
		'a close reason that is not UTF-8',
		maskedFrame(0x88, bytes('03e8ff')),
		1007,
		'WS_ERR_INVALID_UTF8'
	),
	fails(
		'64-bit length with its top bit set',
		bytes('82 ff 8000000000000000 37fa213d'),
		1009,
		'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH'
	),
	fails(
		'64-bit length 2^53',
		bytes('82 ff 0020000000000000 37fa213d'),
		1009,
		'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH'
	),
	fails(
		'a continuation without a start',
		bytes('80 81 37fa213d 00'),
		1002,
		'WS_ERR_INVALID_OPCODE'
	),
	fails(
		'a new text frame among fragments',
		Buffer.concat([maskedFrame(0x01, Buffer.from('a')), text('b')]),
		1002,
		'WS_ERR_INVALID_OPCODE'
	),
	fails(
		'a frame over the limit',
		maskedFrame(0x82, Buffer.alloc(MAX + 1)),
		1009,
		'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
	),
	fails(
		'fragments over the limit in sum',
		Buffer.concat([
			maskedFrame(0x02, Buffer.alloc(MAX / 2)),
			maskedFrame(0x80, Buffer.alloc(MAX / 2 + 1))
		]),
		1009,
		'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
	),
	fails(
		'a length over the limit, only announced',
		bytes('82 ff 0000000000010001 37fa213d'),
		1009,
		'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
	),
	fails(
		'HTTP where a frame is due',
		Buffer.from('GET / HTTP/1.1\r\n\r\n'),
		1002,
		'WS_ERR_UNEXPECTED_RSV_1'
	),
	{ name: 'close 3000', sent: close(3000), closes: 3000 },
	{ name: 'close 4999', sent: close(4999), closes: 4999 },
	{ name: 'close 1000 with a reason', sent: close(1000, 'bye'), closes: 1000 },
	{ name: 'an empty close', sent: maskedFrame(0x88, Buffer.alloc(0)), closes: 1005 },
	{ name: 'data after a close', sent: Buffer.concat([close(1000), text('late')]), closes: 1000 },
	{ name: 'a text', sent: text('Hello 你好'), closes: null },
	{ name: 'a binary message', sent: maskedFrame(0x82, bytes('00ff80')), closes: null },
	{ name: 'an empty text', sent: text(''), closes: null },
	{ name: 'the longest message', sent: maskedFrame(0x82, Buffer.alloc(MAX, 7)), closes: null },
	{ name: '16-bit length for 5 bytes', sent: bytes(`81 fe 0005 ${HELLO}`), closes: null },
	{
		name: '64-bit length for 5 bytes',
		sent: bytes(`81 ff 0000000000000005 ${HELLO}`),
		closes: null
	},
	{ name: 'an all-zero masking key', sent: bytes('81 85 00000000 48656c6c6f'), closes: null },
	{
		name: 'a ping among fragments',
		sent: Buffer.concat([
			maskedFrame(0x01, bytes('e4')),
			maskedFrame(0x89, Buffer.from('?')),
			maskedFrame(0x80, bytes('bda0'))
		]),
		closes: null
	},
	{ name: 'an unsolicited pong', sent: maskedFrame(0x8a, Buffer.from('!')), closes: null },
	{
		name: 'bad UTF-8 in an unfinished fragment',
		sent: maskedFrame(0x01, bytes('ff')),
		closes: null
	}
];

let lab: LabFixture;
let bare: BareFixture;

beforeAll(async () => {
	lab = await startLab({ limits: { maxMessageBytes: MAX, shutdownSeconds: 0 } });
	bare = await startBare({ maxPayload: MAX });
});
afterAll(async () => {
	await lab.close();
	await bare.close();
});

/** What comes back until the connection ends, or until the echo of a last mark. */
async function answerTo(client: RawClient, { sent, closes, name }: Case): Promise<Buffer> {
	client.write(sent);
	// Inside an unfinished message only a ping may follow.
	const isOpen = closes === null;
	if (isOpen) client.write(maskedFrame(0x89, Buffer.from('mark')));
	await client.until(() =>
		isOpen ? client.afterHead.includes('mark') : client.socket.readableEnded
	);
	const answer = client.afterHead;
	client.destroy();
	if (answer.length === 0) throw new Error(`no answer to ${name}`);
	return answer;
}

describe.each(CASES)('$name', (row) => {
	it('is answered as by bare ws', async () => {
		const ours = await answerTo(await openWebSocket(lab.port, '/ws/echo'), row);
		const theirs = await answerTo(await openWebSocket(bare.port, '/'), row);
		expect(ours.toString('hex')).toBe(theirs.toString('hex'));
	});

	it('is answered the same when observed, and its error code is reported', async () => {
		const recording = lab.expect();
		const target = `/ws/echo?ticket=${recording.ticket}`;
		const ours = await answerTo(await openWebSocket(lab.port, target), row);
		bare.errors.length = 0;
		const theirs = await answerTo(await openWebSocket(bare.port, '/'), row);
		await recording.released;
		const errors = recording.told.flatMap((told) => (told.name === 'error' ? [told.code] : []));
		expect(ours.toString('hex')).toBe(theirs.toString('hex'));
		expect(errors).toEqual(row.error === undefined ? [] : [row.error]);
		expect(bare.errors).toEqual(errors);
	});
});

describe.each(CASES.filter(({ closes }) => closes !== null))('$name', (row) => {
	it(`closes with ${row.closes}`, async () => {
		const answer = await answerTo(await openWebSocket(lab.port, '/ws/echo'), row);
		const isEmpty = answer.subarray(-2).toString('hex') === '8800';
		const at = answer.lastIndexOf(0x88);
		expect(isEmpty ? 1005 : answer.readUInt16BE(at + 2)).toBe(row.closes);
	});
});
