import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HttpHeadStream, parseHttpHead, type HeadKind, type HttpHead } from '../http/http-head.ts';
import { REQUEST_CHECKS, RESPONSE_CHECKS } from './handshake-rules.ts';
import { latin1, latin1Bytes } from '../latin1.ts';
import { checkRequest, checkResponse, type HandshakeVerdict } from './opening-handshake.ts';

/** The client's handshake of RFC 6455 §1.2, and the server's. */
const REQUEST = [
	'GET /chat HTTP/1.1',
	'Host: server.example.com',
	'Upgrade: websocket',
	'Connection: Upgrade',
	'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
	'Origin: http://example.com',
	'Sec-WebSocket-Protocol: chat, superchat',
	'Sec-WebSocket-Version: 13'
];
const RESPONSE = [
	'HTTP/1.1 101 Switching Protocols',
	'Upgrade: websocket',
	'Connection: Upgrade',
	'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
	'Sec-WebSocket-Protocol: chat'
];
const DEFLATE = 'Sec-WebSocket-Extensions: permessage-deflate';

function head(kind: HeadKind, lines: readonly string[]): HttpHead {
	const result = parseHttpHead(latin1Bytes([...lines, '', ''].join('\r\n')), { kind });
	if (result.kind !== 'head') throw new Error(result.kind);
	return result.head;
}

/** The lines with those of the same name replaced, or removed by a name alone, or added. */
function change(lines: readonly string[], ...changes: string[]): string[] {
	const [start = '', ...headers] = lines;
	if (changes[0]?.includes(' HTTP/') || changes[0]?.startsWith('HTTP/')) {
		return [changes[0], ...headers];
	}
	const name = (line: string) => line.split(':', 1)[0]?.toLowerCase() ?? '';
	const changed = new Set(changes.map(name));
	const added = changes.filter((line) => line.includes(':'));
	return [start, ...headers.filter((line) => !changed.has(name(line))), ...added];
}

const request = (...changes: string[]) => head('request', change(REQUEST, ...changes));
const response = (...changes: string[]) => head('response', change(RESPONSE, ...changes));

function marks(head: HttpHead, verdict: HandshakeVerdict): [string, string][] {
	return verdict.violations.map(({ code, bitOffset, bitLength }) => [
		code,
		latin1(head.bytes, bitOffset / 8, (bitOffset + bitLength) / 8)
	]);
}

const failed = (verdict: HandshakeVerdict) =>
	verdict.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);

describe('the handshake of RFC 6455 §1.2', () => {
	const asked = checkRequest(request());
	const answered = checkResponse(response(), request());

	it('is a request that a strict server accepts', () => {
		expect(asked).toMatchObject({
			isAccepted: true,
			violations: [],
			statusDue: null,
			key: 'dGhlIHNhbXBsZSBub25jZQ==',
			expectedAccept: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
			protocols: ['chat', 'superchat']
		});
	});

	it('is a response that a strict client accepts', () => {
		expect(answered).toMatchObject({
			isAccepted: true,
			violations: [],
			protocol: 'chat',
			extensions: [],
			deflate: null
		});
	});

	it('passes every check, each made once, in order', () => {
		expect(asked.checks.map(({ id }) => id)).toEqual(Object.keys(REQUEST_CHECKS));
		expect(answered.checks.map(({ id }) => id)).toEqual(Object.keys(RESPONSE_CHECKS));
		expect([...failed(asked), ...failed(answered)]).toEqual([]);
	});

	it('tells which header each check looked at', () => {
		const headers = asked.checks.filter(({ header }) => header !== null);
		expect(headers.map(({ id, header, field }) => [id, header, field])).toEqual([
			['host', 0, 'header-0-value'],
			['upgrade', 1, 'header-1-value'],
			['connection', 2, 'header-2-value'],
			['key', 3, 'header-3-value'],
			['version', 6, 'header-6-value'],
			['origin', 4, 'header-4-value'],
			['subprotocols', 5, 'header-5-value']
		]);
	});

	it('says which optional headers are absent', () => {
		const absent = asked.checks.filter(({ outcome }) => outcome === 'absent');
		expect(absent.map(({ id, passed }) => [id, passed])).toEqual([['extensions', true]]);
	});
});

