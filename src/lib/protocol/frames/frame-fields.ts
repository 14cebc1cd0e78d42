/**
 * The fields of a frame, made when they are looked at: one table for every view.
 *
 * Absent fields stay in the list with bitLength 0 and value null, so that every frame has the same
 * rows. Of a frame that is cut off, fields whose bits have not all arrived have the value null;
 * the payload is as long as what has arrived of it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import type { Field, FieldKind } from '../field.ts';
import type { Frame } from './frame.ts';
import { TEXT } from './opcode.ts';
import { extendedLengthBytes } from './payload-length.ts';

/** [id, kind, bit offset, bit length, section]: what the first two bytes of each frame hold. */
const FIRST_FIELDS: readonly (readonly [string, FieldKind, number, number, string])[] = [
	['fin', 'fin', 0, 1, '5.2'],
	['rsv1', 'rsv', 1, 1, '5.2'],
	['rsv2', 'rsv', 2, 1, '5.2'],
	['rsv3', 'rsv', 3, 1, '5.2'],
	['opcode', 'opcode', 4, 4, '5.2'],
	['mask', 'mask', 8, 1, '5.2'],
	['payload-length', 'length', 9, 7, '5.2']
];

/**
 * Fields in wire order, then what is read from the payload: `close-code` and `close-reason` where
 * they lie, and derived `unmasked-payload` and `unmasked-text`.
 */
export function frameFields(frame: Frame): readonly Field[] {
	const { bytes } = frame;
	return [
		...FIRST_FIELDS.map(([id, kind, bitOffset, bitLength, section]) => ({
			id,
			kind,
			bitOffset,
			bitLength,
			section,
			value: readBits(bytes, bitOffset, bitLength)
		})),
		extendedLengthField(frame),
		maskingKeyField(frame),
		payloadField(frame),
		...closeFields(frame),
		...derivedFields(frame)
	];
}

/** A field inside one byte. */
function readBits(bytes: Uint8Array, bitOffset: number, bitLength: number): number | null {
	const byte = bytes[bitOffset >> 3];
	if (byte === undefined) return null;
	return (byte >> (8 - (bitOffset & 7) - bitLength)) & ((1 << bitLength) - 1);
}

function extendedLengthField(frame: Frame): Field {
	const width = extendedLengthBytes(frame.lengthForm);
	const isThere = width > 0 && frame.bytesLength >= 2 + width;
	return {
		id: 'extended-payload-length',
		kind: 'extended',
		bitOffset: width > 0 ? 16 : -1,
		bitLength: width * 8,
		value: isThere ? frame.payloadLength : null,
		section: '5.2'
	};
}

function maskingKeyField(frame: Frame): Field {
	return {
		id: 'masking-key',
		kind: 'key',
		bitOffset: frame.masked ? (frame.headerLength - 4) * 8 : -1,
		bitLength: frame.masked ? 32 : 0,
		value: frame.maskingKey,
		section: '5.3'
	};
}

function payloadField(frame: Frame): Field {
	const { payload } = frame;
	return {
		id: 'payload',
		kind: 'payload',
		bitOffset: payload.length > 0 ? frame.headerLength * 8 : -1,
		bitLength: payload.length * 8,
		value: payload.length > 0 ? payload : null,
		section: '5.2'
	};
}

function closeFields(frame: Frame): Field[] {
	const { close } = frame;
	if (close === null || close.code === null) return [];
	const bitOffset = frame.headerLength * 8;
	const reasonBits = close.reasonBytes.length * 8;
	const common = { kind: 'payload', parent: 'payload' } as const;
	return [
		{ ...common, id: 'close-code', bitOffset, bitLength: 16, value: close.code, section: '7.4' },
		{
			...common,
			id: 'close-reason',
			bitOffset: reasonBits > 0 ? bitOffset + 16 : -1,
			bitLength: reasonBits,
			value: reasonBits > 0 ? close.reason : null,
			section: '7.1.6'
		}
	];
}

function derivedFields(frame: Frame): Field[] {
	if (frame.payload.length === 0) return [];
	const common = {
		kind: 'payload',
		parent: 'payload',
		bitOffset: -1,
		bitLength: 0,
		isDerived: true
	} as const;
	const value = frame.unmaskedPayload();
	const fields: Field[] = [];
	if (frame.masked) fields.push({ ...common, id: 'unmasked-payload', value, section: '5.3' });
	// What a continuation carries, and what is compressed, is for the message to say.
	if (frame.opcode === TEXT && !frame.compressed) {
		const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(value);
		fields.push({ ...common, id: 'unmasked-text', value: text, section: '5.6' });
	}
	return fields;
}
