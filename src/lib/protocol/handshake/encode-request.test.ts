import { describe, expect, it } from 'vitest';
import { encodeRequest, type OpeningRequest } from './encode-request.ts';
import { checkRequest } from './opening-handshake.ts';
import { latin1 } from '../latin1.ts';
import { readHead } from '../http/read-head.ts';

const request: OpeningRequest = {
	target: '/ws/echo?deflate=on',
	host: 'localhost:3000',
	key: 'dGhlIHNhbXBsZSBub25jZQ=='
};

describe('the opening request', () => {
	it('is the one of §1.3, in its order', () => {
		const bytes = encodeRequest({
			target: '/chat',
			host: 'server.example.com',
			key: 'dGhlIHNhbXBsZSBub25jZQ==',
			origin: 'http://example.com',
			protocols: ['chat', 'superchat'],
			extensions: 'permessage-deflate'
		});
		expect(latin1(bytes).split('\r\n')).toEqual([
			'GET /chat HTTP/1.1',
			'Host: server.example.com',
			'Upgrade: websocket',
			'Connection: Upgrade',
			'Origin: http://example.com',
			'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
			'Sec-WebSocket-Version: 13',
			'Sec-WebSocket-Protocol: chat, superchat',
			'Sec-WebSocket-Extensions: permessage-deflate',
			'',
			''
		]);
	});

	it('is accepted by a strict server', () => {
		const head = readHead('request', encodeRequest({ ...request, origin: 'http://localhost' }));
		expect(checkRequest(head).isAccepted).toBe(true);
	});

	it.each(['Origin', 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Extensions'])(
		'has no %s where none is asked for',
		(name) => expect(latin1(encodeRequest(request))).not.toContain(`${name}:`)
	);
});

describe('a part that would end its header', () => {
	it.each<[string, Partial<OpeningRequest>]>([
		['target', { target: '/ws/echo HTTP/1.1\r\nX: y' }],
		['target', { target: '/a b' }],
		['host', { host: 'a\r\nX: y' }],
		['key', { key: 'a\nb' }],
		['origin', { origin: 'a\r' }],
		['protocols', { protocols: ['chat', 'a\r\nX: y'] }],
		['extensions', { extensions: 'x\0' }],
		['extensions', { extensions: 'x\x7f' }],
		['extensions', { extensions: '扩展' }]
	])('is refused by its name: %s', (name, part) => {
		const encode = () => encodeRequest({ ...request, ...part });
		expect(encode).toThrow(RangeError);
		expect(encode).toThrow(name);
	});
});
