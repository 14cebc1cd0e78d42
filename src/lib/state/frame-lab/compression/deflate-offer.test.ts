import { describe, expect, it } from 'vitest';
import { changeOffer, offerFault, readOffer, USUAL_OFFER } from './deflate-offer.ts';

describe('readOffer', () => {
	it.each([
		[USUAL_OFFER, [false, false, '', null]],
		[
			'permessage-deflate; server_max_window_bits=10; client_no_context_takeover',
			[true, false, null, '10']
		],
		['x, permessage-deflate; server_no_context_takeover', [false, true, null, null]],
		['permessage-deflate; client_max_window_bits=99', [false, false, '99', null]]
	])('reads %j', (text, expected) => {
		const fields = readOffer(text);
		expect([
			fields?.clientNoContextTakeover,
			fields?.serverNoContextTakeover,
			fields?.clientMaxWindowBits,
			fields?.serverMaxWindowBits
		]).toEqual(expected);
	});

	it('is null where permessage-deflate is not offered', () => {
		expect(readOffer('x-webkit-deflate-frame')).toBeNull();
	});
});

describe('changeOffer', () => {
	it('keeps what it does not change', () => {
		expect(
			changeOffer('permessage-deflate; server_max_window_bits=9', { clientMaxWindowBits: '12' })
		).toBe('permessage-deflate; client_max_window_bits=12; server_max_window_bits=9');
	});

	it('takes a parameter out again', () => {
		expect(changeOffer(USUAL_OFFER, { clientMaxWindowBits: null })).toBe('permessage-deflate');
	});

	it('begins anew where nothing was offered', () => {
		expect(changeOffer('', { serverNoContextTakeover: true })).toBe(
			'permessage-deflate; server_no_context_takeover'
		);
	});
});

describe('offerFault', () => {
	it.each([
		[USUAL_OFFER, null],
		['permessage-deflate; foo, permessage-deflate', null],
		['', { code: 'not-deflate' }],
		['foo', { code: 'not-deflate' }],
		['permessage-deflate;;', { code: 'header-unreadable' }],
		['permessage-deflate; 窗口', { code: 'header-unsendable' }],
		['permessage-deflate\r\nX: y', { code: 'header-unsendable' }],
		['permessage-deflate; foo', { code: 'parameter-unknown', name: 'foo' }],
		[
			'permessage-deflate; client_max_window_bits=7',
			{ code: 'value-invalid', name: 'client_max_window_bits=7' }
		]
	])('of %j is %j', (text, expected) => {
		expect(offerFault(text)).toEqual(expected);
	});
});
