/**
 * Our negotiation beside that of a real `ws` server given the same options: the same choice and
 * the same answer, letter for letter, but for the differences listed here with their reasons.
 */
import { Buffer } from 'node:buffer';
import { afterAll, describe, expect, it } from 'vitest';
import type { PerMessageDeflateOptions } from 'ws';
import { parseExtensions } from '#lib/protocol/handshake/extension.ts';
import {
	ANY_DEFLATE,
	negotiateDeflate,
	type DeflatePolicy
} from '#lib/protocol/handshake/negotiate-deflate.ts';
import { selectSubprotocol } from '#lib/protocol/handshake/select-subprotocol.ts';
import { startBare, type BareFixture } from '../server/support/lab-fixture.ts';
import { handshake, openRaw } from '../server/support/raw-client.ts';

type Wanted = Partial<DeflatePolicy>;

const servers = new Map<string, Promise<BareFixture>>();
afterAll(async () => {
	for (const server of servers.values()) await (await server).close();
});

/** The options of `ws` that mean the same. */
function optionsOf(wanted: Wanted): PerMessageDeflateOptions | false {
	if (wanted.isOn === false) return false;
	return {
		...(wanted.serverNoContextTakeover && { serverNoContextTakeover: true }),
		...(wanted.clientNoContextTakeover && { clientNoContextTakeover: true }),
		...(wanted.serverMaxWindowBits && { serverMaxWindowBits: wanted.serverMaxWindowBits }),
		...(wanted.clientMaxWindowBits && { clientMaxWindowBits: wanted.clientMaxWindowBits })
	};
}

/** The value of a response header; '' where there is none; the status of a refusal. */
async function answerOf(server: BareFixture, request: string, name: string): Promise<string> {
	const client = await openRaw(server.port);
	client.write(Buffer.from(request, 'latin1'));
	await client.until(({ text, socket }) => socket.readableEnded || text.includes('\r\n\r\n'));
	client.destroy();
	const status = /^HTTP\/1\.1 (\d+)/.exec(client.text)?.[1] ?? '';
	if (status !== '101') return status;
	return new RegExp(`^${name}: (.*)\\r$`, 'im').exec(client.text)?.[1] ?? '';
}

async function theirs(offers: string, wanted: Wanted): Promise<string> {
	const key = JSON.stringify(wanted);
	let server = servers.get(key);
	if (!server) servers.set(key, (server = startBare({ perMessageDeflate: optionsOf(wanted) })));
	const request = handshake('/', { headers: { 'Sec-WebSocket-Extensions': offers } });
	return answerOf(await server, request, 'Sec-WebSocket-Extensions');
}

function ours(offers: string, wanted: Wanted): string {
	const { extensions } = parseExtensions(offers);
	return negotiateDeflate(extensions, { ...ANY_DEFLATE, ...wanted }).response;
}

const POLICIES: readonly Wanted[] = [
	{},
	{ serverNoContextTakeover: true },
	{ clientNoContextTakeover: true },
	{ serverMaxWindowBits: 10 },
	{ clientMaxWindowBits: 10 },
	{
		serverNoContextTakeover: true,
		clientNoContextTakeover: true,
		serverMaxWindowBits: 9,
		clientMaxWindowBits: 9
	}
];

/** Every one of them names a client window, so that every policy can be met. */
const OFFERS: readonly string[] = [
	'client_max_window_bits',
	'client_max_window_bits=10',
	'client_max_window_bits=15',
	'client_max_window_bits; server_max_window_bits=10',
	'client_max_window_bits; server_max_window_bits=15',
	'client_max_window_bits; server_no_context_takeover',
	'client_no_context_takeover; client_max_window_bits',
	'server_max_window_bits="12"; client_max_window_bits=11'
].map((parameters) => `permessage-deflate; ${parameters}`);

