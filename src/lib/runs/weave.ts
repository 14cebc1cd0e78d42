/**
 * A message woven from fragments: where it is cut, in which order the pieces go out, which control
 * frames stand between them, and which pieces are lost.
 *
 * FIN and opcode belong to a fragment's place in the message, not to its place in the order: what
 * is sent out of order goes out as the sender had made it, and breaks the rules it breaks.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.4
 */
import type { Direction } from '#lib/protocol/direction.ts';
import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT } from '#lib/protocol/frames/opcode.ts';
import { EMPTY_RUN, newFrame, type NewFrame, type Run } from './run.ts';

interface PieceCommon {
	/** Identity; stays when the piece moves. */
	readonly id: number;
	/** Not sent. */
	readonly isLost: boolean;
}

export interface FragmentPiece extends PieceCommon {
	readonly kind: 'fragment';
	/** Which fragment of the message, from 0. */
	readonly part: number;
}

export type ControlKind = 'ping' | 'pong' | 'close';

export interface ControlPiece extends PieceCommon {
	readonly kind: ControlKind;
	/** Unmasked. */
	readonly payload: Uint8Array;
}

export type WeavePiece = FragmentPiece | ControlPiece;

export interface Weave {
	readonly kind: 'text' | 'binary';
	/** The whole message. */
	readonly data: Uint8Array;
	/** Byte offsets from 1 to length − 1, ascending. */
	readonly cuts: readonly number[];
	/** In sending order: every fragment once, control frames anywhere. */
	readonly pieces: readonly WeavePiece[];
}

/** Masking key of a piece, four octets. */
export type KeyOf = (piece: number) => Uint8Array;

const CONTROL_OPCODES = { ping: PING, pong: PONG, close: CLOSE } as const;

/** A message in one piece. */
export function newWeave(kind: Weave['kind'], data: Uint8Array): Weave {
	return { kind, data, cuts: [], pieces: [{ id: 1, kind: 'fragment', part: 0, isLost: false }] };
}

function nextId({ pieces }: Weave): number {
	return pieces.reduce((most, { id }) => Math.max(most, id), 0) + 1;
}

/** Another message; cuts that fall outside it are gone, and so are their fragments. */
export function setMessage(weave: Weave, kind: Weave['kind'], data: Uint8Array): Weave {
	const kept = weave.cuts.filter((cut) => cut < data.length).length;
	let fitting = weave;
	while (fitting.cuts.length > kept) fitting = removeCut(fitting, fitting.cuts.length - 1);
	return { ...fitting, kind, data };
}

/** Cuts before the byte at the offset: the new fragment follows the one it came from. */
export function addCut(weave: Weave, at: number): Weave {
	const { cuts, data } = weave;
	if (!Number.isInteger(at) || at < 1 || at >= data.length || cuts.includes(at)) return weave;
	const part = cuts.filter((cut) => cut < at).length;
	const from = weave.pieces.findIndex((piece) => piece.kind === 'fragment' && piece.part === part);
	const fragment = { id: nextId(weave), kind: 'fragment', part: part + 1, isLost: false } as const;
	const pieces = renumber(weave.pieces, (each) => (each > part ? each + 1 : each));
	return {
		...weave,
		cuts: cuts.toSpliced(part, 0, at),
		pieces: pieces.toSpliced(from + 1, 0, fragment)
	};
}

/** @param index of the cut @param to byte offset; a cut stays between its neighbours */
export function moveCut(weave: Weave, index: number, to: number): Weave {
	const { cuts, data } = weave;
	if (cuts[index] === undefined) return weave;
	const least = (cuts[index - 1] ?? 0) + 1;
	const most = (cuts[index + 1] ?? data.length) - 1;
	return { ...weave, cuts: cuts.with(index, Math.max(least, Math.min(most, Math.round(to)))) };
}

/** Joins the two fragments around a cut; the later one gives its place up. */
export function removeCut(weave: Weave, index: number): Weave {
	if (weave.cuts[index] === undefined) return weave;
	const kept = weave.pieces.filter((piece) => !isPart(piece, index + 1));
	return {
		...weave,
		cuts: weave.cuts.toSpliced(index, 1),
		pieces: renumber(kept, (each) => (each > index ? each - 1 : each))
	};
}

