/** Payloads that are made instead of written. */

export const GENERATORS = ['zeros', 'counting', 'repeated', 'random'] as const;
export type Generator = (typeof GENERATORS)[number];

/** Fills an array with random octets; one call takes at most 65,536 of them. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void;

/** What the Web Crypto API gives in one call. */
const RANDOM_STRIDE = 65_536;

/**
 * @param length in bytes
 * @param text what `repeated` repeats, cut where the length ends, inside a character too
 * @throws RangeError when length is no whole number from 0 on
 */
export function generatePayload(
	generator: Generator,
	length: number,
	text: string,
	fillRandom: FillRandom
): Uint8Array<ArrayBuffer> {
	if (!Number.isSafeInteger(length) || length < 0) {
		throw new RangeError('length must be a whole number from 0 on');
	}
	const payload = new Uint8Array(length);
	if (generator === 'counting') for (let i = 0; i < length; i++) payload[i] = i & 0xff;
	if (generator === 'repeated') repeat(payload, new TextEncoder().encode(text));
	if (generator === 'random') {
		for (let at = 0; at < length; at += RANDOM_STRIDE) {
			fillRandom(payload.subarray(at, at + RANDOM_STRIDE));
		}
	}
	return payload;
}

/** Nothing repeated stays zeros. */
function repeat(payload: Uint8Array, unit: Uint8Array): void {
	if (unit.length === 0) return;
	payload.set(unit.subarray(0, payload.length));
	for (let filled = unit.length; filled < payload.length; filled *= 2) {
		payload.copyWithin(filled, 0, filled);
	}
}
