/** The body of a small request, up to a bound. */
import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** A client may send byte by byte, and each would take a hundred times its room: they are joined. */
const MOST_CHUNKS = 64;

/**
 * Calls `done` once with the whole body, or with null as soon as it is longer than `most` bytes;
 * the rest is then read and thrown away, so that the connection may go on. Not at all where the
 * client leaves before its end.
 */
export function readBody(
	request: IncomingMessage,
	most: number,
	done: (body: Buffer | null) => void
): void {
	let length = 0;
	let chunks: Buffer[] | null = [];
	const refuse = () => {
		if (!chunks) return;
		chunks = null;
		done(null);
	};
	request.on('error', () => undefined);
	request.on('data', (chunk: Buffer) => {
		length += chunk.length;
		if (length > most) return refuse();
		if (chunks?.push(chunk) === MOST_CHUNKS) chunks = [Buffer.concat(chunks)];
	});
	request.on('end', () => {
		if (chunks) done(Buffer.concat(chunks));
	});
	if (Number(request.headers['content-length'] ?? 0) > most) refuse();
}

/** Null where the bytes are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
