import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TLS_FRAGMENT, TlsRecordStream, type TlsRecord } from './tls-record.ts';

const CCS = '14 0303 0001 01';
const CLOSE_NOTIFY = '15 0303 0002 01 00';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));

function read(...hex: string[]) {
	const stream = new TlsRecordStream();
	const records = hex.flatMap((part) => stream.push(bytes(part)));
	return { stream, records };
}

describe('a record', () => {
	it.each([
		[CCS, { type: 'change_cipher_spec', version: 0x0303, length: 1, isProtected: false }],
		[CLOSE_NOTIFY, { type: 'alert', alert: { level: 1, description: 0 } }],
		['16 0301 0004 0e000000', { type: 'handshake', version: 0x0301, isProtected: false }],
		['17 0303 0003 aabbcc', { type: 'application_data', length: 3, isProtected: true }],
		['17 0303 0000', { type: 'application_data', length: 0, bytesLength: 5 }]
	] as const)('reads %s', (hex, expected) => {
		expect(read(hex).records).toMatchObject([{ isComplete: true, ...expected }]);
	});

	it('stands behind the bytes before it', () => {
		expect(read(CCS + CLOSE_NOTIFY).records.map(({ index, offset }) => [index, offset])).toEqual([
			[0, 0],
			[1, 6]
		]);
	});

	it('is pending from its header on', () => {
		const { stream } = read('17 03');
		expect(stream.pending).toBeNull();
		stream.push(bytes('03 0003 aa'));
		expect(stream.pending).toMatchObject({ length: 3, bytesLength: 6, isComplete: false });
	});

	it('keeps the beginning of a long fragment for showing', () => {
		const [record] = read(`17 0303 0400 ${'ab'.repeat(1024)}`).records;
		expect(record?.preview).toHaveLength(5 + 48);
	});

	it.each(['15 0303 0002 0228', '16 0303 0004 0e000000'])(
		'is protected after ChangeCipherSpec of TLS 1.2: %s',
		(hex) => {
			expect(read(CCS, hex).records[1]).toMatchObject({
				isProtected: true,
				handshakes: [],
				alert: null
			});
		}
	);
});

describe('handshake messages', () => {
	it('may stand several in one record', () => {
		const { records } = read('16 0303 0009 0e000000 14000001 ff');
		expect(records[0]?.handshakes.map(({ type, length }) => [type, length])).toEqual([
			[14, 0],
			[20, 1]
		]);
	});

	it('belong to the record in which they end', () => {
		const { records } = read('16 0303 0002 0b00', '16 0303 0004 0002 aabb');
		expect(records.map(({ handshakes }) => handshakes.map(({ type }) => type))).toEqual([[], [11]]);
	});

	it('are not read where they are longer than anybody needs', () => {
		const { stream } = read('16 0303 0004 01ffffff');
		expect(stream.pending).toBeNull();
		expect(stream.fault).toBeNull();
	});
});

describe('what is no TLS', () => {
	it.each([
		['GET / HTTP/1.1', '474554202f20485454502f312e31', 'content-type'],
		['SSL 2', '80 2e 01 00 02', 'content-type'],
		['version 4', '16 0403 0001 00', 'version'],
		['a record that is too long', '17 0303 ffff', 'length']
	])('is a fault: %s', (_name, hex, kind) => {
		const { stream, records } = read(hex);
		expect(stream.fault).toEqual({ kind, offset: 0 });
		expect(records).toEqual([]);
		expect(stream.pending).toBeNull();
	});

	it('is not read any further', () => {
		const { stream, records } = read(CCS, '00 0000 0000', CCS);
		expect(records).toHaveLength(1);
		expect(stream.fault).toEqual({ kind: 'content-type', offset: 6 });
	});

	it('begins beyond the longest fragment that a version allows', () => {
		const hex = (MAX_TLS_FRAGMENT + 1).toString(16);
		expect(read(`17 0303 ${hex}`).stream.fault?.kind).toBe('length');
	});
});

const record = fc
	.tuple(fc.constantFrom(20, 21, 22, 22, 23), fc.uint8Array({ maxLength: 80 }))
	.map(([type, fragment]) => Uint8Array.of(type, 3, 3, 0, fragment.length, ...fragment));
const wire = fc.oneof(
	fc.array(record, { maxLength: 6 }).map((parts) => Uint8Array.from(parts.flatMap((p) => [...p]))),
	fc.uint8Array({ maxLength: 200 }),
	fc
		.tuple(fc.array(record, { maxLength: 3 }), fc.uint8Array())
		.map(([parts, noise]) => Uint8Array.from([...parts.flatMap((p) => [...p]), ...noise]))
);

function describeAll(pieces: readonly Uint8Array[]) {
	const stream = new TlsRecordStream();
	const records: TlsRecord[] = pieces.flatMap((piece) => stream.push(piece));
	return { records, pending: stream.pending, fault: stream.fault };
}

it('reads any bytes to the same records in any cuts', () => {
	fc.assert(
		fc.property(wire, fc.array(fc.nat(200), { maxLength: 8 }), (all, cuts) => {
			const places = [0, ...cuts.filter((at) => at < all.length).sort((a, b) => a - b), all.length];
			const pieces = places.slice(1).map((end, i) => all.subarray(places[i], end));
			const whole = describeAll([all]);
			expect(describeAll(pieces)).toEqual(whole);
			expect(describeAll(Array.from(all, (byte) => Uint8Array.of(byte)))).toEqual(whole);
		})
	);
});

it('accounts for every byte up to the first fault', () => {
	fc.assert(
		fc.property(wire, (all) => {
			const { records, pending, fault } = describeAll([all]);
			const ends = records.map(({ offset, bytesLength }) => offset + bytesLength);
			const read = Math.max(0, ...ends);
			expect(records.map(({ offset }) => offset)).toEqual([0, ...ends].slice(0, records.length));
			if (pending) expect(read + pending.bytesLength).toBe(all.length);
			else if (fault) expect(fault.offset).toBe(read);
			else expect(all.length - read).toBeLessThan(5);
		})
	);
});
