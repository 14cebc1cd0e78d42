/**
 * ClientHello and ServerHello: the part of a TLS handshake that everybody on the way can read.
 *
 * Total: a body that breaks off or contradicts itself is read as far as it makes sense, and
 * `isWhole` is false.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-4.1.3
 */
import { ByteReader } from './tls-byte-reader.ts';
import { latin1 } from '../latin1.ts';

export interface TlsExtension {
	/** ExtensionType, such as 0 server_name, 43 supported_versions. */
	readonly type: number;
	/** Bytes of its data. */
	readonly length: number;
}

export interface ClientHello {
	/** Such as 0x0303, which TLS 1.3 writes too. */
	readonly legacyVersion: number;
	/** Cipher suites offered, in order. */
	readonly ciphers: readonly number[];
	readonly extensions: readonly TlsExtension[];
	/** Host name in the clear (RFC 6066 §3); null: none is named. */
	readonly serverName: string | null;
	/** Protocols offered above TLS (RFC 7301), such as http/1.1; empty: none. */
	readonly alpn: readonly string[];
	/** Versions offered (§4.2.1), such as 0x0304; empty: only the legacy version. */
	readonly versions: readonly number[];
	readonly isWhole: boolean;
}

export interface ServerHello {
	readonly legacyVersion: number;
	/** Version chosen: that of supported_versions, else the legacy one. */
	readonly version: number;
	/** Cipher suite chosen. */
	readonly cipher: number;
	readonly extensions: readonly TlsExtension[];
	/** A HelloRetryRequest, which looks like a ServerHello (§4.1.3). */
	readonly isRetry: boolean;
	readonly isWhole: boolean;
}

const SERVER_NAME = 0;
const ALPN = 16;
const SUPPORTED_VERSIONS = 43;
const RANDOM_LENGTH = 32;
/** SHA-256 of "HelloRetryRequest" (§4.1.3): its first bytes are enough to tell. */
const RETRY_RANDOM = [0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11];

/** @param body of the handshake message, without its header */
export function readClientHello(body: Uint8Array): ClientHello {
	const reader = new ByteReader(body);
	const legacyVersion = reader.uint16();
	reader.take(RANDOM_LENGTH);
	reader.vector8();
	const list = reader.vector16();
	const ciphers = list.uint16s();
	reader.vector8();
	const found = readExtensions(reader);
	const { extensions, data } = found;
	return {
		legacyVersion,
		ciphers,
		extensions,
		serverName: readServerName(data.get(SERVER_NAME)),
		alpn: readAlpn(data.get(ALPN)),
		versions: readVersions(data.get(SUPPORTED_VERSIONS)),
		isWhole: found.isWhole && !reader.isShort && !list.isShort
	};
}

/** @param body of the handshake message, without its header */
export function readServerHello(body: Uint8Array): ServerHello {
	const reader = new ByteReader(body);
	const legacyVersion = reader.uint16();
	const random = reader.take(RANDOM_LENGTH);
	reader.vector8();
	const cipher = reader.uint16();
	reader.take(1);
	const { extensions, data, isWhole } = readExtensions(reader);
	const chosen = data.get(SUPPORTED_VERSIONS);
	return {
		legacyVersion,
		version: chosen?.length === 2 ? new ByteReader(chosen).uint16() : legacyVersion,
		cipher,
		extensions,
		isRetry: RETRY_RANDOM.every((byte, at) => random[at] === byte),
		isWhole: isWhole && !reader.isShort
	};
}

interface FoundExtensions {
	readonly extensions: readonly TlsExtension[];
	/** The first of each type. */
	readonly data: ReadonlyMap<number, Uint8Array>;
	readonly isWhole: boolean;
}

/** TLS 1.2 may end without any. */
function readExtensions(reader: ByteReader): FoundExtensions {
	const extensions: TlsExtension[] = [];
	const data = new Map<number, Uint8Array>();
	const list = reader.isAtEnd ? new ByteReader(new Uint8Array(0)) : reader.vector16();
	while (!list.isAtEnd) {
		const type = list.uint16();
		const bytes = list.vector16().rest;
		if (list.isShort) break;
		extensions.push({ type, length: bytes.length });
		if (!data.has(type)) data.set(type, bytes);
	}
	return { extensions, data, isWhole: !list.isShort && reader.isAtEnd };
}

/** The first name of type host_name (0). */
function readServerName(data: Uint8Array | undefined): string | null {
	if (!data) return null;
	const list = new ByteReader(data).vector16();
	const type = list.take(1)[0];
	const name = list.vector16().rest;
	return type === 0 && name.length > 0 ? latin1(name) : null;
}

function readAlpn(data: Uint8Array | undefined): string[] {
	if (!data) return [];
	const list = new ByteReader(data).vector16();
	const names: string[] = [];
	while (!list.isAtEnd) names.push(latin1(list.vector8().rest));
	return names;
}

function readVersions(data: Uint8Array | undefined): number[] {
	return data ? new ByteReader(data).vector8().uint16s() : [];
}
