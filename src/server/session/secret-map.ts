/**
 * Values found by an unguessable secret of 128 bits. Only digests are kept and compared, so that
 * neither the time of a look-up nor a heap dump tells anything about a secret.
 */
import { hash, randomBytes } from 'node:crypto';

export class SecretMap<Value> {
	/** By the digests of their secrets. */
	readonly #values = new Map<string, Value>();

	get size(): number {
		return this.#values.size;
	}

	/** Keeps a value; gives its secret, 22 characters of base64url. */
	add(value: Value): string {
		const secret = randomBytes(16).toString('base64url');
		this.#values.set(digestOf(secret), value);
		return secret;
	}

	get(secret: string): Value | null {
		return this.#values.get(digestOf(secret)) ?? null;
	}

	delete(secret: string): void {
		this.#values.delete(digestOf(secret));
	}

	values(): Value[] {
		return [...this.#values.values()];
	}
}

/** In one call: an object that is updated and read makes each look-up many times as long. */
function digestOf(secret: string): string {
	return hash('sha256', secret, 'base64');
}
