import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedDeflate, responseFaults } from './deflate-negotiation.ts';
import { parseExtensions } from './extension.ts';
import {
	ANY_DEFLATE,
	DEFLATE_PARAMETER_RULES,
	negotiateDeflate,
	type DeflatePolicy
} from './negotiate-deflate.ts';

const read = (text: string) => parseExtensions(text).extensions;
const negotiate = (offers: string, policy: Partial<DeflatePolicy> = {}) =>
	negotiateDeflate(read(offers), { ...ANY_DEFLATE, ...policy });
/** Parameters after the name, to keep the tables narrow. */
const offer = (...parameters: string[]) =>
	parameters.map((each) => ['permessage-deflate', each].filter(Boolean).join('; ')).join(', ');

describe('the answer to an offer', () => {
	it.each<[string, Partial<DeflatePolicy>, string]>([
		['', {}, ''],
		['client_max_window_bits', {}, ''],
		['client_max_window_bits=10', {}, 'client_max_window_bits=10'],
		['client_max_window_bits', { clientMaxWindowBits: 10 }, 'client_max_window_bits=10'],
		['client_max_window_bits=9', { clientMaxWindowBits: 10 }, 'client_max_window_bits=9'],
		['client_max_window_bits=12', { clientMaxWindowBits: 10 }, 'client_max_window_bits=10'],
		['server_max_window_bits=12', {}, 'server_max_window_bits=12'],
		['server_max_window_bits=15', {}, 'server_max_window_bits=15'],
		['server_max_window_bits=12', { serverMaxWindowBits: 10 }, 'server_max_window_bits=10'],
		['server_max_window_bits=9', { serverMaxWindowBits: 10 }, 'server_max_window_bits=9'],
		['', { serverMaxWindowBits: 10 }, 'server_max_window_bits=10'],
		['server_no_context_takeover', {}, 'server_no_context_takeover'],
		['', { serverNoContextTakeover: true }, 'server_no_context_takeover'],
		['client_no_context_takeover', {}, 'client_no_context_takeover'],
		['', { clientNoContextTakeover: true }, 'client_no_context_takeover'],
		[
			'client_max_window_bits; server_no_context_takeover',
			{ serverMaxWindowBits: 11, clientNoContextTakeover: true },
			'server_no_context_takeover; client_no_context_takeover; server_max_window_bits=11'
		]
	])('%j with %j is %j', (given, policy, answer) => {
		const { response, accepted, offers } = negotiate(offer(given), policy);
		expect(response).toBe(offer(answer));
		expect(accepted).toBe(0);
		expect(offers[0]?.response).toBe(response);
	});

	it('says what is in use', () => {
		const given = offer('server_max_window_bits=10; client_no_context_takeover');
		expect(negotiate(given).parameters).toEqual({
			serverNoContextTakeover: false,
			clientNoContextTakeover: true,
			serverMaxWindowBits: 10,
			clientMaxWindowBits: 15
		});
	});
});

