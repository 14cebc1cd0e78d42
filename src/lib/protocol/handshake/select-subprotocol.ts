/**
 * A server's choice among the subprotocols that a client offers.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 */

/**
 * The subprotocol in use, or null for none: then the response holds no Sec-WebSocket-Protocol.
 * Names are compared letter for letter.
 * @param order whose preference decides: the order in which the client offers them, as §4.1 says
 * they are listed, or the server's own
 */
export function selectSubprotocol(
	offered: readonly string[],
	spoken: readonly string[],
	order: 'client' | 'server' = 'client'
): string | null {
	const [preferred, other] = order === 'client' ? [offered, spoken] : [spoken, offered];
	return preferred.find((name) => other.includes(name)) ?? null;
}
