/**
 * A certificate (RFC 5280) made by this process for itself: who trusts it trusts nobody else. Its
 * key is in memory only, and ends with the process.
 */
const DAY = 86_400_000;
/** Longer than any process runs. */
const YEARS = 10;

/** Both in PEM. */
export interface Certificate {
	readonly cert: string;
	readonly key: string;
}

/** @param name the DNS name it is valid for */
export async function makeCertificate(name: string): Promise<Certificate> {
	// Loaded here: a server starts without waiting for it.
	const { generate } = await import('selfsigned');
	const now = Date.now();
	const made = await generate([{ name: 'commonName', value: name }], {
		keyType: 'ec',
		curve: 'P-256',
		algorithm: 'sha256',
		// A clock that is set back does not make it invalid.
		notBeforeDate: new Date(now - DAY),
		notAfterDate: new Date(now + YEARS * 365 * DAY),
		extensions: [
			{ name: 'basicConstraints', cA: false, critical: true },
			{ name: 'keyUsage', digitalSignature: true, critical: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }
		]
	});
	return { cert: made.cert, key: made.private };
}
