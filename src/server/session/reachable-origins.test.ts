import { expect, it } from 'vitest';
import { reachableOrigins } from './reachable-origins.ts';
import { SessionRegistry } from './session-registry.ts';

const OWN = ['192.168.1.20', '10.0.0.7', 'fd00::7'];

it.each([
	['nobody, where it listens to this machine only', '127.0.0.1', 'localhost:3000', []],
	['nobody, on the IPv6 loopback', '::1', '[::1]:3000', []],
	[
		'whoever speaks IPv4, on every address of it',
		'0.0.0.0',
		'localhost:3000',
		['http://192.168.1.20:3000', 'http://10.0.0.7:3000']
	],
	[
		'everybody, on every address',
		'::',
		'[fd00::7]:80',
		['http://192.168.1.20:80', 'http://10.0.0.7:80', 'http://[fd00::7]:80']
	],
	['those of one network', '10.0.0.7', '10.0.0.7', ['http://10.0.0.7']],
	['those who know its name', 'desk.local', 'desk.local:81', ['http://desk.local:81']]
])('is reached by %s', (_title, listening, called, origins) => {
	expect(reachableOrigins(listening, called, () => OWN)).toEqual(origins);
});

it('is what the pages of a session are told, by the port that they call', () => {
	const registry = new SessionRegistry({
		addresses: (host) => reachableOrigins('0.0.0.0', host, () => OWN),
		hasLoad: true
	});
	const made = registry.create('127.0.0.1', 'localhost:8080');
	expect(made?.session.terms).toMatchObject({
		addresses: ['http://192.168.1.20:8080', 'http://10.0.0.7:8080'],
		hasLoad: true
	});
	registry.close();
});
