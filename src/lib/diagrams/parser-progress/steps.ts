/**
 * How far a receiver has come in a frame: its parser reads two bytes, then what they announce.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import type { FieldKind } from '#lib/protocol/field.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { extendedLengthBytes } from '#lib/protocol/frames/payload-length.ts';

export type StepId = 'first' | 'second' | 'extended' | 'key' | 'payload';

export interface ParserStep {
	readonly id: StepId;
	readonly kind: FieldKind;
	/** Bytes that it takes; null while no byte has told. */
	readonly bytes: number | bigint | null;
	/** Of these, how many have arrived. */
	readonly arrived: number;
	readonly state: 'done' | 'now' | 'next' | 'absent';
}

/** What the parser reads next; null: the frame is whole. */
export interface ParserNeed {
	readonly step: StepId;
	readonly bytes: number | bigint;
}

/** All five steps, in wire order. @param frame as far as it has arrived */
export function parserSteps(frame: Frame): readonly ParserStep[] {
	const sizes = sizesOf(frame);
	let before = 0;
	let hasNow = false;
	return sizes.map(({ id, kind, bytes }) => {
		const arrived = bytes === null ? 0 : atMost(frame.bytesLength - before, bytes);
		before += arrived;
		const isDone = bytes !== null && BigInt(arrived) === BigInt(bytes);
		const state = bytes === 0 ? 'absent' : isDone ? 'done' : hasNow ? 'next' : 'now';
		if (state === 'now') hasNow = true;
		return { id, kind, bytes, arrived, state };
	});
}

/** What is still missing of the step that the parser is in. */
export function parserNeed(steps: readonly ParserStep[]): ParserNeed | null {
	const now = steps.find(({ state }) => state === 'now');
	if (!now || now.bytes === null) return null;
	const { id: step, bytes, arrived } = now;
	return { step, bytes: typeof bytes === 'bigint' ? bytes - BigInt(arrived) : bytes - arrived };
}

type Size = Pick<ParserStep, 'id' | 'kind' | 'bytes'>;

function sizesOf(frame: Frame): readonly Size[] {
	const hasSecond = frame.bytesLength > 1;
	const extended = extendedLengthBytes(frame.lengthForm);
	const knowsLength = hasSecond && frame.bytesLength >= 2 + extended;
	return [
		{ id: 'first', kind: 'opcode', bytes: 1 },
		{ id: 'second', kind: 'length', bytes: 1 },
		{ id: 'extended', kind: 'extended', bytes: hasSecond ? extended : null },
		{ id: 'key', kind: 'key', bytes: hasSecond ? (frame.masked ? 4 : 0) : null },
		{ id: 'payload', kind: 'payload', bytes: knowsLength ? frame.payloadLength : null }
	];
}

function atMost(available: number, bytes: number | bigint): number {
	const there = Math.max(0, available);
	return bytes < there ? Number(bytes) : there;
}
