/** TLS records made by hand for tests: the heads are right, what is protected is only as long. */

const RANDOM = '00'.repeat(32);

export function tlsRecord(type: number, fragment: Uint8Array): Uint8Array {
	const { length } = fragment;
	return Uint8Array.of(type, 3, 3, length >> 8, length & 0xff, ...fragment);
}

/** A protected record of TLS 1.3 that holds so many bytes: content type and tag come on top. */
export function protectedRecord(inside: number): Uint8Array {
	return tlsRecord(23, new Uint8Array(inside + 17).fill(0xee));
}

/** Names the server, offers http/1.1, TLS 1.3 and 1.2 and three cipher suites. */
export function clientHelloRecord(serverName: string): Uint8Array {
	const name = hexOf(serverName);
	const sni = vector(2, `00${vector(2, name)}`);
	const extensions = [
		`0000${vector(2, sni)}`,
		`0010${vector(2, vector(2, vector(1, hexOf('http/1.1'))))}`,
		`002b${vector(2, vector(1, '03040303'))}`
	].join('');
	return hello(1, `0303${RANDOM}00${vector(2, '130113021303')}0100${vector(2, extensions)}`);
}

/** Chooses TLS 1.3 and TLS_AES_256_GCM_SHA384. */
export function serverHelloRecord(): Uint8Array {
	return hello(2, `0303${RANDOM}00130200${vector(2, '002b00020304')}`);
}

function hello(type: number, body: string): Uint8Array {
	return tlsRecord(22, bytes(`0${type}${vector(3, body)}`));
}

/** Behind its length. */
function vector(lengthBytes: number, hex: string): string {
	return (hex.length / 2).toString(16).padStart(lengthBytes * 2, '0') + hex;
}

function bytes(hex: string): Uint8Array {
	return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(text: string): string {
	return Array.from(new TextEncoder().encode(text), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
}
