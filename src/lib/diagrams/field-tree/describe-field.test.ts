import type { FrameRecord } from '#lib/capture/conversation-record.ts';
import { en } from '#lib/i18n/en/index.ts';
import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { frameFields } from '#lib/protocol/frames/frame-fields.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { describe, expect, it } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { describeField } from './describe-field.ts';
import { formatCount, formatMs } from './format.ts';
import { bitRange, layoutFieldRows } from './rows.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const hello = new TextEncoder().encode('Hello');

function recordOf(bytes: Uint8Array, direction: Direction = 'client'): FrameRecord {
	const record = new EncodedConversation()
		.handshake()
		.bytes(direction, bytes)
		.conversation.records.at(-1);
	if (record?.kind !== 'frame') throw new Error('no frame');
	return record;
}

function describeIn(record: FrameRecord, id: string) {
	const field = frameFields(record.frame).find((each) => each.id === id);
	if (!field) throw new Error(`no field ${id}`);
	return describeField(en, field, record);
}

const client = (frame: FrameDescription) => recordOf(encodeFrame({ maskingKey: KEY, ...frame }));

describe('describeField', () => {
	it.each([
		['fin', '1', 'last frame of the message'],
		['opcode', '0x1', 'a text message begins: its bytes must be UTF-8'],
		['mask', '1', 'masked, as every client frame must be'],
		['payload-length', '5', 'bytes, not characters'],
		['extended-payload-length', 'absent', 'only when the 7 bits say 126 or 127'],
		['masking-key', '37 fa 21 3d', 'chosen by the client, new for each frame'],
		['payload', '5 bytes', 'masked on the wire'],
		['unmasked-text', 'Hello', 'valid UTF-8, 5 code points']
	])('says %s is %s: %s', (id, value, meaning) => {
		expect(describeIn(client({ opcode: 1, payload: hello }), id)).toMatchObject({ value, meaning });
	});

	it('says so of a key that is all zero', () => {
		const record = client({ opcode: 1, payload: hello, maskingKey: new Uint8Array(4) });
		expect(describeIn(record, 'masking-key').meaning).toContain('all zero');
	});

	it('says where a server masks and must not', () => {
		const record = recordOf(encodeFrame({ opcode: 1, payload: hello, maskingKey: KEY }), 'server');
		expect(describeIn(record, 'mask').meaning).toBe('masked, although a server must not mask');
	});

	it('groups the figures of a long length', () => {
		const record = client({ opcode: 2, payload: new Uint8Array(70_000) });
		expect(describeIn(record, 'extended-payload-length').value).toBe('70,000');
	});

	it('tells what has not arrived from what is absent', () => {
		const whole = encodeFrame({ opcode: 1, payload: hello, maskingKey: KEY });
		const record = recordOf(whole.subarray(0, 3));
		expect(describeIn(record, 'masking-key')).toMatchObject({
			value: '',
			meaning: 'has not arrived yet'
		});
		expect(describeIn(record, 'extended-payload-length').value).toBe('absent');
	});

	it('says how much of a payload is there', () => {
		const whole = encodeFrame({ opcode: 1, payload: hello, maskingKey: KEY });
		expect(describeIn(recordOf(whole.subarray(0, 9)), 'payload').meaning).toBe(
			'3 of 5 bytes have arrived'
		);
	});

	it('cuts a long text short', () => {
		const record = client({ opcode: 1, payload: new TextEncoder().encode('x'.repeat(9000)) });
		expect(describeIn(record, 'unmasked-text').value.length).toBeLessThan(300);
	});
});

describe('layoutFieldRows', () => {
	it('puts what the payload holds under it', () => {
		const { frame } = client({ opcode: 8, payload: Uint8Array.of(0x03, 0xe8) });
		const rows = layoutFieldRows(frameFields(frame));
		const nested = rows.filter(({ depth }) => depth === 1).map(({ field }) => field.id);
		expect(nested).toEqual(['close-code', 'close-reason', 'unmasked-payload']);
	});

	it('calls a field absent that is neither on the wire nor derived', () => {
		const { frame } = client({ opcode: 1, payload: hello });
		const absent = layoutFieldRows(frameFields(frame)).filter(({ isAbsent }) => isAbsent);
		expect(absent.map(({ field }) => field.id)).toEqual(['extended-payload-length']);
	});
});

it.each([
	[0, 1, '0'],
	[16, 32, '16–47'],
	[-1, 0, '']
])('bits from %i, %i long, are written %j', (bitOffset, bitLength, range) => {
	const field = { id: 'x', kind: 'payload', bitOffset, bitLength, value: null } as const;
	expect(bitRange({ ...field, section: '5.2' })).toBe(range);
});

it.each([
	[999, '999'],
	[1_048_576, '1,048,576'],
	[2n ** 63n - 1n, '9,223,372,036,854,775,807']
])('%s is written %s', (value, text) => {
	expect(formatCount(value)).toBe(text);
});

it('writes microseconds as milliseconds', () => {
	expect(formatMs(12_865)).toBe('12.865');
});
