/** What our reader of TLS records reads of Node's own TLS, against what Node says of it. */
import { once } from 'node:events';
import { connect as connectTcp, createServer as createTcpServer, type AddressInfo } from 'node:net';
import type { Server } from 'node:net';
import { connect, createServer, type SecureVersion } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Direction } from '#lib/protocol/direction.ts';
import { TLS_HANDSHAKE_TYPES } from '#lib/protocol/tls/tls-handshake.ts';
import { TlsRecordStream, type TlsRecord } from '#lib/protocol/tls/tls-record.ts';
import {
	tlsCipherName,
	tlsOverhead,
	tlsVersionName
} from '#lib/diagrams/tls-records/tls-overhead.ts';
import { makeCertificate, type Certificate } from '#server/ways/tls/certificate.ts';

const NAME = 'echo.wire101.test';
const QUESTION = 'a question of thirty-one bytes.';
const ANSWER = 'b'.repeat(40_000);

let certificate: Certificate;
beforeAll(async () => void (certificate = await makeCertificate(NAME)));

const open: { close: () => unknown }[] = [];
afterAll(() => open.forEach((each) => each.close()));

async function listen(server: Server): Promise<number> {
	open.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

interface Seen {
	/** As Node names them, while the connection stands. */
	readonly protocol: string | null;
	readonly cipher: string;
	readonly records: { readonly [side in Direction]: TlsRecord[] };
	readonly streams: { readonly [side in Direction]: TlsRecordStream };
}

/** Question and answer over TLS through a relay that reads along. */
async function talk(version: SecureVersion): Promise<Seen> {
	const { cert, key } = certificate;
	const tls = createServer({ cert, key, ALPNProtocols: ['http/1.1'] }, (socket) => {
		socket.once('data', () => socket.end(ANSWER));
	});
	const behind = await listen(tls);
	const streams = { client: new TlsRecordStream(), server: new TlsRecordStream() };
	const records = { client: [] as TlsRecord[], server: [] as TlsRecord[] };
	const relay = createTcpServer((near) => {
		const far = connectTcp(behind, '127.0.0.1');
		near.on('data', (bytes: Buffer) => records.client.push(...streams.client.push(bytes)));
		far.on('data', (bytes: Buffer) => records.server.push(...streams.server.push(bytes)));
		near.pipe(far).pipe(near);
	});
	const port = await listen(relay);
	const options = { port, host: '127.0.0.1', ca: cert, servername: NAME };
	const versions = { minVersion: version, maxVersion: version };
	const socket = connect({ ...options, ...versions, ALPNProtocols: ['http/1.1'] });
	await once(socket, 'secureConnect');
	const said = { protocol: socket.getProtocol(), cipher: socket.getCipher().standardName };
	socket.write(QUESTION);
	socket.resume();
	await once(socket, 'close');
	return { ...said, records, streams };
}

const hellosOf = ({ records }: Seen) => ({
	client: records.client.flatMap(({ handshakes }) => handshakes)[0]?.clientHello,
	server: records.server.flatMap(({ handshakes }) => handshakes)[0]?.serverHello
});

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('Node’s %s', (version) => {
	let seen: Seen;
	beforeAll(async () => void (seen = await talk(version)));

	it('is read to the last byte', () => {
		expect(seen.streams.client).toMatchObject({ fault: null, pending: null });
		expect(seen.streams.server).toMatchObject({ fault: null, pending: null });
	});

	it('names its server, and what is to be spoken, in the clear', () => {
		expect(hellosOf(seen).client).toMatchObject({
			serverName: NAME,
			alpn: ['http/1.1'],
			isWhole: true
		});
	});

	it('chooses the version and the cipher suite that Node names', () => {
		const { server } = hellosOf(seen);
		expect(server).toMatchObject({ isWhole: true, isRetry: false });
		expect(tlsVersionName(server?.version ?? 0).replace('TLS ', 'TLSv')).toBe(seen.protocol);
		expect(tlsCipherName(server?.cipher ?? 0)).toBe(seen.cipher);
	});

	it('shows its certificate only where the version does', () => {
		const types = seen.records.server.flatMap(({ handshakes }) =>
			handshakes.map(({ type }) => TLS_HANDSHAKE_TYPES[type])
		);
		expect(types.includes('certificate')).toBe(version === 'TLSv1.2');
	});

	it('tells the length of what it hides', () => {
		const { server } = hellosOf(seen);
		const overhead = tlsOverhead(server?.version ?? 0, server?.cipher ?? 0) ?? 0;
		const lengths = (side: Direction) =>
			seen.records[side]
				.filter(({ type }) => type === 'application_data')
				.map(({ length }) => length - overhead);
		expect(lengths('client')).toContain(QUESTION.length);
		// 40,000 bytes are two records of 2^14 and a rest; others are handshake and alert.
		expect(lengths('server')).toEqual(expect.arrayContaining([16_384, 40_000 - 2 * 16_384]));
	});
});
