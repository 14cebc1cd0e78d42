/** How presets write their heads: a whole one, changed where the preset is about something. */
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { TEXT } from '#lib/protocol/frames/opcode.ts';
import { ACCEPT_HOLE, type HandshakeDraft } from '../draft/handshake-draft.ts';
import type { PresetContext } from './preset.ts';

/** Values of headers by name; null takes one away, a list writes a line for each. */
export type HeaderChanges = Readonly<Record<string, string | null | readonly string[]>>;

const ENCODER = new TextEncoder();
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => ENCODER.encode(text);

/** Where the echo answers. */
export const ECHO = '/ws/echo';
/** `Hello` of RFC 6455 §5.7, masked and not. */
const HELLO = { opcode: TEXT, payload: utf8('Hello') };
export const CLIENT_HELLO = encodeFrame({
	...HELLO,
	maskingKey: Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)
});
export const SERVER_HELLO = encodeFrame(HELLO);

/** Lines of a head without their ends; headers that are new stand behind the usual ones. */
function headLines(start: string, usual: HeaderChanges, changes: HeaderChanges): string[] {
	const headers = Object.entries({ ...usual, ...changes }).flatMap(([name, value]) =>
		value === null ? [] : [value].flat().map((each) => `${name}: ${each}`)
	);
	return [start, ...headers];
}

/** The lines of an opening handshake with nothing in it that need not be. */
export function requestLines(
	{ host, newKey }: PresetContext,
	changes: HeaderChanges = {},
	start = `GET ${ECHO} HTTP/1.1`
): string[] {
	const usual = {
		Host: host,
		Upgrade: 'websocket',
		Connection: 'Upgrade',
		'Sec-WebSocket-Key': newKey(),
		'Sec-WebSocket-Version': '13'
	};
	return headLines(start, usual, changes);
}

/** The lines of the answer due. */
export function switchingLines(
	changes: HeaderChanges = {},
	start = 'HTTP/1.1 101 Switching Protocols'
): string[] {
	const usual = {
		Upgrade: 'websocket',
		Connection: 'Upgrade',
		'Sec-WebSocket-Accept': ACCEPT_HOLE
	};
	return headLines(start, usual, changes);
}

/** Lines, the blank one that ends the head, and what follows it. */
export function headBytes(
	lines: readonly string[],
	after: Uint8Array = new Uint8Array(0),
	lineEnd = '\r\n'
): Uint8Array<ArrayBuffer> {
	return joinBytes([utf8([...lines, '', ''].join(lineEnd)), after]);
}

type Manner = Partial<Omit<HandshakeDraft, 'role' | 'bytes'>>;

function draft(
	role: HandshakeDraft['role'],
	bytes: Uint8Array<ArrayBuffer>,
	{ pace = 'whole', gap = 0, end = null, protocols = [] }: Manner
): HandshakeDraft {
	return { role, bytes, pace, gap, end, protocols };
}

export function clientDraft(bytes: Uint8Array<ArrayBuffer>, manner: Manner = {}): HandshakeDraft {
	return draft('client', bytes, manner);
}

export function serverDraft(bytes: Uint8Array<ArrayBuffer>, manner: Manner = {}): HandshakeDraft {
	return draft('server', bytes, manner);
}

/** Headers that fill a head to more than 64 KiB: no server and no reader here takes as much. */
export function fillingLines(): string[] {
	return Array.from({ length: 17 }, (_, i) => `X-Filler-${i + 1}: ${'a'.repeat(4000)}`);
}
