/** The bytes of a record as they are shown and copied. */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import { secretSpans } from '#lib/capture/secrets.ts';
import { withoutSecrets } from '../handshake/layout.ts';

/** @param isMasked puts `*` in place of values that could be credentials */
export function recordBytes(record: ConversationRecord, isMasked: boolean): Uint8Array {
	const bytes = rawBytes(record);
	const isHead = record.kind !== 'frame' && record.kind !== 'body';
	return isMasked && isHead ? withoutSecrets(bytes, secretSpans(bytes)) : bytes;
}

function rawBytes(record: ConversationRecord): Uint8Array {
	switch (record.kind) {
		case 'frame':
			return record.frame.bytes;
		case 'request':
		case 'response':
			return record.head.bytes;
		case 'body':
		case 'stray':
			return record.bytes;
		default:
			return new Uint8Array(0);
	}
}
