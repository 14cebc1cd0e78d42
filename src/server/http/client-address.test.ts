import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ClientAddresses } from './client-address.ts';

function requestFrom(remoteAddress: string, headers: IncomingHttpHeaders = {}): IncomingMessage {
	return { socket: { remoteAddress }, headers } as IncomingMessage;
}

const addresses = new ClientAddresses(['10.0.0.0/8', '127.0.0.1', '2001:db8::/32']);

describe('the address of a client', () => {
	it.each([
		['without a proxy', '192.0.2.1', '198.51.100.9', '192.0.2.1'],
		['behind a proxy', '10.0.0.1', '192.0.2.1', '192.0.2.1'],
		['behind a mapped proxy', '::ffff:10.0.0.1', '192.0.2.1', '192.0.2.1'],
		['behind two', '10.0.0.1', '192.0.2.1, 10.0.0.2', '192.0.2.1'],
		['that pretends another', '10.0.0.1', '198.51.100.9, 192.0.2.1', '192.0.2.1'],
		['with a port', '10.0.0.1', '198.51.100.9, 192.0.2.1:4711', '192.0.2.1'],
		['in IPv6 with a port', '10.0.0.1', '[2001:db9::1]:4711', '2001:db9:0:0::/64'],
		['that its proxy hides', '10.0.0.1', '198.51.100.9, unknown', '10.0.0.1'],
		['of the proxy itself', '10.0.0.1', undefined, '10.0.0.1'],
		['in IPv6', '2001:0DB9:0:1:2:3:4:5', undefined, '2001:db9:0:1::/64'],
		['in the same network', '2001:db9:0:1::9', undefined, '2001:db9:0:1::/64'],
		['in this machine', '::1', undefined, '0:0:0:0::/64'],
		['of one link', 'fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
		['all trusted', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3']
	])('%s: %s with %s is %s', (_name, peer, forwarded, expected) => {
		expect(addresses.of(requestFrom(peer, { 'x-forwarded-for': forwarded }))).toBe(expected);
	});
});

describe('this machine', () => {
	it.each([
		['127.0.0.1', {}, true],
		['::1', { host: '[::1]:3000' }, true],
		['::ffff:127.0.0.1', { host: 'localhost:3000' }, true],
		['192.0.2.1', { host: 'localhost:3000' }, false],
		['127.0.0.1', { host: 'wire101.example' }, false],
		['127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, false],
		['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
		['10.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
		['127.0.0.1', { 'x-forwarded-proto': 'https' }, false],
		['127.0.0.1', { 'x-real-ip': '192.0.2.1' }, false],
		['127.0.0.1', { 'cf-connecting-ip': '192.0.2.1' }, false],
		['127.0.0.1', { forwarded: 'for=192.0.2.1' }, false],
		['127.0.0.1', { via: '1.1 proxy' }, false]
	])('%s with %o: %s', (peer, headers, expected) => {
		expect(addresses.isLoopback(requestFrom(peer, headers))).toBe(expected);
	});
});
