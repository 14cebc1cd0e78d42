import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acceptedDeflate, offerFaults, responseFaults } from './deflate-negotiation.ts';
import { parseExtensions } from './extension.ts';

interface Negotiator {
	accept(configurations: unknown): Record<string, unknown>;
}
const load = createRequire(import.meta.url);
const wsFile = (name: string) =>
	load(fileURLToPath(new URL(`../../../../node_modules/ws/lib/${name}.js`, import.meta.url)));
const WsDeflate: new (options: object) => Negotiator = wsFile('permessage-deflate');
const wsParse: (text: string) => Record<string, unknown> = wsFile('extension').parse;

const read = (text: string) => parseExtensions(text).extensions;
const first = (text: string) => {
	const [extension] = read(text);
	if (!extension) throw new TypeError(`text: no extension in ${text}`);
	return extension;
};

function wsAccepts(text: string, isServer: boolean): boolean {
	try {
		new WsDeflate({ isServer }).accept(wsParse(text)['permessage-deflate']);
		return true;
	} catch {
		return false;
	}
}

describe('offerFaults', () => {
	it.each([
		['permessage-deflate'],
		['permessage-deflate; client_max_window_bits'],
		['permessage-deflate; client_max_window_bits=8; server_max_window_bits="15"'],
		['permessage-deflate; server_no_context_takeover; client_no_context_takeover']
	])('finds none in %j, nor does ws', (text) => {
		expect(offerFaults(first(text))).toEqual([]);
		expect(wsAccepts(text, true)).toBe(true);
	});

	it.each([
		['foo', 'parameter-unknown'],
		['client_max_window_bits; client_max_window_bits', 'parameter-repeated'],
		['server_max_window_bits', 'value-invalid'],
		['server_max_window_bits=7', 'value-invalid'],
		['server_max_window_bits=16', 'value-invalid'],
		['client_max_window_bits=x', 'value-invalid'],
		['server_no_context_takeover=1', 'value-invalid']
	])('declines %s, as ws does: %s', (parameters, code) => {
		const text = `permessage-deflate; ${parameters}`;
		expect(offerFaults(first(text)).map((fault) => fault.code)).toEqual([`deflate-offer-${code}`]);
		expect(wsAccepts(text, true)).toBe(false);
	});

	// §7.1.2: a decimal integer without leading zeros; ws reads whatever JavaScript calls a number.
	it.each(['08', '1e1', '0xA', '+9', '15.0'])(
		'declines window bits of %s, which ws takes',
		(value) => {
			const text = `permessage-deflate; server_max_window_bits=${value}`;
			expect(offerFaults(first(text))).toHaveLength(1);
			expect(wsAccepts(text, true)).toBe(true);
		}
	);

	it('points at the parameter', () => {
		const text = 'permessage-deflate; foo; client_max_window_bits';
		expect(offerFaults(first(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
			'foo'
		]);
	});
});

describe('responseFaults', () => {
	const offer = 'permessage-deflate; client_max_window_bits';

	it.each([
		['permessage-deflate', offer],
		['permessage-deflate; client_max_window_bits=10', offer],
		['permessage-deflate; server_max_window_bits=9', offer],
		['permessage-deflate; server_no_context_takeover; client_no_context_takeover', offer],
		[
			'permessage-deflate; server_max_window_bits=9',
			'permessage-deflate; server_max_window_bits=10'
		],
		['permessage-deflate', 'permessage-deflate; server_max_window_bits=9, permessage-deflate']
	])('finds none in %j to %j', (response, request) => {
		expect(responseFaults(first(response), read(request))).toEqual([]);
	});

	it.each([
		['; client_max_window_bits', offer, 'value-invalid'],
		['; foo', offer, 'parameter-unknown'],
		['; server_no_context_takeover; server_no_context_takeover', offer, 'parameter-repeated'],
		['; client_max_window_bits=10', 'permessage-deflate', 'parameter-not-offered'],
		[
			'; client_max_window_bits=11',
			'permessage-deflate; client_max_window_bits=10',
			'window-too-large'
		],
		[
			'; server_max_window_bits=11',
			'permessage-deflate; server_max_window_bits=10',
			'window-too-large'
		],
		['', 'permessage-deflate; server_max_window_bits=10', 'parameter-left-out'],
		['', 'permessage-deflate; server_no_context_takeover', 'parameter-left-out']
	])('objects to %j as an answer to %j: %s', (parameters, request, code) => {
		const faults = responseFaults(first(`permessage-deflate${parameters}`), read(request));
		expect(faults.map((fault) => fault.code)).toEqual([`deflate-${code}`]);
	});
});

describe('acceptedDeflate', () => {
	it('reads the parameters in use, with their defaults', () => {
		const response = 'permessage-deflate; server_no_context_takeover; client_max_window_bits=10';
		expect(
			acceptedDeflate(read(response), read('permessage-deflate; client_max_window_bits'))
		).toEqual({
			serverNoContextTakeover: true,
			clientNoContextTakeover: false,
			serverMaxWindowBits: 15,
			clientMaxWindowBits: 10
		});
	});

	it.each([
		['', 'permessage-deflate', 'the response does not name it'],
		['permessage-deflate', '', 'the client did not offer it'],
		['x-webkit-deflate-frame', 'x-webkit-deflate-frame', 'it is another extension']
	])('is null for %j to %j: %s', (response, request) => {
		expect(acceptedDeflate(read(response), read(request))).toBeNull();
	});
});
