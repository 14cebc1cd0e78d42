import { describe, expect, test } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { readsBefore } from './reads.ts';

const NONE = new Uint8Array(0);
const HELLO = Uint8Array.of(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);

function reads(wire: EncodedConversation, cursor = wire.recording.events.length) {
	const { conversation } = wire;
	return readsBefore({
		events: wire.recording.events,
		records: conversation.records,
		view: conversation.at(cursor),
		connection: conversation.connection,
		direction: 'client',
		frameOffset: conversation.frameOffset('client')
	});
}
const pieces = (wire: EncodedConversation, cursor?: number) =>
	reads(wire, cursor).reads.map((read) =>
		read.pieces.map(({ record, from, to }) => [record.index, from, to])
	);
const shaken = () => new EncodedConversation().handshake();

describe('how the bytes came', () => {
	test('one frame in several reads', () => {
		const wire = shaken();
		for (const cut of [0, 4, 8]) wire.bytes('client', HELLO.subarray(cut, cut + 4));
		expect(pieces(wire)).toEqual([[[3, 0, 4]], [[3, 4, 8]], [[3, 8, 11]]]);
	});

	test('several frames in one read', () => {
		const wire = shaken().frames(
			'client',
			{ opcode: 9, payload: NONE },
			{ opcode: 10, payload: NONE }
		);
		expect(pieces(wire)).toEqual([
			[
				[3, 0, 6],
				[4, 0, 6]
			]
		]);
	});

	test('the end of one frame and the beginning of the next in one read', () => {
		const both = Uint8Array.of(...HELLO, ...HELLO);
		const wire = shaken().bytes('client', both.subarray(0, 15)).bytes('client', both.subarray(15));
		expect(pieces(wire)).toEqual([
			[
				[3, 0, 11],
				[4, 0, 4]
			],
			[[4, 4, 11]]
		]);
	});

	test('what the other side sent is not among them', () => {
		const wire = shaken().text('client', 'a').text('server', 'a').text('client', 'b');
		expect(pieces(wire)).toHaveLength(2);
	});

	test('what lies after the cursor is not among them', () => {
		const wire = shaken().text('client', 'a').text('client', 'b');
		expect(pieces(wire, wire.recording.events.length - 1)).toEqual([[[3, 0, 7]]]);
	});

	test('before the first frame there is nothing', () => {
		expect(reads(shaken())).toEqual({ reads: [], hasEarlier: false });
	});

	test('of a long run the last ones are shown, and that there are more', () => {
		const wire = shaken();
		for (let n = 0; n < 100; n++) wire.text('client', 'a');
		const window = reads(wire);
		expect([window.reads.length, window.hasEarlier]).toEqual([24, true]);
	});

	test('of a read with very many frames the first ones are shown, the others counted', () => {
		const many = Array.from({ length: 50 }, () => ({ opcode: 9, payload: NONE }));
		const [read] = reads(shaken().frames('client', ...many)).reads;
		expect([read?.pieces.length, read?.hidden]).toEqual([6, 44]);
	});
});
