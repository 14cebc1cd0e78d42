import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '#lib/protocol/deflate/inflate-message.ts';
import { FRAME_RULES } from '#lib/protocol/violation.ts';
import { appendItem, setExtensions, toggleCut } from './edit-run.ts';
import { LEGAL_PRESETS, PRESETS, type PresetId } from './presets.ts';
import { readRun, type ReadRunOptions } from './read-run.ts';
import { EMPTY_RUN, newFrame, type Run } from './run.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

function runOf(...frames: readonly (readonly number[])[]): Run {
	return frames.reduce(
		(run, bytes) => appendItem(run, newFrame(Uint8Array.from(bytes))),
		EMPTY_RUN
	);
}

function presetRun(id: PresetId, role: Run['role'], extensions = ''): Run {
	const preset = PRESETS.find((each) => each.id === id);
	const items = preset?.items(role, () => KEY) ?? [];
	return items.reduce<Run>((run, item) => appendItem(run, item), {
		...EMPTY_RUN,
		role,
		extensions
	});
}

const PING = [0x89, 0x80, 1, 2, 3, 4];

describe('readRun', () => {
	it('reads a frame that lies in two items', () => {
		const reading = readRun(runOf(PING.slice(0, 3), [...PING.slice(3), ...PING]));
		expect(reading.frames.map(({ item, itemOffset }) => [item, itemOffset])).toEqual([
			[1, 0],
			[2, 3]
		]);
	});

	it('says where a frame begins that is not finished', () => {
		const reading = readRun(runOf([...PING, 0x81, 0x85, 1]));
		expect(reading).toMatchObject({
			verdict: { kind: 'unfinished', within: 'frame' },
			pendingAt: { item: 1, itemOffset: 6 },
			bytesNeeded: 3
		});
	});

	it('reads the same whatever the cuts', () => {
		const run = runOf(PING, PING);
		const cut = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 });
		fc.assert(
			fc.property(cut, cut, (first, second) => {
				const once = first.reduce((each, at) => toggleCut(each, 1, at), run);
				const twice = second.reduce((each, at) => toggleCut(each, 2, at), once);
				expect(readRun(twice)).toEqual(readRun(run));
			})
		);
	});

	it('reads the same wherever the bytes are divided into items', () => {
		const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
		fc.assert(
			fc.property(anyBytes, fc.nat(), (bytes, at) => {
				const middle = at % bytes.length;
				const { verdict, frames, bytesNeeded } = readRun(runOf([...bytes]));
				const divided = readRun(runOf([...bytes.subarray(0, middle)], [...bytes.subarray(middle)]));
				expect(divided.verdict).toEqual(verdict);
				expect(divided.frames.length).toBe(frames.length);
				expect(divided.bytesNeeded).toBe(bytesNeeded);
			})
		);
	});

	it('reads an item three times at most', () => {
		const run = appendItem(EMPTY_RUN, { ...newFrame(Uint8Array.from(PING)), times: 20_000 });
		expect(readRun(run).frames).toHaveLength(3);
	});

	it('reads nothing behind the end of the connection', () => {
		const run = appendItem(appendItem(EMPTY_RUN, { kind: 'end', how: 'fin' }), newFrame(KEY));
		expect(readRun(run).verdict).toEqual({ kind: 'nothing' });
	});

	it.each([
		['client', 'permessage-deflate'],
		['server', 'permessage-deflate; server_no_context_takeover']
	] as const)('takes RSV1 of a %s whose head names %s', (role, extensions) => {
		const run = presetRun('rsv1', role);
		expect(readRun(run).verdict).toMatchObject({ code: 'rsv-without-extension' });
		expect(readRun(setExtensions(run, extensions)).verdict).toEqual({ kind: 'legal' });
	});
});

const DEFLATE = 'permessage-deflate';
const STRICT: ReadRunOptions = { inflate, maxMessageBytes: 2 ** 20 };

describe.each(['client', 'server'] as const)('presets of a %s', (role) => {
	it.each(LEGAL_PRESETS)('%s breaks no rule', (id) => {
		expect(readRun(presetRun(id, role)).verdict.kind).toMatch(/legal|close/);
	});

	it.each([
		['wrong-mask', role === 'client' ? 'client-frame-unmasked' : 'server-frame-masked'],
		['rsv1', 'rsv-without-extension'],
		['rsv2', 'rsv-without-extension'],
		['rsv3', 'rsv-without-extension'],
		['reserved-data-opcode', 'reserved-opcode'],
		['reserved-control-opcode', 'reserved-opcode'],
		['length-16-not-minimal', 'length-not-minimal'],
		['length-64-not-minimal', 'length-not-minimal'],
		['length-top-bit', 'length-top-bit-set'],
		['length-huge', 'message-too-big'],
		['ping-fragmented', 'control-frame-fragmented'],
		['ping-too-long', 'control-frame-too-long'],
		['continuation-without-start', 'continuation-without-start'],
		['text-inside-message', 'data-frame-inside-message'],
		['invalid-utf8', 'invalid-utf8'],
		['surrogate', 'invalid-utf8'],
		['character-cut-short', 'invalid-utf8'],
		['close-one-byte', 'close-payload-one-byte'],
		['close-1005', 'close-code-not-on-wire'],
		['close-999', 'close-code-unassigned'],
		['close-reason-invalid-utf8', 'close-reason-invalid-utf8'],
		['rsv1-on-continuation', 'rsv1-on-continuation'],
		['rsv1-on-ping', 'rsv1-on-control-frame'],
		['deflate-invalid', 'deflate-data-invalid']
	] as const)('%s breaks %s', (id, code) => {
		const needsDeflate = PRESETS.some((preset) => preset.id === id && preset.needsDeflate);
		const run = presetRun(id, role, needsDeflate ? DEFLATE : '');
		const { closeCode, section } = FRAME_RULES[code];
		expect(readRun(run, STRICT).verdict).toMatchObject({ code, closeCode, section });
	});

	it.each([
		['length-too-long', 'frame'],
		['message-unfinished', 'message']
	] as const)('%s leaves a %s unfinished', (id, within) => {
		expect(readRun(presetRun(id, role)).verdict).toEqual({ kind: 'unfinished', within });
	});

	it('length-too-short leaves bytes that begin a frame of their own', () => {
		const { frames, pending } = readRun(presetRun('length-too-short', role));
		expect(frames.length + (pending ? 1 : 0)).toBe(2);
	});

	it('frame-after-close marks the frame that nobody reads', () => {
		const codes = readRun(presetRun('frame-after-close', role)).frames.flatMap(({ frame }) =>
			frame.violations.map(({ code }) => code)
		);
		expect(codes).toContain('frame-after-close');
	});
});
