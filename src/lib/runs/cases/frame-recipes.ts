/** Cases of single frames that either side can write: headers, lengths, control frames. */
import type { CaseRecipe } from './cases.ts';
import { letters } from './frame-writer.ts';

const LEGAL: readonly CaseRecipe[] = [
	{ id: 'text', group: 'legal', pieces: (w) => [w.frame(0x81, 'Hello')] },
	{ id: 'text-empty', group: 'legal', pieces: (w) => [w.frame(0x81)] },
	{ id: 'text-utf8', group: 'legal', pieces: (w) => [w.frame(0x81, '你好 🌏')] },
	{ id: 'binary', group: 'legal', pieces: (w) => [w.frame(0x82, Uint8Array.of(0, 0xff, 0xfe))] },
	{ id: 'length-16', group: 'legal', pieces: (w) => [w.frame(0x82, letters(126))] },
	{ id: 'length-64', group: 'legal', pieces: (w) => [w.frame(0x82, letters(65_536))] },
	{ id: 'ping', group: 'legal', pieces: (w) => [w.frame(0x89, 'Hello')] },
	{ id: 'ping-empty', group: 'legal', pieces: (w) => [w.frame(0x89)] },
	{ id: 'pong-unsolicited', group: 'legal', pieces: (w) => [w.frame(0x8a, 'Hello')] },
	{
		id: 'one-write',
		group: 'legal',
		writes: 'one',
		pieces: (w) => [w.frame(0x81, 'one'), w.frame(0x89, 'two'), w.frame(0x81, 'three')]
	},
	{ id: 'bytewise', group: 'legal', writes: 'bytes', pieces: (w) => [w.frame(0x81, 'Hello')] }
];

const RESERVED: readonly CaseRecipe[] = [
	{ id: 'rsv1', group: 'reserved', pieces: (w) => [w.frame(0xc1, 'Hello')] },
	{ id: 'rsv2', group: 'reserved', pieces: (w) => [w.frame(0xa1, 'Hello')] },
	{ id: 'rsv3', group: 'reserved', pieces: (w) => [w.frame(0x91, 'Hello')] },
	{ id: 'rsv1-ping', group: 'reserved', pieces: (w) => [w.frame(0xc9, 'Hello')] },
	{ id: 'opcode-3', group: 'reserved', pieces: (w) => [w.frame(0x83, 'Hello')] },
	{ id: 'opcode-7', group: 'reserved', pieces: (w) => [w.frame(0x87, 'Hello')] },
	{ id: 'opcode-b', group: 'reserved', pieces: (w) => [w.frame(0x8b)] },
	{ id: 'opcode-f', group: 'reserved', pieces: (w) => [w.frame(0x8f)] },
	{
		id: 'http',
		group: 'reserved',
		pieces: () => [new TextEncoder().encode('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')]
	}
];

const LENGTHS: readonly CaseRecipe[] = [
	{
		id: 'length-16-for-5',
		group: 'lengths',
		pieces: (w) => [w.frame(0x81, 'Hello', { form: 16 })]
	},
	{
		id: 'length-64-for-5',
		group: 'lengths',
		pieces: (w) => [w.frame(0x81, 'Hello', { form: 64 })]
	},
	{
		id: 'length-64-for-300',
		group: 'lengths',
		pieces: (w) => [w.frame(0x82, letters(300), { form: 64 })]
	},
	{
		id: 'length-top-bit',
		group: 'lengths',
		pieces: (w) => [w.frame(0x82, '', { form: 64, announced: 2n ** 63n })]
	},
	{
		id: 'length-2-53',
		group: 'lengths',
		pieces: (w) => [w.frame(0x82, '', { form: 64, announced: 2n ** 53n })]
	},
	{
		id: 'length-short',
		group: 'lengths',
		pieces: (w) => [w.frame(0x81, 'Hello', { announced: 3 })]
	},
	{ id: 'length-long', group: 'lengths', pieces: (w) => [w.frame(0x81, 'Hello', { announced: 9 })] }
];

const CONTROL: readonly CaseRecipe[] = [
	{ id: 'ping-125', group: 'control', pieces: (w) => [w.frame(0x89, letters(125))] },
	{ id: 'ping-126', group: 'control', pieces: (w) => [w.frame(0x89, letters(126))] },
	{ id: 'pong-126', group: 'control', pieces: (w) => [w.frame(0x8a, letters(126))] },
	{
		id: 'close-126',
		group: 'control',
		pieces: (w) => [w.frame(0x88, Uint8Array.of(0x03, 0xe8, ...letters(124)))]
	},
	{ id: 'ping-fragmented', group: 'control', pieces: (w) => [w.frame(0x09, 'Hello')] },
	{ id: 'close-fragmented', group: 'control', pieces: (w) => [w.frame(0x08)] },
	{
		id: 'ping-not-minimal',
		group: 'control',
		pieces: (w) => [w.frame(0x89, 'Hello', { form: 16 })]
	}
];

export const FRAME_RECIPES: readonly CaseRecipe[] = [...LEGAL, ...RESERVED, ...LENGTHS, ...CONTROL];
