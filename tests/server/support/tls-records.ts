/** TLS records as a test counts them, without the code under test. */
import { Buffer } from 'node:buffer';

/** Content types (RFC 8446 §5.1) in these bytes, latin1, which are whole records. */
export function tlsRecordTypes(text: string): number[] {
	const bytes = Buffer.from(text, 'latin1');
	const types: number[] = [];
	for (let at = 0; at < bytes.length; at += 5 + bytes.readUInt16BE(at + 3)) {
		types.push(bytes[at] ?? 0);
	}
	return types;
}