describe('a request with one mistake', () => {
	it.each([
		['POST /chat HTTP/1.1', 'method', 'method-not-get', 'POST', 405],
		['HEAD /chat HTTP/1.1', 'method', 'method-not-get', 'HEAD', 405],
		['get /chat HTTP/1.1', 'method', 'method-not-get', 'get', 405],
		['G,T /chat HTTP/1.1', 'method', 'method-not-token', 'G,T', 400],
		['GET /chat HTTP/1.0', 'http-version', 'http-version-too-low', 'HTTP/1.0', 400],
		['GET /chat HTTP/1', 'http-version', 'http-version-malformed', 'HTTP/1', 400],
		[
			'GET ws://server.example.com/chat HTTP/1.1',
			'target',
			'target-not-resource',
			'ws://server.example.com/chat',
			400
		],
		['GET * HTTP/1.1', 'target', 'target-not-resource', '*', 400],
		[
			'GET server.example.com:80 HTTP/1.1',
			'target',
			'target-not-resource',
			'server.example.com:80',
			400
		],
		['GET /chat#top HTTP/1.1', 'target', 'target-has-fragment', '#top', 400],
		['Host', 'host', 'host-missing', 'GET /chat HTTP/1.1', 400],
		['Host:', 'host', 'host-empty', 'Host', 400],
		['Host: a b', 'host', 'host-malformed', 'a b', 400],
		['Upgrade', 'upgrade', 'upgrade-missing', 'GET /chat HTTP/1.1', 426],
		['Upgrade: h2c', 'upgrade', 'upgrade-not-websocket', 'h2c', 400],
		['Connection', 'connection', 'connection-missing', 'GET /chat HTTP/1.1', 426],
		['Connection: keep-alive', 'connection', 'connection-without-upgrade', 'keep-alive', 426],
		['Sec-WebSocket-Key', 'key', 'key-missing', 'GET /chat HTTP/1.1', 400],
		['Sec-WebSocket-Key:', 'key', 'key-not-16-bytes', 'Sec-WebSocket-Key', 400],
		[
			'Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4P',
			'key',
			'key-not-16-bytes',
			'AQIDBAUGBwgJCgsMDQ4P',
			400
		],
		['Sec-WebSocket-Key: client-random-string', 'key', 'key-not-base64', '-', 400],
		[
			'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ',
			'key',
			'key-not-base64',
			'dGhlIHNhbXBsZSBub25jZQ',
			400
		],
		['Sec-WebSocket-Version', 'version', 'version-missing', 'GET /chat HTTP/1.1', 400],
		['Sec-WebSocket-Version: 8', 'version', 'version-unsupported', '8', 426],
		['Sec-WebSocket-Version: 12', 'version', 'version-unsupported', '12', 426],
		['Sec-WebSocket-Version: 25', 'version', 'version-unsupported', '25', 426],
		['Sec-WebSocket-Version: 013', 'version', 'version-malformed', '013', 400],
		['Sec-WebSocket-Version: 256', 'version', 'version-malformed', '256', 400],
		['Origin: example.com', 'origin', 'origin-malformed', 'example.com', 400],
		['Sec-WebSocket-Protocol: a, a', 'subprotocols', 'subprotocol-repeated', 'a', 400],
		['Sec-WebSocket-Protocol: a,,b', 'subprotocols', 'subprotocol-empty', 'a,,b', 400],
		['Sec-WebSocket-Protocol:', 'subprotocols', 'subprotocol-empty', 'Sec-WebSocket-Protocol', 400],
		['Sec-WebSocket-Protocol: a b', 'subprotocols', 'subprotocol-not-token', 'a b', 400],
		['Sec-WebSocket-Extensions: a;', 'extensions', 'extension-parameter-not-token', '', 400],
		[
			'Sec-WebSocket-Extensions:',
			'extensions',
			'extension-list-empty',
			'Sec-WebSocket-Extensions',
			400
		],
		['X : y', 'request-valid', 'space-before-colon', ' ', 400]
	])('%s: fails %s by %s at %j, %i is due', (line, id, code, bytes, status) => {
		const head = request(line);
		const verdict = checkRequest(head);
		expect(failed(verdict)).toEqual([id]);
		expect(marks(head, verdict)).toEqual([[code, bytes]]);
		expect(verdict).toMatchObject({ isAccepted: false, statusDue: status });
	});

	it.each([
		['Host: a.example', 'host', 'host-duplicated', 'RFC 9112 3.2'],
		['Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==', 'key', 'key-duplicated', '11.3.1'],
		['Sec-WebSocket-Version: 13', 'version', 'version-duplicated', '11.3.5'],
		['Origin: http://example.com', 'origin', 'origin-duplicated', 'RFC 6454 7.3'],
		['Sec-WebSocket-Protocol: superchat', 'subprotocols', 'subprotocol-repeated', '4.1']
	])('a second %s: fails %s by %s (%s)', (line, id, code, section) => {
		const verdict = checkRequest(head('request', [...REQUEST, line]));
		expect(failed(verdict)).toEqual([id]);
		expect(verdict.violations).toMatchObject([{ code, section }]);
	});
});