describe('a list of offers', () => {
	const outcomes = (text: string, policy?: Partial<DeflatePolicy>) =>
		negotiate(text, policy).offers.map(({ outcome }) => outcome);

	it('is read from the left: the first that can be met is taken', () => {
		expect(outcomes(offer('', 'client_max_window_bits'))).toEqual(['accepted', 'not-reached']);
	});

	it('falls back where the first cannot be met', () => {
		const policy = { clientMaxWindowBits: 10 };
		const { offers, accepted, response } = negotiate(offer('', 'client_max_window_bits'), policy);
		expect(offers[0]).toMatchObject({
			outcome: 'declined',
			reasons: [{ code: 'client-window-not-offered', parameter: 'client_max_window_bits' }]
		});
		expect(accepted).toBe(1);
		expect(response).toBe(offer('client_max_window_bits=10'));
	});

	it('loses nothing but the offer that is malformed', () => {
		expect(outcomes(offer('server_max_window_bits=7', ''))).toEqual(['malformed', 'accepted']);
	});

	it('shows a malformed one behind the accepted one too', () => {
		expect(outcomes(offer('', 'x=1', ''))).toEqual(['accepted', 'malformed', 'not-reached']);
	});

	it('passes over extensions that nobody here speaks', () => {
		const { offers, accepted } = negotiate(`x-other, ${offer('')}`);
		expect(offers[0]?.reasons).toEqual([{ code: 'extension-unknown', parameter: null }]);
		expect(accepted).toBe(1);
	});

	it.each([
		['x=1', 'parameter-unknown', 'x'],
		['server_max_window_bits=7', 'value-invalid', 'server_max_window_bits'],
		['server_max_window_bits', 'value-invalid', 'server_max_window_bits'],
		['client_max_window_bits=08', 'value-invalid', 'client_max_window_bits'],
		['server_no_context_takeover=1', 'value-invalid', 'server_no_context_takeover'],
		[
			'client_no_context_takeover; client_no_context_takeover',
			'parameter-repeated',
			'client_no_context_takeover'
		]
	])('declines %s: %s', (parameters, code, parameter) => {
		expect(negotiate(offer(parameters)).offers[0]).toMatchObject({
			outcome: 'malformed',
			reasons: [{ code, parameter }]
		});
	});

	it('is declined as a whole where compression is off, and the handshake goes on', () => {
		const { offers, response, accepted, parameters } = negotiate(offer(''), { isOn: false });
		expect(offers[0]?.reasons).toEqual([{ code: 'compression-off', parameter: null }]);
		expect([response, accepted, parameters]).toEqual(['', null, null]);
	});
});

describe('whatever is offered and wanted', () => {
	const bits = fc.integer({ min: 8, max: 15 });
	const parameter = fc.oneof(
		fc.constantFrom(
			'server_no_context_takeover',
			'client_no_context_takeover',
			'client_max_window_bits',
			'x'
		),
		bits.map((value) => `server_max_window_bits=${value}`),
		bits.map((value) => `client_max_window_bits=${value}`)
	);
	const offers = fc.array(
		fc.uniqueArray(parameter, { maxLength: 4 }).map((each) => each.join('; ')),
		{ minLength: 1, maxLength: 3 }
	);
	const policy = fc.record({
		isOn: fc.constant(true),
		serverNoContextTakeover: fc.boolean(),
		clientNoContextTakeover: fc.boolean(),
		serverMaxWindowBits: fc.option(bits),
		clientMaxWindowBits: fc.option(bits)
	});

	it('the answer is one that a strict client takes, and reads as it was meant', () => {
		fc.assert(
			fc.property(offers, policy, (given, wanted) => {
				const list = read(offer(...given));
				const { response, accepted, parameters } = negotiateDeflate(list, wanted);
				const [answer] = response === '' ? [] : read(response);
				expect(answer === undefined).toBe(accepted === null);
				if (!answer) return;
				expect(responseFaults(answer, list)).toEqual([]);
				expect(acceptedDeflate([answer], list)).toEqual(parameters);
			})
		);
	});
});

describe('a policy', () => {
	it.each(['serverMaxWindowBits', 'clientMaxWindowBits'])('with %s 7 is a mistake', (name) => {
		expect(() => negotiate(offer(''), { [name]: 7 })).toThrow(RangeError);
	});
});

describe('who may shrink what', () => {
	it('is said of all four parameters', () => {
		expect(DEFLATE_PARAMETER_RULES.map(({ name }) => name)).toEqual([
			'server_no_context_takeover',
			'client_no_context_takeover',
			'server_max_window_bits',
			'client_max_window_bits'
		]);
	});

	// What the table says must be what the core does.
	it.each(DEFLATE_PARAMETER_RULES)('$name may be added: $mayBeAdded', ({ name, mayBeAdded }) => {
		const policies: Record<string, Partial<DeflatePolicy>> = {
			server_no_context_takeover: { serverNoContextTakeover: true },
			client_no_context_takeover: { clientNoContextTakeover: true },
			server_max_window_bits: { serverMaxWindowBits: 10 },
			client_max_window_bits: { clientMaxWindowBits: 10 }
		};
		expect(negotiate(offer(''), policies[name]).response.includes(name)).toBe(mayBeAdded);
	});
});
