/**
 * A field of a frame in words: its name, its value as text, and what this value says there.
 */
import type { FrameRecord } from '#lib/capture/conversation-record.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { closeCodeText } from './close-code-text.ts';
import { about, fieldValue, type FieldDescription } from './field-description.ts';
import { fieldName } from './field-name.ts';
import { formatCount } from './format.ts';
import { opcodeText } from './opcode-text.ts';
import { countCodePoints, firstBadByte } from '../payload/text-facts.ts';

/** The record is a frame; heads have describe-head-field.ts. */
export function describeField(
	text: Text,
	field: Field,
	{ frame }: Pick<FrameRecord, 'frame'>
): FieldDescription {
	const isAwaited = isPending(field, frame);
	return {
		name: fieldName(text, field),
		value: field.value === null && isAwaited ? '' : fieldValue(text, field),
		meaning: frameMeaning(text, field, frame, isAwaited),
		about: about(text, field)
	};
}

/** Absent only because its bytes have not come yet. */
function isPending(field: Field, frame: Frame): boolean {
	if (frame.isComplete) return false;
	if (field.id === 'masking-key') return frame.masked || frame.bytesLength < 2;
	if (field.id === 'extended-payload-length')
		return frame.lengthForm !== 7 || frame.bytesLength < 2;
	return field.id !== 'payload' || frame.payloadLength !== 0 || !frame.isHeaderComplete;
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
