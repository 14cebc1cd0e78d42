import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	encodeAcceptLink,
	MAX_TYPED_KEY,
	readAcceptLink,
	type AcceptPlace
} from './accept-link.ts';

const PLACE: AcceptPlace = {
	key: 'dGhlIHNhbXBsZSBub25jZQ==',
	sent: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
	block: 1,
	step: 37,
	view: 'binary'
};

describe('a link to a place', () => {
	test('leads back to it', () => {
		expect(readAcceptLink(encodeAcceptLink(PLACE))).toEqual(PLACE);
	});

	test('can be read by people', () => {
		expect(encodeAcceptLink(PLACE)).toContain('block=2&round=37&view=binary');
	});

	test('keeps any key of text', () => {
		const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(key, (text) => {
				const place = { ...PLACE, key: text.slice(0, MAX_TYPED_KEY) };
				expect(readAcceptLink(encodeAcceptLink(place))?.key).toBe(place.key);
			})
		);
	});

	test.each([
		['', null],
		['#', null],
		['#round=5', null],
		['#key=', null],
		[`#key=${'a'.repeat(5000)}`, null]
	])('of %.12s holds no key', (hash, place) => {
		expect(readAcceptLink(hash)).toBe(place);
	});

	test.each([
		['block=0&round=-1', [0, 0]],
		['block=99999&round=81', [0, 0]],
		['block=x&round=1e1', [0, 0]],
		['block=2&round=80', [1, 80]]
	])('with %s stands at a place that exists', (rest, [block, step]) => {
		expect(readAcceptLink(`#key=a&${rest}`)).toMatchObject({ block, step, view: 'hex' });
	});

	test('cuts a key that is too long', () => {
		expect(readAcceptLink(`#key=${'a'.repeat(900)}`)?.key).toHaveLength(MAX_TYPED_KEY);
	});

	test('never throws, whatever it holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (hash) => {
				const place = readAcceptLink(`#key=${hash}`);
				expect(place === null || place.step <= 80).toBe(true);
			})
		);
	});
});
