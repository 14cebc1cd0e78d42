/** Opening handshakes with one fault (or one oddity) each, written byte by byte. */
import { handshake, type HandshakeParts } from './raw-client.ts';

export const ECHO = '/ws/echo';
export const DEFLATING = '/ws/echo?deflate=on';

const GOOD = handshake(ECHO);

function line(startLine: string): string {
	return GOOD.replace(/^.*\r\n/, `${startLine}\r\n`);
}

function headers(given: NonNullable<HandshakeParts['headers']>, target = ECHO): string {
	return handshake(target, { headers: given });
}

/** Lines put before the blank one. */
function extra(...lines: string[]): string {
	return GOOD.replace(/\r\n$/, lines.map((each) => `${each}\r\n`).join('') + '\r\n');
}

const key = (value: string | null) => headers({ 'Sec-WebSocket-Key': value });
const version = (value: string | null) => headers({ 'Sec-WebSocket-Version': value });
const upgrade = (value: string | null) => headers({ Upgrade: value });
const connection = (value: string | null) => headers({ Connection: value });
const protocol = (value: string) => headers({ 'Sec-WebSocket-Protocol': value });
const offer = (value: string, target = DEFLATING) =>
	headers({ 'Sec-WebSocket-Extensions': value }, target);

/** Latin1 text, by name. */
export const ODD_REQUESTS = {
	good: GOOD,
	'plain GET': `GET ${ECHO} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
	'no Upgrade': upgrade(null),
	'Upgrade: h2c': upgrade('h2c'),
	'Upgrade: WebSocket': upgrade('WebSocket'),
	'Upgrade: h2c, websocket': upgrade('h2c, websocket'),
	'Upgrade: websocket/13': upgrade('websocket/13'),
	'no Connection': connection(null),
	'Connection: keep-alive': connection('keep-alive'),
	'Connection: keep-alive, Upgrade': connection('keep-alive, Upgrade'),
	POST: line(`POST ${ECHO} HTTP/1.1`),
	HEAD: line(`HEAD ${ECHO} HTTP/1.1`),
	'get in lower case': line(`get ${ECHO} HTTP/1.1`),
	'an unknown method': line(`FOO ${ECHO} HTTP/1.1`),
	CONNECT: line(`CONNECT ${ECHO} HTTP/1.1`),
	'POST without Upgrade': upgrade(null).replace(/^GET/, 'POST'),
	'no key': key(null),
	'a key of 15 bytes': key('AAAAAAAAAAAAAAAAAAAA'),
	'a key that is not base64': key('!!!!!!!!!!!!!!!!!!!!!!=='),
	'the key of an article': key('client-random-string'),
	'a key with bits left over': key('dGhlIHNhbXBsZSBub25jZR=='),
	'two keys': extra('Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='),
	'no version': version(null),
	'version 8': version('8'),
	'version 8 with its own origin': headers({
		'Sec-WebSocket-Version': '8',
		'Sec-WebSocket-Origin': 'http://example.com'
	}),
	'version 12': version('12'),
	'version 25': version('25'),
	'version 256': version('256'),
	'version 013': version('013'),
	'version 13.0': version('13.0'),
	'version 0xd': version('0xd'),
	'version 13, 8': version('13, 8'),
	'two versions': extra('Sec-WebSocket-Version: 13'),
	'HTTP/1.0': line(`GET ${ECHO} HTTP/1.0`),
	'HTTP/0.9': line(`GET ${ECHO} HTTP/0.9`),
	'HTTP/1.2': line(`GET ${ECHO} HTTP/1.2`),
	'HTTP/2.0': line(`GET ${ECHO} HTTP/2.0`),
	'http/1.1': line(`GET ${ECHO} http/1.1`),
	'no HTTP version': line(`GET ${ECHO}`),
	'an http target': line(`GET http://127.0.0.1${ECHO} HTTP/1.1`),
	'a ws target': line(`GET ws://127.0.0.1${ECHO} HTTP/1.1`),
	'an ftp target': line(`GET ftp://127.0.0.1${ECHO} HTTP/1.1`),
	'a fragment': line(`GET ${ECHO}#part HTTP/1.1`),
	'a fragment after a query': line(`GET ${ECHO}?a#part HTTP/1.1`),
	'a ws target and version 12': version('12').replace(ECHO, `ws://127.0.0.1${ECHO}`),
	'target *': line('GET * HTTP/1.1'),
	'a relative target': line('GET ws/echo HTTP/1.1'),
	'an unknown path': line('GET /nowhere HTTP/1.1'),
	'an unknown query': line(`GET ${ECHO}?deflate=maybe HTTP/1.1`),
	'two spaces': line(`GET  ${ECHO} HTTP/1.1`),
	'a tab for a space': line(`GET\t${ECHO} HTTP/1.1`),
	'a space in the target': line(`GET ${ECHO}?a b HTTP/1.1`),
	'a space after the version': line(`GET ${ECHO} HTTP/1.1 `),
	'a byte above ASCII in the target': line(`GET ${ECHO}?\xe4 HTTP/1.1`),
	'a control character in the target': line(`GET ${ECHO}?\x01 HTTP/1.1`),
	'no Host': headers({ Host: null }),
	'two Hosts': extra('Host: example.com'),
	'a malformed Host': headers({ Host: 'a b/c' }),
	'an empty Host': headers({ Host: '' }),
	'a plain GET without Host': `GET ${ECHO} HTTP/1.1\r\n\r\n`,
	'a malformed Origin': extra('Origin: nonsense'),
	'two Origins': extra('Origin: http://a.example', 'Origin: http://b.example'),
	'subprotocols a, b': protocol('a, b'),
	'subprotocols in two headers': extra('Sec-WebSocket-Protocol: a', 'Sec-WebSocket-Protocol: b'),
	'subprotocols a, a': protocol('a, a'),
	'subprotocols a,,b': protocol('a,,b'),
	'no subprotocol in the header': protocol(''),
	'a subprotocol with a space': protocol('a b'),
	'a malformed extension, deflate off': offer('permessage-deflate; x=;', ECHO),
	'a malformed extension, deflate on': offer('permessage-deflate; x=;'),
	'an empty extension header': offer(''),
	'an empty extension element': offer('permessage-deflate,'),
	'an unknown extension': offer('x-unknown'),
	'a window of 7 bits': offer('permessage-deflate; server_max_window_bits=7'),
	'a bad offer before a good one': offer('permessage-deflate; x=1, permessage-deflate'),
	'a good offer': offer('permessage-deflate'),
	'LF everywhere': GOOD.replaceAll('\r\n', '\n'),
	'one LF': GOOD.replace('websocket\r\n', 'websocket\n'),
	'a header without a colon': extra('broken'),
	'a header without a name': extra(': nameless'),
	'a space in a header name': extra('X Odd: 1'),
	'a space before the colon': GOOD.replace('Upgrade:', 'Upgrade :'),
	'a folded header': extra('X-Odd: a', ' b'),
	'a folded key': GOOD.replace('Sec-WebSocket-Key: ', 'Sec-WebSocket-Key:\r\n '),
	'a NUL in a value': extra('X-Odd: a\0b'),
	'a control character in a value': extra('X-Odd: a\x01b'),
	'a DEL in a value': extra('X-Odd: a\x7fb'),
	'a bare CR in a value': extra('X-Odd: a\rb'),
	'whitespace before the first header': GOOD.replace('\r\n', '\r\n X-Odd: a\r\n'),
	'an empty line first': `\r\n${GOOD}`,
	'a malformed Content-Length': extra('Content-Length: many'),
	'two lengths': extra('Content-Length: 5', 'Content-Length: 6'),
	'a length and chunks': extra('Content-Length: 5', 'Transfer-Encoding: chunked'),
	'a coding that is not chunked': extra('Transfer-Encoding: gzip'),
	'a head of 20 kB': extra(`X-Odd: ${'a'.repeat(20_000)}`),
	'no HTTP at all': 'hello\r\n\r\n',
	'a frame': '\x81\x80\x01\x02\x03\x04',
	'a TLS record': '\x16\x03\x01\x00\x05hello',
	'hixie-76': [
		`GET ${ECHO} HTTP/1.1`,
		'Host: example.com',
		'Upgrade: WebSocket',
		'Connection: Upgrade',
		'Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5',
		'Sec-WebSocket-Key2: 12998 5 Y3 1  .P00',
		'Origin: http://example.com',
		'',
		'^n:ds[4U'
	].join('\r\n')
} as const satisfies Record<string, string>;

export type OddRequest = keyof typeof ODD_REQUESTS;
