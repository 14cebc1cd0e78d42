/**
 * What the two sides agreed on for permessage-deflate (RFC 7692 §7.1), after negotiation.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.1
 */
export interface DeflateParameters {
	/** The server's compressor forgets its window after each message (§7.1.1.1). Default false. */
	readonly serverNoContextTakeover?: boolean;
	/** The client's compressor forgets its window after each message (§7.1.1.2). Default false. */
	readonly clientNoContextTakeover?: boolean;
	/** Base-2 logarithm of the server's LZ77 window, 8 to 15 (§7.1.2.1). Default 15. */
	readonly serverMaxWindowBits?: number;
	/** Base-2 logarithm of the client's LZ77 window, 8 to 15 (§7.1.2.2). Default 15. */
	readonly clientMaxWindowBits?: number;
}
