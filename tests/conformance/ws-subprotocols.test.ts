/**
 * Our grammar of Sec-WebSocket-Protocol beside that of `ws`: no value is known on which they
 * differ, and a search for one finds none.
 *
 * What differs is no matter of grammar: §4.2.2 lets a server choose any that was offered or none,
 * `ws` by itself takes the first.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-11.3.4
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerValues } from '#lib/protocol/http/http-head.ts';
import { parseSubprotocols, type Subprotocol } from '#lib/protocol/handshake/subprotocol.ts';
import { parseWithWs } from '../support/ws-grammar.ts';
import { startPlainServer, type PlainServer } from '../support/ws-handshake.ts';

/** Names in their order; null where the value breaks a rule. */
function parseWithOurs(...values: readonly string[]): string[] | null {
	const names: Subprotocol[] = [];
	for (const value of values) {
		const { subprotocols, faults } = parseSubprotocols(value, 0, names);
		if (faults.length > 0) return null;
		names.push(...subprotocols);
	}
	return names.map(({ name }) => name);
}

/** HTTP takes the whitespace around a value away before anybody reads it (RFC 9110 §5.5). */
const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '');

const TABLE: readonly [what: string, value: string, names: string[] | null][] = [
	['one', 'chat', ['chat']],
	['two', 'chat, superchat', ['chat', 'superchat']],
	['no space', 'chat,superchat', ['chat', 'superchat']],
	['space and tab around the comma', 'chat \t,\t superchat', ['chat', 'superchat']],
	['every character of a token', "!#$%&'*+-.^_`|~09AZaz", ["!#$%&'*+-.^_`|~09AZaz"]],
	['names that differ in case', 'chat, Chat', ['chat', 'Chat']],
	['the same twice', 'chat, chat', null],
	['nothing', '', null],
	['a comma', ',', null],
	['an empty element', 'chat,, superchat', null],
	['a comma at the end', 'chat,', null],
	['a comma at the beginning', ', chat', null],
	['a space in a name', 'chat room', null],
	['a quoted name', '"chat"', null],
	['a parameter', 'chat;v=1', null],
	['a slash', 'chat/1', null],
	['an at sign', 'chat@home', null],
	['a letter beyond ASCII', 'ch\xe4t', null]
];

describe('the grammar of Sec-WebSocket-Protocol', () => {
	let server: PlainServer;
	beforeAll(async () => {
		server = await startPlainServer();
	});
	afterAll(() => server.close());

	it.each(TABLE)('reads %s as the parser of ws does: %j', (_, value, names) => {
		expect(parseWithOurs(value)).toEqual(names);
		expect(parseWithWs(value)).toEqual(names);
	});

	it.each(TABLE)('takes %s where the server of ws does: %j', async (_, value, names) => {
		const head = await server.ask(`Sec-WebSocket-Protocol: ${value}`);
		expect(head.status).toBe(names ? 101 : 400);
		expect(headerValues(head, 'sec-websocket-protocol')).toEqual(names ? [names[0]] : []);
	});

	it.each([
		[['chat', 'superchat'], 101],
		[['chat', 'superchat, chat'], 400],
		[['chat', ''], 400]
	])('reads several lines as one list, as ws does: %j', async (values, status) => {
		const head = await server.ask(...values.map((value) => `Sec-WebSocket-Protocol: ${value}`));
		expect(head.status).toBe(status);
		expect(parseWithOurs(...values) === null).toBe(status === 400);
	});

	it('reads every value as ws does', () => {
		const part = fc.constantFrom('a', 'B', '!', ',', ', ', ' ', '\t', '"', ';', '\xe4', '=', '/');
		const value = fc.array(part, { maxLength: 9 }).map((parts) => trim(parts.join('')));
		fc.assert(
			fc.property(value, (text) => {
				expect(parseWithOurs(text)).toEqual(parseWithWs(text));
			}),
			{ numRuns: 5000 }
		);
	});

	it('knows every single character that ws knows', () => {
		for (let code = 0; code < 256; code++) {
			const text = `a${String.fromCharCode(code)}b`;
			expect([code, parseWithOurs(text)]).toEqual([code, parseWithWs(text)]);
		}
	});
});
