import { describe, expect, it } from 'vitest';
import { headerInfo, HEADERS } from './headers.ts';

describe('HEADERS', () => {
	it('is keyed by names in lower case', () => {
		for (const [id, info] of Object.entries(HEADERS)) {
			expect([info.id, info.name.toLowerCase()]).toEqual([id, id]);
		}
	});

	it('requires in a request what RFC 6455 §4.2.1 lists', () => {
		const required = Object.values(HEADERS).filter(({ request }) => request?.isRequired);
		expect(required.map(({ name }) => name)).toEqual([
			'Host',
			'Upgrade',
			'Connection',
			'Sec-WebSocket-Key',
			'Sec-WebSocket-Version'
		]);
	});

	it('requires in a response what RFC 6455 §4.2.2 lists', () => {
		const required = Object.values(HEADERS).filter(({ response }) => response?.isRequired);
		expect(required.map(({ name }) => name)).toEqual([
			'Upgrade',
			'Connection',
			'Sec-WebSocket-Accept'
		]);
	});

	it('marks the headers that carry secrets', () => {
		const secret = Object.values(HEADERS).filter(({ isSecret }) => isSecret);
		expect(secret.map(({ name }) => name)).toEqual([
			'Cookie',
			'Set-Cookie',
			'Authorization',
			'Proxy-Authorization'
		]);
	});
});

describe('headerInfo', () => {
	it.each(['Sec-WebSocket-Key', 'sec-websocket-key', 'SEC-WEBSOCKET-KEY'])('knows %s', (name) => {
		expect(headerInfo(name)?.name).toBe('Sec-WebSocket-Key');
	});

	it.each(['X-Own', '', 'constructor', '__proto__'])('knows nothing of %j', (name) => {
		expect(headerInfo(name)).toBeNull();
	});
});