describe('a legal request', () => {
	it.each([
		['GET http://server.example.com/chat HTTP/1.1', 'an absolute target'],
		['GET /chat HTTP/2.0', 'a higher version'],
		['Upgrade: WebSocket', 'another case'],
		['Upgrade: h2c, websocket', 'the keyword among others'],
		['Connection: keep-alive, Upgrade', 'the option among others'],
		['Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEC==', 'the key printed in §4.1'],
		['Origin: null', 'an opaque origin'],
		['Origin', 'no origin'],
		['Sec-WebSocket-Protocol', 'no subprotocol'],
		['Host: [::1]:8080', 'an address for a host']
	])('%s: %s', (line) => {
		expect(checkRequest(request(line))).toMatchObject({ isAccepted: true, violations: [] });
	});

	it('may offer subprotocols and extensions in several lines', () => {
		const lines = ['Sec-WebSocket-Protocol: v2', DEFLATE, 'Sec-WebSocket-Extensions: foo'];
		const verdict = checkRequest(head('request', [...REQUEST, ...lines]));
		expect(verdict).toMatchObject({ isAccepted: true, protocols: ['chat', 'superchat', 'v2'] });
		expect(verdict.extensions.map(({ name }) => name)).toEqual(['permessage-deflate', 'foo']);
	});

	it('may offer what a server has to decline', () => {
		const verdict = checkRequest(request(`${DEFLATE}; foo`));
		expect(verdict).toMatchObject({ isAccepted: true, statusDue: null });
		expect(verdict.violations).toMatchObject([
			{ code: 'deflate-offer-parameter-unknown', isFatal: false, status: null }
		]);
	});
});

describe('a response with one mistake', () => {
	it.each([
		[
			'HTTP/1.0 101 Switching Protocols',
			'response-http-version',
			'response-http-version-too-low',
			'HTTP/1.0'
		],
		['Upgrade', 'response-upgrade', 'response-upgrade-missing', 'HTTP/1.1 101 Switching Protocols'],
		[
			'Upgrade: websocket, h2c',
			'response-upgrade',
			'response-upgrade-not-websocket',
			'websocket, h2c'
		],
		[
			'Connection',
			'response-connection',
			'response-connection-missing',
			'HTTP/1.1 101 Switching Protocols'
		],
		['Connection: close', 'response-connection', 'response-connection-without-upgrade', 'close'],
		['Sec-WebSocket-Accept', 'accept', 'accept-missing', 'HTTP/1.1 101 Switching Protocols'],
		[
			'Sec-WebSocket-Accept: S3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
			'accept',
			'accept-mismatch',
			'S3pPLMBiTxaQ9kYGzzhZRbK+xOo='
		],
		['Sec-WebSocket-Protocol: mqtt', 'chosen-subprotocol', 'subprotocol-not-offered', 'mqtt'],
		['Sec-WebSocket-Protocol: Chat', 'chosen-subprotocol', 'subprotocol-not-offered', 'Chat'],
		[
			'Sec-WebSocket-Protocol: chat, superchat',
			'chosen-subprotocol',
			'chosen-subprotocol-not-token',
			'chat, superchat'
		],
		[
			'Sec-WebSocket-Protocol:',
			'chosen-subprotocol',
			'chosen-subprotocol-not-token',
			'Sec-WebSocket-Protocol'
		],
		[DEFLATE, 'accepted-extensions', 'extension-not-offered', 'permessage-deflate'],
		['X : y', 'response-valid', 'space-before-colon', ' ']
	])('%s: fails %s by %s at %j', (line, id, code, bytes) => {
		const head = response(line);
		const verdict = checkResponse(head, request());
		expect(failed(verdict)).toEqual([id]);
		expect(marks(head, verdict)).toEqual([[code, bytes]]);
		expect(verdict.isAccepted).toBe(false);
	});

	it.each([
		['Upgrade: websocket', 'response-upgrade-not-websocket', '4.1'],
		['Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=', 'accept-duplicated', '11.3.3'],
		['Sec-WebSocket-Protocol: chat', 'subprotocol-header-duplicated', '11.3.4']
	])('a second %s: %s (§%s)', (line, code, section) => {
		const verdict = checkResponse(head('response', [...RESPONSE, line]), request());
		expect(verdict).toMatchObject({
			isAccepted: false,
			violations: [{ code, section, status: null }]
		});
	});

	it.each([
		[
			[DEFLATE, DEFLATE],
			['extensions-header-duplicated', 'deflate-accepted-twice']
		],
		[[`${DEFLATE}, permessage-deflate`], ['deflate-accepted-twice']],
		[[`${DEFLATE}; client_max_window_bits=10`], ['deflate-parameter-not-offered']],
		[[`${DEFLATE}; foo`], ['deflate-parameter-unknown']]
	])('%j, deflate offered: %j', (lines, codes) => {
		const verdict = checkResponse(head('response', [...RESPONSE, ...lines]), request(DEFLATE));
		expect(verdict.violations.map(({ code }) => code)).toEqual(codes);
		expect(verdict.isAccepted).toBe(false);
	});
});

