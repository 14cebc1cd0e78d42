import { describe, expect, it } from 'vitest';
import { traceMessage } from '#lib/protocol/deflate/deflate-blocks.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import { inflate } from '#lib/protocol/deflate/inflate-message.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { BROKEN_WAYS } from './broken-ways.ts';
import { breakPayload, compareWindows, compressMessages } from './compress-messages.ts';
import { messageFrames } from './message-frames.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const KEPT = { windowBits: 15, keepsWindow: true };
const lines = ['the masking key is new', 'the masking key is random', 'the masking key'].map(utf8);
const newKey = () => Uint8Array.of(1, 2, 3, 4);

describe('compressMessages', () => {
	it('makes later messages shorter where the window is kept', () => {
		const [kept, forgotten] = [true, false].map((keepsWindow) =>
			compressMessages(lines, { windowBits: 15, keepsWindow }, 6).map(({ length }) => length)
		);
		expect(kept?.[0]).toBe(forgotten?.[0]);
		expect(kept?.[2]).toBeLessThan(forgotten?.[2] ?? 0);
	});

	it('stores at level 0', () => {
		const [payload = new Uint8Array(0)] = compressMessages(lines, KEPT, 0);
		expect(traceMessage(payload).blocks[0]?.kind).toBe('stored');
	});
});

describe('compareWindows', () => {
	it('gives a wider window what it reaches further for', () => {
		const far = [utf8('needle in a haystack'), utf8('x'.repeat(3)), new Uint8Array(1000)];
		crypto.getRandomValues(far[2] as Uint8Array<ArrayBuffer>);
		const sizes = compareWindows([...far, utf8('needle in a haystack')], 6);
		const last = (bits: number) =>
			sizes.find(({ windowBits }) => windowBits === bits)?.kept.at(-1) ?? 0;
		expect(last(15)).toBeLessThan(last(9));
	});
});

describe('messageFrames', () => {
	const [payload = new Uint8Array(0)] = compressMessages(lines, KEPT, 6);

	it.each([1, 2, 5])('sets RSV1 on the first of %i fragments only', (fragments) => {
		const frames = messageFrames(payload, { fragments, isCompressed: true, newKey });
		expect(frames.map(([byte = 0]) => byte & 0xc0)).toEqual(
			frames.map((_, index) => (index === 0 ? 0x40 : 0) | (index === fragments - 1 ? 0x80 : 0))
		);
	});

	it('is read back as the message, without a fault', () => {
		const frames = messageFrames(payload, { fragments: 3, isCompressed: true, newKey });
		const stream = new FrameStream({ direction: 'client', deflate: {}, inflate });
		const read = stream.push(joinBytes(frames));
		expect(read.at(-1)?.message?.text()).toBe('the masking key is new');
		expect(read.flatMap(({ frame }) => frame.violations)).toEqual([]);
	});

	it('makes no more fragments than there are bytes, and one of an empty message', () => {
		const count = (bytes: Uint8Array) =>
			messageFrames(bytes, { fragments: 8, isCompressed: false, newKey }).length;
		expect([count(utf8('abc')), count(utf8(''))]).toEqual([3, 1]);
	});
});

describe('breakPayload', () => {
	it.each([
		['reserved-type', 'block-type-reserved'],
		['cut-short', 'ends-inside'],
		['lost-window', 'distance-too-far']
	] as const)('%s gives the fault %s', (way, fault) => {
		expect(traceMessage(breakPayload(way, lines, KEPT)).fault?.code).toBe(fault);
	});

	it.each(BROKEN_WAYS)('%s differs from good data, for any first message', (way) => {
		for (const messages of [[], [utf8('')], [utf8('a')], lines]) {
			const { trace, text } = read(breakPayload(way, messages, KEPT));
			expect(trace.fault === null && text === new TextDecoder().decode(messages[0])).toBe(false);
		}
	});
});

function read(payload: Uint8Array) {
	const trace = traceMessage(payload);
	return { trace, text: new TextDecoder().decode(trace.output) };
}
