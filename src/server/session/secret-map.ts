/**
 * Values found by an unguessable secret of 128 bits. Only digests are kept and compared, so that
 * neither the time of a look-up nor a heap dump tells anything about a secret.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

interface Entry<Value> {
	readonly digest: Buffer;
	readonly value: Value;
}

export class SecretMap<Value> {
	readonly #entries = new Map<string, Entry<Value>>();

	get size(): number {
		return this.#entries.size;
	}

	/** Keeps a value; gives its secret, 22 characters of base64url. */
	add(value: Value): string {
		const secret = randomBytes(16).toString('base64url');
		const digest = digestOf(secret);
		this.#entries.set(digest.toString('base64'), { digest, value });
		return secret;
	}

	get(secret: string): Value | null {
		const digest = digestOf(secret);
		const entry = this.#entries.get(digest.toString('base64'));
		return entry !== undefined && timingSafeEqual(entry.digest, digest) ? entry.value : null;
	}

	delete(secret: string): void {
		this.#entries.delete(digestOf(secret).toString('base64'));
	}

	values(): Value[] {
		return Array.from(this.#entries.values(), (entry) => entry.value);
	}
}

function digestOf(secret: string): Buffer {
	return createHash('sha256').update(secret).digest();
}
