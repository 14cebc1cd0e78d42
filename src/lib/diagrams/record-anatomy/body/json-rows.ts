/**
 * JSON laid out one member or element a line, each token as it was captured: no number is rounded,
 * no escape undone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
import type { Field } from '#lib/protocol/field.ts';

export interface JsonToken {
	/** Text as sent, quotes and escapes included. */
	readonly text: string;
	readonly start: number;
	/** Excluded. */
	readonly end: number;
}

export interface JsonRow {
	readonly index: number;
	readonly depth: number;
	readonly key: JsonToken | null;
	/** A string, a number, true, false or null. */
	readonly value: JsonToken | null;
	/** What opens or closes here: `{`, `[`, `}`, `]`, `{}`, `[]`; else empty. */
	readonly bracket: string;
	readonly hasComma: boolean;
}

/** Rows that are laid out; the rest is in the bytes. */
const MAX_ROWS = 5_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Null where the bytes are no JSON. */
export function layoutJson(bytes: Uint8Array): readonly JsonRow[] | null {
	try {
		JSON.parse(decoder.decode(bytes));
	} catch {
		return null;
	}
	return new JsonLayout(bytes).read();
}

class JsonLayout {
	readonly #bytes: Uint8Array;
	readonly #rows: JsonRow[] = [];
	/** Whether each open container is an object. */
	readonly #open: boolean[] = [];
	#key: JsonToken | null = null;
	#awaitsKey = false;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** The bytes are known to be JSON: nothing is checked again. */
	read(): readonly JsonRow[] {
		for (let at = 0; at < this.#bytes.length && this.#rows.length < MAX_ROWS;) {
			at = this.#step(at);
		}
		return this.#rows;
	}

	#step(at: number): number {
		const character = String.fromCharCode(this.#bytes[at] ?? 0);
		if (character === '{' || character === '[') return this.#begin(at, character);
		if (character === '}' || character === ']') {
			this.#open.pop();
			this.#add({ bracket: character });
			return at + 1;
		}
		if (character === ',') {
			const last = this.#rows.pop();
			if (last) this.#rows.push({ ...last, hasComma: true });
			this.#awaitsKey = this.#open.at(-1) ?? false;
			return at + 1;
		}
		if (/[\s:]/.test(character)) return at + 1;
		const token = this.#token(at);
		if (this.#awaitsKey) {
			this.#key = token;
			this.#awaitsKey = false;
		} else this.#add({ value: token });
		return token.end;
	}

	#begin(at: number, bracket: string): number {
		let next = at + 1;
		while (/\s/.test(String.fromCharCode(this.#bytes[next] ?? 0))) next++;
		const closing = bracket === '{' ? '}' : ']';
		if (this.#bytes[next] === closing.charCodeAt(0)) {
			this.#add({ bracket: bracket + closing });
			return next + 1;
		}
		this.#add({ bracket });
		this.#open.push(bracket === '{');
		this.#awaitsKey = bracket === '{';
		return at + 1;
	}

	#token(start: number): JsonToken {
		const bytes = this.#bytes;
		let end = start + 1;
		if (bytes[start] === QUOTE) {
			while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
			end += 1;
		} else {
			while (end < bytes.length && !/[\s,\]}]/.test(String.fromCharCode(bytes[end] ?? 0))) end++;
		}
		return { text: decoder.decode(bytes.subarray(start, end)), start, end };
	}

	#add(part: Partial<JsonRow>): void {
		const place = { index: this.#rows.length, depth: this.#open.length, key: this.#key };
		this.#key = null;
		this.#rows.push({ ...place, value: null, bracket: '', hasComma: false, ...part });
	}
}

/** `json-N-key` and `json-N-value`; N is the index of the row. */
export function jsonFields(rows: readonly JsonRow[]): Field[] {
	return rows.flatMap(({ index, key, value }) => [
		...(key ? [jsonField(`json-${index}-key`, 'header-name', key)] : []),
		...(value ? [jsonField(`json-${index}-value`, 'header-value', value)] : [])
	]);
}

function jsonField(id: string, kind: Field['kind'], { text, start, end }: JsonToken): Field {
	const bits = { bitOffset: start * 8, bitLength: (end - start) * 8 };
	return { id, kind, value: text, section: 'RFC 8259', ...bits };
}
