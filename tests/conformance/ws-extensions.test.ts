/**
 * Our grammar of Sec-WebSocket-Extensions beside that of `ws`.
 *
 * They differ, each on purpose:
 *
 * 1. Empty elements of the list (`a,, b`). §9.1 cites the list rule of RFC 2616 §2.1, by which they
 *    are allowed and count for nothing; RFC 9110 §5.6.1 has receivers overlook them and senders
 *    leave them out. We report them as a fault to be overlooked, `ws` refuses the handshake.
 * 2. Whitespace around the `=` of a parameter (`a; b = c`). By the implied whitespace of RFC 2616
 *    §2.1, which §9.1 cites with the grammar, it may stand between any two words. We take it, `ws`
 *    refuses. (RFC 9110 §5.6.6 no longer allows it: a client had better not write it.)
 * 3. Without permessage-deflate of its own, `ws` does not read the header at all, whatever it holds.
 * 4. An offer of permessage-deflate that cannot be accepted: RFC 7692 §5 and §7.1 have the server
 *    decline it and go on without. `ws` refuses the handshake with 400.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-9.1
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerFaults } from '#lib/protocol/handshake/deflate-negotiation.ts';
import { parseExtensions } from '#lib/protocol/handshake/extension.ts';
import { headerValues } from '#lib/protocol/http/http-head.ts';
import { parseOffersWithWs, type Offers } from '../support/ws-grammar.ts';
import { startPlainServer, type PlainServer } from '../support/ws-handshake.ts';

interface Reading {
	readonly offers: Offers;
	/** Codes of the faults. */
	readonly faults: readonly string[];
}

/** In the shape of `ws`: offers of a name together, each parameter with all its values. */
function parseWithOurs(text: string): Reading {
	const { extensions, faults } = parseExtensions(text);
	const offers: Record<string, Record<string, (string | true)[]>[]> = {};
	for (const { name, parameters } of extensions) {
		const values: Record<string, (string | true)[]> = {};
		for (const parameter of parameters) {
			(values[parameter.name] ??= []).push(parameter.value ?? true);
		}
		(offers[name] ??= []).push(values);
	}
	return { offers, faults: faults.map(({ code }) => code) };
}

const isTaken = ({ faults }: Reading) => faults.every((code) => code === 'extension-empty-element');
const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '');

const SAME: readonly [what: string, value: string, isLegal: boolean][] = [
	['a name', 'x', true],
	['a parameter', 'x; a', true],
	['a value', 'x; a=1', true],
	['a quoted value', 'x; a="1"', true],
	['an escape in a quoted value', 'x; a="\\1\\2"', true],
	['no spaces', 'x;a=1;b,y', true],
	['spaces and tabs', 'x \t; \ta=1 , y', true],
	['fallbacks of one name', 'x; a=1, x', true],
	['a parameter twice', 'x; a=1; a', true],
	['nothing', '', false],
	['commas alone', ', ,', false],
	['no name', '; a=1', false],
	['no parameter', 'x;', false],
	['no parameter between two', 'x; ; a', false],
	['no name of a parameter', 'x; =1', false],
	['no value', 'x; a=', false],
	['two values', 'x; a=1=2', false],
	['an empty quoted value', 'x; a=""', false],
	['a quoted value that is no token', 'x; a="1 2"', false],
	['a quoted comma', 'x; a="1,2"', false],
	['an escape outside quotes', 'x; a=\\1', false],
	['an escaped quote', 'x; a="\\""', false],
	['an open quote', 'x; a="1', false],
	['something behind a quote', 'x; a="1"2', false],
	['a quoted name', '"x"', false],
	['a space in a name', 'x y', false],
	['a space in a value', 'x; a=1 2', false],
	['a letter beyond ASCII', 'x; a=\xe4', false]
];

/** Values of the two differences of grammar, with what we report. */
const DIFFERENT: readonly [what: string, value: string, faults: string[]][] = [
	['an empty element', 'x,, y', ['extension-empty-element']],
	['a comma at the end', 'x,', ['extension-empty-element']],
	['a comma at the beginning', ', x', ['extension-empty-element']],
	['a space before =', 'x; a =1', []],
	['a space behind =', 'x; a= 1', []],
	['a tab around =', 'x; a\t=\t"1"', []]
];

describe('the grammar of Sec-WebSocket-Extensions', () => {
	let server: PlainServer;
	let unable: PlainServer;
	beforeAll(async () => {
		server = await startPlainServer({ perMessageDeflate: true });
		unable = await startPlainServer();
	});
	afterAll(() => Promise.all([server.close(), unable.close()]));

	const ask = (of: PlainServer, value: string) => of.ask(`Sec-WebSocket-Extensions: ${value}`);

	it.each(SAME)('is the same for %s: %j', async (_, value, isLegal) => {
		const ours = parseWithOurs(value);
		expect(ours.faults.length === 0).toBe(isLegal);
		expect(parseOffersWithWs(value)).toEqual(isLegal ? ours.offers : null);
		expect((await ask(server, value)).status).toBe(isLegal ? 101 : 400);
	});

	it.each(DIFFERENT)('differs for %s, which ws refuses: %j', async (_, value, faults) => {
		const ours = parseWithOurs(value);
		expect(ours.faults).toEqual(faults);
		expect(isTaken(ours)).toBe(true);
		expect(parseOffersWithWs(value)).toBeNull();
		expect((await ask(server, value)).status).toBe(400);
	});

	it.each([...SAME, ...DIFFERENT].map(([what, value]) => [what, value] as const))(
		'does not matter to a ws that has no extension: %s (%j)',
		async (_, value) => {
			expect((await ask(unable, value)).status).toBe(101);
		}
	);

	it.each([
		['an unknown parameter', 'permessage-deflate; level=9'],
		[
			'a parameter twice',
			'permessage-deflate; server_no_context_takeover; server_no_context_takeover'
		],
		['a value where none is due', 'permessage-deflate; server_no_context_takeover=1'],
		['a window of 7 bits', 'permessage-deflate; server_max_window_bits=7'],
		['a window of 16 bits', 'permessage-deflate; client_max_window_bits=16'],
		['a window without its size', 'permessage-deflate; server_max_window_bits']
	])('differs in what an offer with %s leads to: we decline, ws refuses', async (_, value) => {
		expect(parseWithOurs(value).faults).toEqual([]);
		const [offer] = parseExtensions(value).extensions;
		expect(offer && offerFaults(offer).length).toBeGreaterThan(0);
		expect((await ask(server, value)).status).toBe(400);
	});

	it('is put to use by both for an offer without fault', async () => {
		const head = await ask(server, 'permessage-deflate; client_max_window_bits');
		expect(headerValues(head, 'sec-websocket-extensions')).toEqual(['permessage-deflate']);
	});

	it('differs nowhere else', () => {
		const part = fc.constantFrom(
			'a',
			'b',
			'1',
			';',
			'; ',
			',',
			', ',
			'=',
			'"',
			'\\',
			' ',
			'\t',
			'\xe4'
		);
		const value = fc.array(part, { maxLength: 12 }).map((parts) => trim(parts.join('')));
		fc.assert(
			fc.property(value, (text) => {
				const ours = parseWithOurs(text);
				const theirs = parseOffersWithWs(text);
				// 2. A value that is taken holds no `=` but that of a parameter.
				const isSpaced = isTaken(ours) && /[ \t]=|=[ \t]/.test(text);
				const isStrict = ours.faults.length === 0 && !isSpaced;
				expect(theirs).toEqual(isStrict ? ours.offers : null);
			}),
			{ numRuns: 20_000 }
		);
	});
});
