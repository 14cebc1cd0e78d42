/** The computation as a command that a student can paste into a shell. */
import { WEBSOCKET_GUID } from '#lib/protocol/handshake/sec-websocket-accept.ts';

/**
 * Null where the key has more than printable ASCII: what a terminal makes of the rest is its own
 * affair, and a line break in it would be one.
 */
export function shellCommand(key: string): string | null {
	if (!/^[\x20-\x7e]*$/.test(key)) return null;
	const quoted = `'${(key + WEBSOCKET_GUID).replaceAll("'", `'\\''`)}'`;
	return `printf %s ${quoted} | openssl dgst -sha1 -binary | base64`;
}
