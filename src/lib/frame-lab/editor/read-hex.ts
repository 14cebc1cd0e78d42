/**
 * Bytes out of whatever text they are pasted in: hex with any separators, with `0x` or `\x`, an
 * array of C, JavaScript or Python, with comments. Broken text is read as far as it goes.
 */

export interface HexReading {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Where each byte stands in the text: index of its first digit, and the one behind its last. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	/** What ended the reading early; null: all was read. */
	readonly fault: HexFault | null;
}

export interface HexFault {
	readonly reason: 'not-hex' | 'half-byte';
	/** Index in the text of the character at fault. */
	readonly position: number;
	readonly character: string;
}

/** What stands between bytes and says nothing. */
const SEPARATOR = /[\s,:;_\-'"]/;
const DIGIT = /[0-9a-f]/i;
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)|(?:\/\/|#)[^\n]*/y;

/** Never throws. */
export function readHex(text: string): HexReading {
	const { from, to } = innermost(text);
	const bytes: number[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const done = (fault: HexFault | null) => ({ bytes: Uint8Array.from(bytes), starts, ends, fault });
	const stop = (reason: HexFault['reason'], position: number) =>
		done({ reason, position, character: text.charAt(position) });
	let isPrefixed = false;
	for (let at = from; at < to;) {
		const skipped = skip(text, at);
		if (skipped > at) {
			isPrefixed = text.charAt(skipped - 1).toLowerCase() === 'x';
			at = skipped;
			continue;
		}
		if (!DIGIT.test(text.charAt(at))) return stop('not-hex', at);
		const isPair = at + 1 < to && DIGIT.test(text.charAt(at + 1));
		// `0x1,` is a byte written short; a lone digit without a prefix may be half of anything.
		if (!isPair && !(isPrefixed && at + 1 < to)) return stop('half-byte', at);
		const end = at + (isPair ? 2 : 1);
		bytes.push(Number.parseInt(text.slice(at, end), 16));
		starts.push(at);
		ends.push(end);
		isPrefixed = false;
		at = end;
	}
	return done(null);
}

/** Behind a separator, a comment or the prefix of a number at `at`; `at` itself where none is. */
function skip(text: string, at: number): number {
	const character = text.charAt(at);
	if (SEPARATOR.test(character)) return at + 1;
	if (/^(0x|\\x|b['"])/i.test(text.slice(at, at + 2))) return at + 2;
	COMMENT.lastIndex = at;
	return COMMENT.test(text) ? COMMENT.lastIndex : at;
}

/** The part inside the brackets or quotes of a listing, else all of the text. */
function innermost(text: string): { readonly from: number; readonly to: number } {
	let from = 0;
	let to = text.length;
	for (const [open, close] of ['{}', '[]', '()', "''", '""']) {
		if (open === undefined || close === undefined) continue;
		const begin = openingAt(text, open, from, to);
		if (begin < 0) continue;
		// Several strings may follow one another: the last quote ends them.
		const end = open === close ? text.lastIndexOf(close, to - 1) : text.indexOf(close, begin + 1);
		from = begin + 1;
		if (end >= from && end < to) to = end;
	}
	return { from, to };
}

/** `frame[] =` opens nothing: the brackets must hold something. */
function openingAt(text: string, open: string, from: number, to: number): number {
	let at = text.indexOf(open, from);
	while (at >= 0 && at < to && open === '[' && /^\[\s*\d*\s*\]\s*=/.test(text.slice(at))) {
		at = text.indexOf(open, at + 1);
	}
	return at < to ? at : -1;
}
