/**
 * Token: the alphabet of methods, header names, subprotocols and extension names.
 *
 * RFC 6455 cites the token of RFC 2616 §2.2, which allows the same characters.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
 */

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

export function isToken(text: string): boolean {
	return TOKEN.test(text);
}

/** Optional whitespace of a header value: space and horizontal tab (RFC 9110 §5.6.3). */
export function isBlank(character: string | undefined): boolean {
	return character === ' ' || character === '\t';
}

/** A run of characters in a text, `end` exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The span without the whitespace at its edges. */
export function trimSpan(text: string, start: number, end: number): Span {
	while (start < end && isBlank(text[start])) start++;
	while (end > start && isBlank(text[end - 1])) end--;
	return { start, end };
}

/** ASCII lower case, as HTTP compares names and keywords: no other letter changes. */
export function asciiLowerCase(text: string): string {
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The elements of a comma-separated value, trimmed, empty ones included (RFC 9110 §5.6.1). */
export function listElements(text: string): Span[] {
	const elements: Span[] = [];
	let start = 0;
	for (let i = 0; i <= text.length; i++) {
		if (i < text.length && text[i] !== ',') continue;
		elements.push(trimSpan(text, start, i));
		start = i + 1;
	}
	return elements;
}