function isPart(piece: WeavePiece, part: number): boolean {
	return piece.kind === 'fragment' && piece.part === part;
}

function renumber(pieces: readonly WeavePiece[], change: (part: number) => number): WeavePiece[] {
	return pieces.map((piece) =>
		piece.kind === 'fragment' ? { ...piece, part: change(piece.part) } : piece
	);
}

/** @param at place in the sending order */
export function addControl(
	weave: Weave,
	kind: ControlKind,
	at: number,
	payload: Uint8Array
): Weave {
	const control: ControlPiece = { id: nextId(weave), kind, payload, isLost: false };
	return { ...weave, pieces: weave.pieces.toSpliced(at, 0, control) };
}

/** Takes a control frame out; a fragment can only be lost. */
export function removeControl(weave: Weave, id: number): Weave {
	const pieces = weave.pieces.filter((piece) => piece.id !== id || piece.kind === 'fragment');
	return { ...weave, pieces };
}

/** @param to place in the sending order without the piece */
export function movePiece(weave: Weave, id: number, to: number): Weave {
	const piece = weave.pieces.find((each) => each.id === id);
	if (!piece) return weave;
	const others = weave.pieces.filter((each) => each !== piece);
	return { ...weave, pieces: others.toSpliced(Math.max(0, to), 0, piece) };
}

export function setLost(weave: Weave, id: number, isLost: boolean): Weave {
	const pieces = weave.pieces.map((piece) => (piece.id === id ? { ...piece, isLost } : piece));
	return { ...weave, pieces };
}

/** The order as the message has it, nothing lost; control frames stay where they stand. */
export function restoreOrder(weave: Weave): Weave {
	let part = 0;
	const inOrder = weave.pieces
		.filter((piece) => piece.kind === 'fragment')
		.toSorted((a, b) => a.part - b.part);
	const pieces = weave.pieces.map((piece) => ({
		...(piece.kind === 'fragment' ? (inOrder[part++] ?? piece) : piece),
		isLost: false
	}));
	return { ...weave, pieces };
}

/** Where a fragment lies in the message, in bytes. */
export function partRange(
	weave: Weave,
	part: number
): { readonly from: number; readonly to: number } {
	return { from: weave.cuts[part - 1] ?? 0, to: weave.cuts[part] ?? weave.data.length };
}

/** The frame of a piece before it is masked. */
export function describePiece(weave: Weave, piece: WeavePiece): FrameDescription {
	if (piece.kind !== 'fragment') {
		return { opcode: CONTROL_OPCODES[piece.kind], payload: piece.payload };
	}
	const { from, to } = partRange(weave, piece.part);
	const first = weave.kind === 'text' ? TEXT : BINARY;
	return {
		fin: piece.part === weave.cuts.length,
		opcode: piece.part === 0 ? first : CONTINUATION,
		payload: weave.data.subarray(from, to)
	};
}

/** Bytes of a piece's frame as they go over the wire. */
export function encodePiece(
	weave: Weave,
	piece: WeavePiece,
	role: Direction,
	keyOf: KeyOf
): Uint8Array<ArrayBuffer> {
	const maskingKey = role === 'client' ? keyOf(piece.id) : null;
	return encodeFrame({ ...describePiece(weave, piece), maskingKey });
}

/** The frames that are sent, in sending order. */
export function weaveItems(weave: Weave, role: Direction, keyOf: KeyOf): readonly NewFrame[] {
	return weave.pieces
		.filter(({ isLost }) => !isLost)
		.map((piece) => newFrame(encodePiece(weave, piece, role, keyOf)));
}

/** The frames that are sent as a run, in which each item has the id of its piece. */
export function weaveRun(weave: Weave, role: Direction, keyOf: KeyOf): Run {
	const sent = weave.pieces.filter(({ isLost }) => !isLost);
	const items = weaveItems(weave, role, keyOf).map((item, index) => ({
		...item,
		id: sent[index]?.id ?? index
	}));
	return { ...EMPTY_RUN, role, items };
}
