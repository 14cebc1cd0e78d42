/**
 * A field in words: its name, its value as text, and what this value says in this record.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { closeCodeText } from './close-code-text.ts';
import { fieldName, genericId } from './field-name.ts';
import { formatCount } from './format.ts';
import { headerMeaning, headerName } from '../handshake/header-meaning.ts';
import { opcodeText } from './opcode-text.ts';
import { countCodePoints, firstBadByte } from '../payload/text-facts.ts';

export interface FieldDescription {
	readonly name: string;
	readonly value: string;
	readonly meaning: string;
}

/** Longest text value shown in a row or a readout, in characters. */
const LONGEST_VALUE = 240;
/** Longest name, for headers that are named by the other side. */
const LONGEST_NAME = 60;

export function describeField(
	text: Text,
	field: Field,
	record: ConversationRecord
): FieldDescription {
	return {
		name: nameIn(text, field, record),
		value: fieldValue(text, field, record),
		meaning: fieldMeaning(text, field, record)
	};
}

/** A header's value goes by the header's own name. */
function nameIn(text: Text, field: Field, record: ConversationRecord): string {
	const isHead = record.kind === 'request' || record.kind === 'response';
	const isValue = isHead && field.id.endsWith('-value');
	const name = isValue ? headerName(field, record.head) : null;
	return name ? name.slice(0, LONGEST_NAME) : fieldName(text, field);
}

function fieldValue(text: Text, field: Field, record: ConversationRecord): string {
	const { value } = field;
	if (value === null || value === undefined)
		return isPending(field, record) ? '' : text.fields.meanings.absent;
	if (value instanceof Uint8Array) {
		if (field.kind === 'key') return formatHex(value);
		return text.fields.meanings.bytesCount(value.length, formatCount(value.length));
	}
	if (typeof value === 'string') return clip(value);
	if (field.id === 'opcode') return `0x${value.toString(16)}`;
	if (field.kind === 'length' || field.kind === 'extended') return formatCount(value);
	return String(value);
}

function clip(value: string): string {
	return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

/** Absent only because its bytes have not come yet. */
function isPending(field: Field, record: ConversationRecord): boolean {
	if (record.kind !== 'frame' || record.frame.isComplete) return false;
	const { frame } = record;
	if (field.id === 'masking-key') return frame.masked || frame.bytesLength < 2;
	if (field.id === 'extended-payload-length')
		return frame.lengthForm !== 7 || frame.bytesLength < 2;
	return field.id !== 'payload' || frame.payloadLength !== 0 || !frame.isHeaderComplete;
}

function fieldMeaning(text: Text, field: Field, record: ConversationRecord): string {
	if (record.kind === 'frame')
		return frameMeaning(text, field, record.frame, isPending(field, record));
	if (record.kind === 'request' || record.kind === 'response') {
		return headerMeaning(text, field, record.head) ?? about(text, field);
	}
	return about(text, field);
}

/** What the field is for, whatever its value. */
export function about(text: Text, field: Field): string {
	const words: Readonly<Record<string, string>> = text.fields.about;
	return words[field.id] ?? words[genericId(field.id)] ?? '';
}

function frameMeaning(text: Text, field: Field, frame: Frame, pending: boolean): string {
	const words = text.fields.meanings;
	if (field.value === null && pending) return words.notArrived;
	switch (field.id) {
		case 'fin':
			if (frame.fin && frame.isControl) return words.controlWhole;
			return frame.fin ? words.lastFrame : words.moreFrames;
		case 'rsv1':
			if (frame.rsv1) return frame.compressed ? words.rsvCompressed : words.rsvUnknown;
			return words.rsvUnset;
		case 'rsv2':
		case 'rsv3':
			return field.value ? words.rsvUnknown : words.rsvUnset;
		case 'opcode':
			return opcodeText(text, frame.opcode).meaning;
		case 'mask':
			return maskMeaning(words, frame);
		case 'payload-length':
			if (field.value === 126) return words.lengthIn16;
			return field.value === 127 ? words.lengthIn64 : words.lengthBytes;
		case 'extended-payload-length':
			if (field.bitLength === 0) return words.extendedAbsent;
			return field.bitLength > 16 ? words.extended64 : words.extended16;
		case 'masking-key':
			return keyMeaning(words, frame);
		case 'payload':
			return payloadMeaning(words, frame);
		case 'unmasked-text':
			return textMeaning(words, frame);
		case 'close-code':
			return typeof field.value === 'number' ? closeCodeText(text, field.value).meaning : '';
		default:
			return about(text, field);
	}
}

type Words = Text['fields']['meanings'];

function maskMeaning(words: Words, frame: Frame): string {
	if (frame.direction === 'client')
		return frame.masked ? words.maskClient : words.maskClientMissing;
	return frame.masked ? words.maskServerWrong : words.maskServer;
}

function keyMeaning(words: Words, frame: Frame): string {
	const key = frame.maskingKey;
	if (!key) return words.keyAbsent;
	return key.every((byte) => byte === 0) ? words.keyZero : words.keyChosen;
}

function textMeaning(words: Words, frame: Frame): string {
	const plain = frame.unmaskedPayload();
	const isWhole = frame.isComplete && frame.fin;
	const bad = firstBadByte(plain, { mayEndInside: !isWhole });
	if (bad !== null) return words.textInvalid(formatCount(bad));
	if (!frame.isComplete) return payloadMeaning(words, frame);
	if (!isWhole) return words.textFragment;
	const count = countCodePoints(plain);
	return words.textValid(count, formatCount(count));
}

function payloadMeaning(words: Words, frame: Frame): string {
	if (frame.payloadLength === 0) return words.payloadAbsent;
	if (!frame.isComplete) {
		return words.payloadPartly(formatCount(frame.payload.length), formatCount(frame.payloadLength));
	}
	return frame.masked ? words.payloadMasked : words.payloadPlain;
}
