/**
 * What an intermediary sees of a client: the captured bytes of one direction, in a row, and which
 * field each belongs to for those who know WebSocket.
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Field } from '#lib/protocol/field.ts';
import { frameFields } from '#lib/protocol/frames/frame-fields.ts';
import { headFields } from '#lib/protocol/handshake/head-fields.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';

export interface ClientStream {
	readonly bytes: Uint8Array;
	/** In stream order, places counted from the first byte of the stream. */
	readonly fields: readonly Field[];
	/** Bytes of the opening request. */
	readonly headLength: number;
}

export function clientStream(conversation: Conversation): ClientStream {
	const parts: Uint8Array[] = [];
	const fields: Field[] = [];
	let headLength = 0;
	for (const record of conversation.records) {
		if (record.direction !== 'client') continue;
		const part = partOf(record);
		if (!part) continue;
		const before = parts.reduce((sum, { length }) => sum + length, 0);
		if (record.kind === 'request') headLength = before + part.bytes.length;
		parts.push(part.bytes);
		fields.push(...part.fields.map((field) => moved(field, record.index, before)));
	}
	return { bytes: joinBytes(parts), fields, headLength };
}

interface Part {
	readonly bytes: Uint8Array;
	readonly fields: readonly Field[];
}

function partOf(record: ConversationRecord): Part | null {
	if (record.kind === 'request')
		return { bytes: record.head.bytes, fields: headFields(record.head) };
	if (record.kind === 'frame') {
		return { bytes: record.frame.bytes, fields: frameFields(record.frame) };
	}
	return record.kind === 'stray' ? { bytes: record.bytes, fields: [] } : null;
}

function moved(field: Field, record: number, bytes: number): Field {
	const id = `${record}-${field.id}`;
	const parent = field.parent === undefined ? undefined : `${record}-${field.parent}`;
	const bitOffset = field.bitLength > 0 ? field.bitOffset + bytes * 8 : field.bitOffset;
	return { ...field, id, bitOffset, ...(parent !== undefined && { parent }) };
}