describe('a legal response', () => {
	it.each([
		['Upgrade: WebSocket', 'another case'],
		['Connection: keep-alive, upgrade', 'the option among others'],
		['HTTP/1.1 101 ', 'no reason'],
		['Sec-WebSocket-Protocol', 'none of the subprotocols'],
		['Set-Cookie: a=b', 'another header']
	])('%s: %s', (line) => {
		expect(checkResponse(response(line), request())).toMatchObject({
			isAccepted: true,
			violations: []
		});
	});

	it('puts an offered extension in use', () => {
		const verdict = checkResponse(
			response(`${DEFLATE}; server_max_window_bits=10`),
			request(DEFLATE)
		);
		expect(verdict).toMatchObject({
			isAccepted: true,
			extensions: [{ name: 'permessage-deflate' }],
			deflate: { serverMaxWindowBits: 10, clientMaxWindowBits: 15 }
		});
	});

	it('is compared with nothing where the request was not seen', () => {
		const verdict = checkResponse(response(DEFLATE), null);
		const skipped = verdict.checks.filter(({ outcome }) => outcome === 'skipped');
		expect(skipped.map(({ id }) => id)).toEqual([
			'accept',
			'accepted-extensions',
			'chosen-subprotocol'
		]);
	});
});

describe('a response before the final one', () => {
	it('says nothing yet: it neither opens the connection nor breaks a rule', () => {
		const hints = head('response', ['HTTP/1.1 103 Early Hints']);
		const verdict = checkResponse(hints, request('Sec-WebSocket-Version: 25'));
		expect(verdict).toMatchObject({ isAccepted: false, violations: [] });
		expect(verdict.checks.find(({ id }) => id === 'status')?.outcome).toBe('skipped');
	});
});

describe('a 101 that announces content', () => {
	it.each(['Content-Length: 5', 'Transfer-Encoding: chunked'])(
		'is taken, and told that none may be there: %s',
		(line) => {
			const verdict = checkResponse(response(line), request());
			expect(verdict.isAccepted).toBe(true);
			expect(verdict.violations.map(({ code }) => code)).toEqual(['content-in-101']);
		}
	);
});

describe('a refusal', () => {
	const refusal = ['HTTP/1.1 400 Bad Request', 'Connection: close', 'Content-Length: 0'];

	it('fails by its status alone: the rest is plain HTTP', () => {
		const verdict = checkResponse(head('response', refusal), request());
		expect(failed(verdict)).toEqual(['status']);
		expect(verdict).toMatchObject({ isAccepted: false, protocol: null, extensions: [] });
		expect(verdict.checks.find(({ id }) => id === 'accept')?.outcome).toBe('skipped');
	});

	it('over the version alone has to name the versions spoken', () => {
		const asked = request('Sec-WebSocket-Version: 25');
		const silent = checkResponse(head('response', refusal), asked);
		expect(failed(silent)).toEqual(['status', 'supported-versions']);
		const named = checkResponse(head('response', [...refusal, 'Sec-WebSocket-Version: 13']), asked);
		expect(failed(named)).toEqual(['status']);
	});
});

describe('whatever the heads hold', () => {
	const line = fc.oneof(
		fc.constantFrom(...REQUEST, ...RESPONSE, DEFLATE, `${DEFLATE}; foo`),
		fc.string({ unit: fc.constantFrom(...'aA:;=", \t/\r\n\xe9'), maxLength: 20 })
	);
	const text = fc.array(line, { maxLength: 10 }).map((lines) => lines.join('\r\n'));

	it('a verdict is reached without a throw, its faults inside the head', () => {
		fc.assert(
			fc.property(text, text, (asked, answered) => {
				const [request, response] = (['request', 'response'] as const).map((kind) => {
					const stream = new HttpHeadStream({ kind });
					stream.push(latin1Bytes(`${kind === 'request' ? asked : answered}\r\n\r\n`));
					return stream.pending;
				});
				if (!request || !response) return;
				const verdicts = [checkRequest(request), checkResponse(response, request)];
				for (const [i, { violations }] of verdicts.entries()) {
					const size = (i === 0 ? request : response).bytes.length * 8;
					for (const { bitOffset, bitLength } of violations) {
						expect(bitOffset >= 0 && bitOffset + bitLength <= size).toBe(true);
					}
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('heads of the wrong kind are a mistake of the caller', () => {
		expect(() => checkRequest(response())).toThrow(TypeError);
		expect(() => checkResponse(request(), null)).toThrow(TypeError);
	});
});
