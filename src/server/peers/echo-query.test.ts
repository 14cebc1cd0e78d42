import { describe, expect, it } from 'vitest';
import { deflateAskedFor, faultInQuery } from './echo-query.ts';

const queryOf = (text: string): URLSearchParams => new URLSearchParams(text);

describe('the query of an echo', () => {
	it.each<[string, object | false]>([
		['', false],
		['deflate=off', false],
		['ticket=x&unknown=1', false],
		['deflate=on', {}],
		['deflate=on&server_no_context_takeover', { serverNoContextTakeover: true }],
		['deflate=on&client_no_context_takeover=', { clientNoContextTakeover: true }],
		['deflate=on&server_max_window_bits=10', { serverMaxWindowBits: 10 }],
		[
			'deflate=on&client_max_window_bits=15&server_max_window_bits=8',
			{ clientMaxWindowBits: 15, serverMaxWindowBits: 8 }
		]
	])('%j asks ws for %j', (text, options) => {
		expect(faultInQuery(queryOf(text))).toBeNull();
		expect(deflateAskedFor(queryOf(text))).toEqual(options);
	});

	it.each([
		['deflate=maybe', /^The query may say deflate=on/],
		['deflate=on&deflate=off', /^The query may say deflate=on/],
		['server_no_context_takeover', /needs deflate=on/],
		['deflate=off&client_max_window_bits=10', /needs deflate=on/],
		['deflate=on&server_no_context_takeover=yes', /has no value/],
		['deflate=on&server_max_window_bits', /is 8 to 15/],
		['deflate=on&server_max_window_bits=7', /is 8 to 15/],
		['deflate=on&server_max_window_bits=16', /is 8 to 15/],
		['deflate=on&server_max_window_bits=08', /is 8 to 15/],
		['deflate=on&client_max_window_bits=1e1', /is 8 to 15/],
		['deflate=on&client_max_window_bits=9&client_max_window_bits=9', /may be given once/]
	])('%j is refused', (text, fault) => {
		expect(faultInQuery(queryOf(text))).toMatch(fault);
	});
});
