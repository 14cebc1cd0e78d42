import { HEADERS } from '#lib/protocol/handshake/headers.ts';
import { describe, expect, test } from 'vitest';
import { firstValue, headerOffers } from './header-offers.ts';
import { caseOf } from './name-case.ts';

const context = {
	host: 'a:1',
	origin: 'http://a:1',
	userAgent: 'Student/1.0',
	language: 'zh',
	newKey: () => 'dGhlIHNhbXBsZSBub25jZQ=='
};

describe.each([
	['client', 'request'],
	['server', 'response']
] as const)('headers for the %s', (role, kind) => {
	test('are all that have a place there', () => {
		const ids = headerOffers(role).map(({ id }) => id);
		const placed = Object.values(HEADERS).filter((info) => info[kind] !== null);
		expect(ids.toSorted()).toEqual(placed.map(({ id }) => id).toSorted());
	});

	test('begin with the handshake’s own and end with those of old drafts', () => {
		const groups = headerOffers(role).map(({ group }) => group);
		expect([groups[0], groups.at(-1)]).toEqual(['handshake', 'draft']);
	});
});

test.each([
	['host', 'client', 'a:1'],
	['sec-websocket-key', 'client', 'dGhlIHNhbXBsZSBub25jZQ=='],
	['sec-websocket-accept', 'server', '{accept}'],
	['sec-websocket-protocol', 'client', 'chat, superchat'],
	['sec-websocket-protocol', 'server', 'chat'],
	['date', 'server', '']
] as const)('%s of the %s begins as %j', (id, role, value) => {
	expect(firstValue(id, role, context)).toBe(value);
});

test.each([
	['Sec-WebSocket-Key', 'canonical'],
	['sec-websocket-key', 'lower'],
	['SEC-WEBSOCKET-KEY', 'upper'],
	['Sec-Websocket-Key', null],
	['X-Odd', 'canonical'],
	['DNT', 'canonical'],
	['123', null]
])('%s is written %s', (name, written) => {
	expect(caseOf(new TextEncoder().encode(name))).toBe(written);
});
