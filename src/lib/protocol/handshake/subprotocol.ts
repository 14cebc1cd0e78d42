/**
 * Grammar of Sec-WebSocket-Protocol, and the server's choice.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-11.3.4
 */
import type { HandshakeFault } from './handshake-rules.ts';
import { isToken, listElements, type Span } from '../http/http-token.ts';

/** Positions are those of the text, shifted by the offset given to `parseSubprotocols`. */
export interface Subprotocol extends Span {
	readonly name: string;
}

export interface SubprotocolList {
	/** In order of preference; without empty and repeated ones. */
	readonly subprotocols: readonly Subprotocol[];
	readonly faults: readonly HandshakeFault[];
}

/**
 * Reads one header value of a request: tokens, none empty, none twice. Case matters.
 * @param offset added to all positions: where the value begins in its head
 * @param before subprotocols of earlier lines of the same header, which may not be repeated
 */
export function parseSubprotocols(
	text: string,
	offset = 0,
	before: readonly Subprotocol[] = []
): SubprotocolList {
	const faults: HandshakeFault[] = [];
	const subprotocols: Subprotocol[] = [];
	const seen = new Set(before.map(({ name }) => name));
	for (const element of listElements(text)) {
		const name = text.slice(element.start, element.end);
		const span = { start: element.start + offset, end: element.end + offset };
		if (name === '') {
			// An empty element has no characters: the whole value is to blame.
			faults.push({ code: 'subprotocol-empty', start: offset, end: offset + text.length });
		} else if (seen.has(name)) faults.push({ code: 'subprotocol-repeated', ...span });
		else {
			if (!isToken(name)) faults.push({ code: 'subprotocol-not-token', ...span });
			seen.add(name);
			subprotocols.push({ name, ...span });
		}
	}
	return { subprotocols, faults };
}
