import { describe, expect, it } from 'vitest';
import type { WireEvent } from '#lib/capture/recording-event.ts';
import {
	clientHelloRecord,
	protectedRecord,
	serverHelloRecord,
	tlsRecord
} from '../../../../tests/support/tls-bytes.ts';
import { WayRecordings } from '../../../../tests/support/way-recordings.ts';
import { frame, switching, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import { countText } from './find-text.ts';
import { layoutTls, plainChunks } from './layout.ts';
import { readTls } from './read-tls.ts';
import { tlsCipherName, tlsOverhead, tlsVersionName } from './tls-overhead.ts';

const CCS = tlsRecord(20, Uint8Array.of(1));
const REQUEST = upgradeRequest();
const ANSWER = switching();

/** `near` is what is inside, `far` is the network. */
const shaken = () =>
	new WayRecordings()
		.accepted('far')
		.data('far', 'client', clientHelloRecord('echo.test'))
		.data('far', 'server', join(serverHelloRecord(), CCS, protectedRecord(900)))
		.data('far', 'client', join(CCS, protectedRecord(52)));

const opened = () =>
	shaken()
		.data('far', 'client', protectedRecord(REQUEST.length))
		.data('near', 'client', REQUEST)
		.data('near', 'server', ANSWER)
		.data('far', 'server', protectedRecord(ANSWER.length));

function rowsOf(way: WayRecordings) {
	const chunks = plainChunks(way.events('near'), way.records('near'));
	return layoutTls(readTls(way.events('far')), chunks);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
	return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('what an eavesdropper reads', () => {
	it('is names, versions and a cipher suite, from the hellos', () => {
		const { clientHello, serverHello, bytes } = readTls(shaken().events('far'));
		expect(clientHello).toMatchObject({ serverName: 'echo.test', alpn: ['http/1.1'] });
		expect(serverHello).toMatchObject({ version: 0x0304, cipher: 0x1302 });
		expect(bytes.client).toBeGreaterThan(0);
	});

	it('is when the first byte of each record crossed', () => {
		const [head, tail] = [protectedRecord(30).subarray(0, 9), protectedRecord(30).subarray(9)];
		const way = new WayRecordings().data('far', 'client', head).data('far', 'client', tail, 5000);
		expect(readTls(way.events('far')).records).toMatchObject([{ t: 1000, tEnd: 6000 }]);
	});

	it('ends where the bytes are no TLS', () => {
		const way = new WayRecordings().data('far', 'client', REQUEST);
		expect(readTls(way.events('far')).faults.client).toEqual({ kind: 'content-type', offset: 0 });
	});
});

describe('rows of TLS', () => {
	it('put plain bytes beside the record that carries them', () => {
		const pairs = rowsOf(opened()).filter(({ inside }) => inside !== null);
		expect(pairs).toMatchObject([
			{ direction: 'client', overhead: 17, inside: { length: REQUEST.length } },
			{ direction: 'server', overhead: 17, inside: { length: ANSWER.length } }
		]);
		expect(pairs[0]?.inside?.records.map(({ kind }) => kind)).toEqual(['request']);
	});

	it('call what is protected before it the handshake of TLS', () => {
		const kinds = rowsOf(opened()).filter(({ isHandshake }) => isHandshake);
		expect(kinds.map(({ outside }) => outside[0]?.length)).toEqual([917, 69]);
	});

	it('leave a record alone that no plain bytes fit', () => {
		const way = opened().data('far', 'server', protectedRecord(2));
		expect(rowsOf(way).at(-1)).toMatchObject({ inside: null, overhead: null, isAlertSized: true });
	});

	it('leave plain bytes alone where the time makes no sense', () => {
		const text = frame('client', { text: 'hi' });
		const way = opened()
			.data('near', 'client', text)
			.data('far', 'client', protectedRecord(text.length));
		expect(rowsOf(way).at(-2)).toMatchObject({ inside: { length: text.length }, outside: [] });
	});

	it('put several records beside one read', () => {
		const text = frame('server', { text: 'x'.repeat(600) });
		const way = opened()
			.data('near', 'server', text)
			.data('far', 'server', join(protectedRecord(400), protectedRecord(text.length - 400)));
		expect(rowsOf(way).at(-1)).toMatchObject({ overhead: 34, inside: { length: text.length } });
		expect(rowsOf(way).at(-1)?.outside).toHaveLength(2);
	});

	it('name all that one read brought', () => {
		const two = join(frame('client', { text: 'a' }), frame('client', { text: 'b' }));
		const way = opened()
			.data('far', 'client', protectedRecord(two.length))
			.data('near', 'client', two);
		expect(rowsOf(way).at(-1)?.inside?.records).toHaveLength(2);
	});

	it('show what TCP itself does', () => {
		const way = opened().end('far', 'client').end('far', 'server', 'rst');
		expect(rowsOf(way).flatMap(({ mark }) => mark?.kind ?? [])).toEqual(['accepted', 'fin', 'rst']);
	});
});

describe('a text', () => {
	const data = (text: string, direction: 'client' | 'server' = 'client'): WireEvent => {
		return { kind: 'data', t: 0, connection: 1, direction, bytes: new TextEncoder().encode(text) };
	};

	it.each([
		['across chunks', [data('Sec-Web'), data('Socket')], 'WebSocket', 1],
		['not across directions', [data('Web'), data('Socket', 'server')], 'WebSocket', 0],
		['overlapping', [data('aaaa')], 'aa', 3],
		['in UTF-8', [data('掩码与掩码')], '掩码', 2],
		['not at all where it is empty', [data('abc')], '', 0]
	] as const)('is counted in bytes %s', (_name, events, text, count) => {
		expect(countText(events, text)).toBe(count);
	});
});

it.each([
	[0x0304, 0x1301, 17],
	[0x0304, 0x1305, 9],
	[0x0303, 0xc02f, 24],
	[0x0303, 0xcca8, 16],
	[0x0303, 0x002f, null]
])('version %i with cipher suite %i adds %s bytes', (version, cipher, expected) => {
	expect(tlsOverhead(version, cipher)).toBe(expected);
});

it('names versions and cipher suites, and writes unknown ones as numbers', () => {
	expect([0x0301, 0x0304, 0x7f1c].map(tlsVersionName)).toEqual(['TLS 1.0', 'TLS 1.3', '0x7f1c']);
	expect(tlsCipherName(0x002f)).toBe('0x002f');
});
