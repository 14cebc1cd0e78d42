/**
 * From a draft to what is carried out: writes at its pace, and how the student's side ends.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
 */
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import {
	ACCEPT_LENGTH,
	MAX_STEPS,
	measureScript,
	type RunScript,
	type RunStep
} from '#lib/runs/run-script.ts';
import { headLength, readLines } from './draft-lines.ts';
import { ACCEPT_HOLE, HANDSHAKE_LIMITS, type HandshakeDraft } from './handshake-draft.ts';

/**
 * A client's script waits for the answer, unless the draft ends before. After the head of a CONNECT
 * it waits as well: what follows goes through the tunnel, once there is one.
 *
 * @throws RangeError when draft is over HANDSHAKE_LIMITS (`draftFaults` tells before)
 */
export function compileDraft(draft: HandshakeDraft): RunScript {
	const { bytes, gap, end, role } = draft;
	const { draftBytes } = HANDSHAKE_LIMITS;
	if (bytes.length > draftBytes) throw new RangeError(`draft must have up to ${draftBytes} bytes`);
	const steps: RunStep[] = [];
	for (const stage of stagesOf(draft)) {
		if (steps.length > 0) steps.push({ kind: 'await-head' });
		steps.push(...writes({ ...draft, bytes: stage }));
	}
	if (end !== null) steps.push({ kind: 'end', how: end });
	else if (role === 'client') steps.push({ kind: 'await-head' });
	if (steps.length > MAX_STEPS) throw new RangeError(`draft must make up to ${MAX_STEPS} steps`);
	return { steps, gap };
}

/** What is written before the next answer is waited for. */
function stagesOf({ role, bytes }: HandshakeDraft): Uint8Array<ArrayBuffer>[] {
	const length = headLength(bytes);
	const start = latin1(bytes, 0, 8);
	if (role === 'server' || !start.startsWith('CONNECT ') || length === bytes.length) return [bytes];
	return [bytes.subarray(0, length), bytes.subarray(length)];
}

function writes(draft: HandshakeDraft): RunStep[] {
	const { pace } = draft;
	const pieces = pace === 'lines' ? linePieces(draft.bytes) : [draft.bytes];
	const unit = pace === 'bytes' ? 'byte' : 'whole';
	return pieces
		.filter(({ length }) => length > 0)
		.map((piece) =>
			draft.role === 'server'
				? { kind: 'write', unit, times: 1, ...withoutHoles(piece) }
				: { kind: 'write', unit, times: 1, bytes: piece }
		);
}

/** Line by line up to the end of the head, then what follows it. */
function linePieces(bytes: Uint8Array): Uint8Array[] {
	const lines = readLines(bytes).map(({ start, next }) => bytes.subarray(start, next));
	return [...lines, bytes.subarray(headLength(bytes))];
}

/** The bytes without the places for the Accept, and where those were. */
function withoutHoles(bytes: Uint8Array): { bytes: Uint8Array; acceptAt?: readonly number[] } {
	const parts: Uint8Array[] = [];
	const acceptAt: number[] = [];
	const text = latin1(bytes);
	let from = 0;
	for (const { index } of text.matchAll(HOLES)) {
		parts.push(bytes.subarray(from, index));
		acceptAt.push(index - acceptAt.length * ACCEPT_HOLE.length);
		from = index + ACCEPT_HOLE.length;
	}
	if (acceptAt.length === 0) return { bytes };
	return { bytes: joinBytes([...parts, bytes.subarray(from)]), acceptAt };
}

const HOLES = new RegExp(ACCEPT_HOLE.replace(/[{}]/g, '\\$&'), 'g');

/** How many places for the Accept there are. */
export function countHoles({ bytes }: HandshakeDraft): number {
	return latin1(bytes).split(ACCEPT_HOLE).length - 1;
}

/** Bytes of the draft as they go over the wire, each place for the Accept filled. */
export function wireLength(draft: HandshakeDraft): number {
	const holes = draft.role === 'server' ? countHoles(draft) : 0;
	return draft.bytes.length + holes * (ACCEPT_LENGTH - ACCEPT_HOLE.length);
}

/** Bytes, writes and milliseconds of the draft as it is carried out. */
export function measureDraft(draft: HandshakeDraft): ReturnType<typeof measureScript> {
	return measureScript(compileDraft(draft));
}
