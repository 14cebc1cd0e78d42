/** Frames to begin with: each legal kind, and each classic mistake. */
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT } from '#lib/protocol/frames/opcode.ts';
import { MAX_64_BIT_LENGTH } from '#lib/protocol/frames/payload-length.ts';
import { newFrame, type NewFrame } from './run.ts';

export const LEGAL_PRESETS = [
	'text',
	'text-utf8',
	'binary',
	'empty',
	'ping',
	'pong',
	'close',
	'close-with-reason',
	'close-without-code',
	'fragments',
	'ping-between-fragments',
	'character-across-fragments',
	'length-16',
	'length-64'
] as const;

export const MISTAKE_PRESETS = [
	'wrong-mask',
	'rsv1',
	'rsv2',
	'rsv3',
	'reserved-data-opcode',
	'reserved-control-opcode',
	'length-16-not-minimal',
	'length-64-not-minimal',
	'length-top-bit',
	'length-huge',
	'length-too-long',
	'length-too-short',
	'ping-fragmented',
	'ping-too-long',
	'continuation-without-start',
	'text-inside-message',
	'message-unfinished',
	'invalid-utf8',
	'surrogate',
	'character-cut-short',
	'close-one-byte',
	'close-1005',
	'close-999',
	'close-reason-invalid-utf8',
	'frame-after-close',
	'rsv1-on-continuation',
	'rsv1-on-ping',
	'deflate-invalid'
] as const;

export type PresetId = (typeof LEGAL_PRESETS)[number] | (typeof MISTAKE_PRESETS)[number];

export interface Preset {
	readonly id: PresetId;
	readonly group: 'legal' | 'mistake';
	/** Shows what it is about only where permessage-deflate was agreed. */
	readonly needsDeflate: boolean;
	/** @param newKey four octets, others at each call */
	readonly items: (role: Direction, newKey: () => Uint8Array) => readonly NewFrame[];
}

