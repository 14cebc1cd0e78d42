/** The id of the last event a client has seen, as it stands in a query or in `Last-Event-ID`. */

const DIGITS = /^(?:0|[1-9]\d{0,15})$/;

/** 0 where there is none: the stream from its beginning. Null where it is not an id. */
export function decodeCursor(text: string | null): number | null {
	if (text === null || text === '') return 0;
	if (!DIGITS.test(text)) return null;
	const id = Number(text);
	return Number.isSafeInteger(id) ? id : null;
}
