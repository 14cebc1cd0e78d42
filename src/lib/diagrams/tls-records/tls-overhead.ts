/**
 * By how many bytes a protected record is longer than what is inside: so much of the length of
 * everything is told to whoever listens. Padding (§5.4) would hide it; hardly anybody pads.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-5.2
 * @see https://www.rfc-editor.org/rfc/rfc5288#section-3
 */

/** Cipher suites of TLS 1.3 (appendix B.4), and the ones of TLS 1.2 with their kind of protection. */
export const TLS_CIPHERS: Readonly<Record<number, string>> = {
	0x1301: 'TLS_AES_128_GCM_SHA256',
	0x1302: 'TLS_AES_256_GCM_SHA384',
	0x1303: 'TLS_CHACHA20_POLY1305_SHA256',
	0x1304: 'TLS_AES_128_CCM_SHA256',
	0x1305: 'TLS_AES_128_CCM_8_SHA256',
	0xc02b: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
	0xc02c: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
	0xc02f: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
	0xc030: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
	0xcca8: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
	0xcca9: 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256'
};

/** Bytes of the tag. */
const TAG = 16;
const SHORT_TAG = 8;
/** TLS 1.3: the content type stands inside. */
const INNER_TYPE = 1;
/** TLS 1.2 with GCM: the explicit part of the nonce. */
const EXPLICIT_NONCE = 8;

/** Bytes; null for a cipher suite whose records do not tell. */
export function tlsOverhead(version: number, cipher: number): number | null {
	const name = TLS_CIPHERS[cipher];
	if (name === undefined) return null;
	if (version === 0x0304) return INNER_TYPE + (cipher === 0x1305 ? SHORT_TAG : TAG);
	return name.includes('GCM') ? EXPLICIT_NONCE + TAG : TAG;
}

/** Such as `TLS 1.3`; a version that nobody knows in hexadecimal. */
export function tlsVersionName(version: number): string {
	const minor = version - 0x0301;
	return minor >= 0 && minor <= 3 ? `TLS 1.${minor}` : `0x${version.toString(16).padStart(4, '0')}`;
}

/** The registered name, or the number. */
export function tlsCipherName(cipher: number): string {
	return TLS_CIPHERS[cipher] ?? `0x${cipher.toString(16).padStart(4, '0')}`;
}