/** A frame before it is masked. */
interface Sketch extends Omit<FrameDescription, 'maskingKey'> {
	/** Masked where it must not be, unmasked where it must. */
	readonly isMaskedWrongly?: boolean;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const octets = (...values: number[]) => Uint8Array.from(values);
/** Letters from a on, round and round: 1 byte each. */
const letters = (length: number) => Uint8Array.from({ length }, (_, i) => 0x61 + (i % 26));

const text = (words: string): Sketch => ({ opcode: TEXT, payload: utf8(words) });
const close = (code: number | null, reason = ''): Sketch => ({
	opcode: CLOSE,
	payload: encodeClosePayload(code, reason)
});
const start = (payload: Uint8Array): Sketch => ({ opcode: TEXT, fin: false, payload });
const rest = (payload: Uint8Array): Sketch => ({ opcode: CONTINUATION, payload });

const HELLO = text('Hello');
const PLAIN_PING: Sketch = { opcode: PING, payload: utf8('ping') };
/** U+4F60 你 is e4 bd a0. */
const HALF_CHARACTER = octets(0xe4, 0xbd);
const REASON = utf8('bye');
/** A block of type 3 (RFC 1951 §3.2.3), which does not exist. */
const NO_DEFLATE = octets(0x07, 0xff, 0xff);

const LEGAL: Readonly<Record<(typeof LEGAL_PRESETS)[number], readonly Sketch[]>> = {
	text: [HELLO],
	'text-utf8': [text('你好, Wire101 👋')],
	binary: [{ opcode: BINARY, payload: octets(0x00, 0x7f, 0x80, 0xff) }],
	empty: [text('')],
	ping: [PLAIN_PING],
	pong: [{ opcode: PONG, payload: utf8('unasked') }],
	close: [close(1000)],
	'close-with-reason': [close(1001, '再见, bye')],
	'close-without-code': [close(null)],
	fragments: [start(utf8('Hel')), rest(utf8('lo'))],
	'ping-between-fragments': [start(utf8('Hel')), PLAIN_PING, rest(utf8('lo'))],
	'character-across-fragments': [start(HALF_CHARACTER), rest(octets(0xa0))],
	'length-16': [{ opcode: TEXT, payload: letters(126) }],
	'length-64': [{ opcode: BINARY, payload: letters(0x1_0000) }]
};

const MISTAKES: Readonly<Record<(typeof MISTAKE_PRESETS)[number], readonly Sketch[]>> = {
	'wrong-mask': [{ ...HELLO, isMaskedWrongly: true }],
	rsv1: [{ ...HELLO, rsv1: true }],
	rsv2: [{ ...HELLO, rsv2: true }],
	rsv3: [{ ...HELLO, rsv3: true }],
	'reserved-data-opcode': [{ ...HELLO, opcode: 0x3 }],
	'reserved-control-opcode': [{ ...PLAIN_PING, opcode: 0xb }],
	'length-16-not-minimal': [{ ...HELLO, lengthForm: 16 }],
	'length-64-not-minimal': [{ ...HELLO, lengthForm: 64 }],
	'length-top-bit': [{ ...HELLO, lengthForm: 64, announcedLength: 2n ** 63n }],
	'length-huge': [{ opcode: BINARY, payload: utf8('Hello'), announcedLength: MAX_64_BIT_LENGTH }],
	'length-too-long': [{ ...HELLO, announcedLength: 10 }],
	'length-too-short': [{ ...HELLO, announcedLength: 3 }],
	'ping-fragmented': [{ ...PLAIN_PING, fin: false }],
	'ping-too-long': [{ opcode: PING, payload: letters(126) }],
	'continuation-without-start': [rest(utf8('lo'))],
	'text-inside-message': [start(utf8('Hel')), HELLO],
	'message-unfinished': [start(utf8('Hel'))],
	'invalid-utf8': [{ opcode: TEXT, payload: octets(0x48, 0x69, 0xff) }],
	surrogate: [{ opcode: TEXT, payload: octets(0xed, 0xa0, 0x80) }],
	'character-cut-short': [{ opcode: TEXT, payload: HALF_CHARACTER }],
	'close-one-byte': [{ opcode: CLOSE, payload: octets(0x03) }],
	'close-1005': [close(1005)],
	'close-999': [close(999)],
	'close-reason-invalid-utf8': [{ opcode: CLOSE, payload: octets(0x03, 0xe8, ...REASON, 0xff) }],
	'frame-after-close': [close(1000), HELLO],
	'rsv1-on-continuation': [start(utf8('Hel')), { ...rest(utf8('lo')), rsv1: true }],
	'rsv1-on-ping': [{ ...PLAIN_PING, rsv1: true }],
	'deflate-invalid': [{ opcode: TEXT, rsv1: true, payload: NO_DEFLATE }]
};

const WITH_DEFLATE: readonly PresetId[] = [
	'rsv1-on-continuation',
	'rsv1-on-ping',
	'deflate-invalid'
];

export const PRESETS: readonly Preset[] = [
	...LEGAL_PRESETS.map((id) => preset(id, 'legal', LEGAL[id])),
	...MISTAKE_PRESETS.map((id) => preset(id, 'mistake', MISTAKES[id]))
];

function preset(id: PresetId, group: Preset['group'], sketches: readonly Sketch[]): Preset {
	return {
		id,
		group,
		needsDeflate: WITH_DEFLATE.includes(id),
		items: (role, newKey) => sketches.map((sketch) => newFrame(encode(sketch, role, newKey)))
	};
}

function encode(
	{ isMaskedWrongly = false, ...description }: Sketch,
	role: Direction,
	newKey: () => Uint8Array
): Uint8Array<ArrayBuffer> {
	const isMasked = (role === 'client') !== isMaskedWrongly;
	return encodeFrame({ ...description, maskingKey: isMasked ? newKey() : null });
}