describe('permessage-deflate is settled as by ws', () => {
	const rows = POLICIES.flatMap((wanted) => OFFERS.map((offers) => ({ wanted, offers })));

	it.each(rows)('$offers by $wanted', async ({ offers, wanted }) => {
		expect(ours(offers, wanted)).toBe(await theirs(offers, wanted));
	});

	it.each<[string, Wanted]>([
		['permessage-deflate', {}],
		['permessage-deflate', { serverMaxWindowBits: 10 }],
		['permessage-deflate, permessage-deflate; client_max_window_bits', {}],
		['permessage-deflate, permessage-deflate; client_max_window_bits', { clientMaxWindowBits: 10 }],
		['x-other, permessage-deflate', {}],
		['x-other', {}],
		['permessage-deflate', { isOn: false }]
	])('%s by %j', async (offers, wanted) => {
		expect(ours(offers, wanted)).toBe(await theirs(offers, wanted));
	});
});

describe('permessage-deflate where ws differs', () => {
	it.each<[reason: string, offers: string, wanted: Wanted, ours: string, theirs: string]>([
		[
			'RFC 7692 §5.1 declines one offer and goes on to the next; ws refuses the handshake',
			'permessage-deflate; server_max_window_bits=7, permessage-deflate',
			{},
			'permessage-deflate',
			'400'
		],
		[
			'an offer behind the one that is taken is not looked at; ws refuses the handshake over it',
			'permessage-deflate, permessage-deflate; unknown',
			{},
			'permessage-deflate',
			'400'
		],
		[
			'§5.1: where no offer can be met the handshake goes on without compression',
			'permessage-deflate',
			{ clientMaxWindowBits: 10 },
			'',
			'400'
		],
		[
			'a server that wants at most 10 bits can live with 9; ws takes its option as the only value',
			'permessage-deflate; server_max_window_bits=9',
			{ serverMaxWindowBits: 10 },
			'permessage-deflate; server_max_window_bits=9',
			'400'
		],
		[
			'and the same of the client’s window',
			'permessage-deflate; client_max_window_bits=9',
			{ clientMaxWindowBits: 10 },
			'permessage-deflate; client_max_window_bits=9',
			'400'
		],
		[
			'15 bits are the default and need not be asked for; ws wants them offered by name',
			'permessage-deflate',
			{ clientMaxWindowBits: 15 },
			'permessage-deflate',
			'400'
		],
		[
			'§7.1.2.1: no leading zeros; ws reads whatever JavaScript calls a number',
			'permessage-deflate; server_max_window_bits=010',
			{},
			'',
			'permessage-deflate; server_max_window_bits=10'
		],
		[
			'the same of an exponent',
			'permessage-deflate; server_max_window_bits=1e1',
			{},
			'',
			'permessage-deflate; server_max_window_bits=10'
		],
		[
			'RFC 9110 §5.6.1: an empty element is skipped; ws refuses the handshake',
			'permessage-deflate,',
			{},
			'permessage-deflate',
			'400'
		]
	])('%s', async (_reason, offers, wanted, own, other) => {
		expect([ours(offers, wanted), await theirs(offers, wanted)]).toEqual([own, other]);
	});
});

describe('subprotocols are chosen as by ws', () => {
	const rows = [
		['chat, superchat', ['superchat', 'chat'], 'client'],
		['chat, superchat', ['superchat', 'chat'], 'server'],
		['chat, superchat', ['superchat'], 'client'],
		['chat', ['Chat'], 'client'],
		['chat', [], 'server']
	] as const;

	it.each(rows)('%s, of which %j are spoken, in the order of the %s', async (...row) => {
		const [offered, spoken, order] = row;
		const server = await startBare({
			// The server's order is its own loop over what it speaks.
			handleProtocols: (names) =>
				(order === 'client'
					? [...names].find((name) => spoken.some((each) => each === name))
					: spoken.find((name) => names.has(name))) ?? false
		});
		const request = handshake('/', { headers: { 'Sec-WebSocket-Protocol': offered } });
		const answer = await answerOf(server, request, 'Sec-WebSocket-Protocol');
		await server.close();
		expect(selectSubprotocol(offered.split(', '), spoken, order) ?? '').toBe(answer);
	});

	it('without a choice of its own ws takes the first offered', async () => {
		const server = await startBare({});
		const request = handshake('/', { headers: { 'Sec-WebSocket-Protocol': 'b, a' } });
		const answer = await answerOf(server, request, 'Sec-WebSocket-Protocol');
		await server.close();
		expect(selectSubprotocol(['b', 'a'], ['a', 'b'])).toBe(answer);
	});
});
