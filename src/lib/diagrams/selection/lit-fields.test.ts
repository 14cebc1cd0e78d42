import type { Field } from '#lib/protocol/field.ts';
import { describe, expect, it } from 'vitest';
import { fieldSpans, spanAt, spansBetween } from './field-spans.ts';
import { focusBit, litFields } from './lit-fields.ts';

const common = { kind: 'payload', value: null, section: '5.2' } as const;
const fields: readonly Field[] = [
	{ ...common, id: 'masking-key', kind: 'key', bitOffset: 16, bitLength: 32 },
	{ ...common, id: 'payload', bitOffset: 48, bitLength: 40 },
	{ ...common, id: 'close-code', parent: 'payload', bitOffset: 48, bitLength: 16 },
	{
		...common,
		id: 'unmasked-payload',
		parent: 'payload',
		bitOffset: -1,
		bitLength: 0,
		isDerived: true
	},
	{ ...common, id: 'extended', bitOffset: -1, bitLength: 0 }
];

describe('litFields', () => {
	it.each([
		['masking-key', ['masking-key']],
		['payload', ['payload', 'close-code']],
		['close-code', ['close-code']],
		['unmasked-payload', ['payload', 'close-code']]
	])('%s lights %j', (field, lit) => {
		expect([...litFields(fields, { record: 3, field }, 3)]).toEqual(lit);
	});

	it('lights nothing in another record', () => {
		expect(litFields(fields, { record: 3, field: 'payload' }, 4).size).toBe(0);
	});

	it('lights nothing for a field that this record does not have', () => {
		expect(litFields(fields, { record: 3, field: 'header-0-name' }, 3).size).toBe(0);
	});
});

describe('focusBit', () => {
	it.each([
		[{ record: 3, field: 'payload' }, 48],
		[{ record: 3, field: 'payload', bit: 70 }, 70],
		[{ record: 3, field: 'unmasked-payload' }, 48],
		[{ record: 3, field: 'extended' }, null],
		[null, null]
	])('of %j is %j', (selection, bit) => {
		expect(focusBit(fields, selection, 3)).toBe(bit);
	});
});

describe('fieldSpans', () => {
	const spans = fieldSpans(fields);

	it('gives a nested field its bits and the parent the rest', () => {
		expect(spans.map(({ field, start, end }) => [field.id, start, end])).toEqual([
			['masking-key', 16, 48],
			['close-code', 48, 64],
			['payload', 64, 88]
		]);
	});

	it('finds the owner of a bit, and none where no field is', () => {
		expect(spanAt(spans, 47)?.field.id).toBe('masking-key');
		expect(spanAt(spans, 64)?.field.id).toBe('payload');
		expect(spanAt(spans, 0)).toBeNull();
		expect(spanAt(spans, 88)).toBeNull();
	});

	it('finds all that share a run of bits', () => {
		expect(spansBetween(spans, 40, 65).map(({ field }) => field.id)).toEqual([
			'masking-key',
			'close-code',
			'payload'
		]);
	});
});
