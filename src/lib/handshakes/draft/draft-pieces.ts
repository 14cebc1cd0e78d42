/** A draft taken apart into the lines of its head, and put together again. */
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { readLines, type DraftLine, type LineEnding } from './draft-lines.ts';
import { HANDSHAKE_LIMITS, type HandshakeDraft } from './handshake-draft.ts';

/** One line, apart from the draft it came from. */
export interface Piece {
	readonly text: Uint8Array;
	readonly ending: LineEnding;
}

const ENDINGS: Readonly<Record<LineEnding, Uint8Array>> = {
	crlf: latin1Bytes('\r\n'),
	lf: latin1Bytes('\n'),
	cr: latin1Bytes('\r'),
	none: new Uint8Array(0)
};

export const isWhole = ({ ending }: { readonly ending: LineEnding }) =>
	ending === 'crlf' || ending === 'lf';

/** Lines from the first one on; what lies behind the last of them stays as it is. */
export interface LinesRead {
	readonly draft: HandshakeDraft;
	readonly lines: readonly DraftLine[];
	readonly pieces: readonly Piece[];
}

/** @param most lines; by default those that can be edited one by one */
export function takeApart(draft: HandshakeDraft, most: number = HANDSHAKE_LIMITS.lines): LinesRead {
	const lines = readLines(draft.bytes, most);
	return { draft, lines, pieces: toPieces(draft, lines) };
}

function toPieces({ bytes }: HandshakeDraft, lines: readonly DraftLine[]): Piece[] {
	return lines.map(({ start, end, ending }) => ({ text: bytes.subarray(start, end), ending }));
}

/** The ending that a new line of the draft gets. */
export function usualEnding(lines: readonly DraftLine[]): LineEnding {
	return lines.find(isWhole)?.ending ?? 'crlf';
}

/** The draft with these lines in place of those that were read of it. */
export function withLines(
	{ lines: read, draft }: LinesRead,
	lines: readonly Piece[]
): HandshakeDraft {
	const rest = draft.bytes.subarray(read.at(-1)?.next ?? 0);
	const parts = lines.flatMap(({ text, ending }) => [text, ENDINGS[ending]]);
	parts.push(rest);
	return { ...draft, bytes: joinBytes(parts) };
}

/** How many lines belong to the one at an index: a header is followed by its folded lines. */
export function blockLength(lines: readonly DraftLine[], index: number): number {
	const line = lines[index];
	if (!line || line.header === null || line.kind === 'fold') return line ? 1 : 0;
	let length = 1;
	while (lines[index + length]?.kind === 'fold') length += 1;
	return length;
}

/** A line that stops short of its end may only be the last one. */
export function mendEndings(lines: readonly Piece[], usual: LineEnding): Piece[] {
	const last = lines.length - 1;
	return lines.map((line, i) => (i < last && !isWhole(line) ? { ...line, ending: usual } : line));
}

/** Where the last line stopped short of its end, the one that is last now does so instead. */
export function keepUnfinished(
	before: readonly Piece[],
	after: readonly Piece[]
): readonly Piece[] {
	const [was, is] = [before.at(-1), after.at(-1)];
	if (!was || !is || was === is || isWhole(was)) return after;
	return after.map((line) => {
		if (line === was) return { ...line, ending: is.ending };
		return line === is ? { ...line, ending: was.ending } : line;
	});
}
