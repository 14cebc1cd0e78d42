/** The content of a body taken apart as what its heads say it is. */
import type { Field } from '#lib/protocol/field.ts';
import { engineFields } from '#lib/protocol/engine-io/engine-fields.ts';
import type { EnginePacket } from '#lib/protocol/engine-io/engine-packet.ts';
import { decodeEnginePayload } from '#lib/protocol/engine-io/engine-payload.ts';
import type { Violation } from '#lib/protocol/violation.ts';
import type { StreamReader, StreamReading } from '../../event-stream/stream-reading.ts';
import type { ContentKind } from './content-kind.ts';
import { jsonFields, layoutJson, type JsonRow } from './json-rows.ts';

export type DissectedContent = {
	/** At their places in the content. */
	readonly fields: readonly Field[];
	readonly violations: readonly Violation[];
} & (
	| { readonly kind: 'event-stream'; readonly reading: StreamReading }
	| { readonly kind: 'engine-io'; readonly packets: readonly EnginePacket[] }
	| { readonly kind: 'json'; readonly rows: readonly JsonRow[] }
	| { readonly kind: 'not-json' | 'other' }
);

/**
 * @param reader keeps what it has read of a stream that grows
 * @param source what the content is of: the head of its message
 */
export function dissectContent(
	kind: ContentKind,
	content: Uint8Array,
	reader: StreamReader,
	source: unknown
): DissectedContent {
	if (kind === 'event-stream') {
		const reading = reader.read(content, source);
		// Copies: who draws them is told by a new array that there is more.
		const fields = [...reading.fields];
		return { kind, fields, violations: [...reading.violations], reading };
	}
	if (kind === 'engine-io') {
		const { packets, violations } = decodeEnginePayload(content);
		const fields = packets.flatMap((packet) => engineFields(packet, content));
		const all = [...violations, ...packets.flatMap((packet) => packet.violations)];
		return { kind, fields, violations: all, packets };
	}
	const rows = kind === 'json' ? layoutJson(content) : null;
	if (rows && kind === 'json') return { kind, fields: jsonFields(rows), violations: [], rows };
	return { kind: kind === 'json' ? 'not-json' : 'other', fields: [], violations: [] };
}
