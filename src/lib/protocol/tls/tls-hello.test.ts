import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClientHello, readServerHello } from './tls-hello.ts';

const RANDOM = '00'.repeat(32);
const RETRY = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';
const EXTENSIONS = [
	'0000 000e 000c 00 0009 6c6f63616c686f7374',
	'0010 000b 0009 08 687474702f312e31',
	'002b 0005 04 0304 0303'
].join('');

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

function clientHello(extensions: string): Uint8Array {
	const data = hex(extensions);
	const length = data.length.toString(16).padStart(4, '0');
	return hex(`0303 ${RANDOM} 00 0006 1301 1302 1303 01 00 ${length} ${extensions}`);
}

function serverHello(random: string, extensions: string): Uint8Array {
	return hex(`0303 ${random} 00 1302 00 ${extensions}`);
}

describe('a ClientHello', () => {
	it('tells the name of the server, what it can speak, and what above it', () => {
		expect(readClientHello(clientHello(EXTENSIONS))).toEqual({
			legacyVersion: 0x0303,
			ciphers: [0x1301, 0x1302, 0x1303],
			extensions: [
				{ type: 0, length: 14 },
				{ type: 16, length: 11 },
				{ type: 43, length: 5 }
			],
			serverName: 'localhost',
			alpn: ['http/1.1'],
			versions: [0x0304, 0x0303],
			isWhole: true
		});
	});

	it('may name nobody', () => {
		expect(readClientHello(clientHello(''))).toMatchObject({
			serverName: null,
			alpn: [],
			versions: [],
			isWhole: true
		});
	});

	it.each([
		['an empty body', ''],
		['a body that ends in the random', `0303 ${'00'.repeat(8)}`],
		['ciphers that claim more than there is', `0303 ${RANDOM} 00 ffff 1301`],
		['an odd number of bytes of ciphers', `0303 ${RANDOM} 00 0003 130113 01 00 0000`],
		['extensions that claim more than there is', `0303 ${RANDOM} 00 0002 1301 01 00 00ff 0000`],
		['bytes after the extensions', `0303 ${RANDOM} 00 0002 1301 01 00 0000 ff`]
	])('is not whole: %s', (_name, body) => {
		expect(readClientHello(hex(body)).isWhole).toBe(false);
	});
});

describe('a ServerHello', () => {
	it('chooses a version and a cipher suite', () => {
		const hello = readServerHello(serverHello(RANDOM, '0006 002b 0002 0304'));
		expect(hello).toMatchObject({ legacyVersion: 0x0303, version: 0x0304, cipher: 0x1302 });
		expect(hello).toMatchObject({ isRetry: false, isWhole: true });
	});

	it('without supported_versions means the legacy version', () => {
		expect(readServerHello(serverHello(RANDOM, '')).version).toBe(0x0303);
	});

	it('may be a HelloRetryRequest', () => {
		expect(readServerHello(serverHello(RETRY, '0000')).isRetry).toBe(true);
	});
});

it.each([readClientHello, readServerHello])('%o reads any bytes', (readHello) => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (body) => void readHello(body)));
});

it('a ClientHello that breaks off is whole only where its extensions would begin', () => {
	const whole = clientHello(EXTENSIONS);
	for (let end = 0; end < whole.length; end += 1) {
		expect(readClientHello(whole.subarray(0, end)).isWhole).toBe(end === 45);
	}
});
