/** An announced length as typed: any number that 64 bits hold. */

const MAX_64_BITS = 2n ** 64n - 1n;

/** A number where it is safe, else a bigint; null where it is no such length. */
export function readLength(typed: string): number | bigint | null {
	const text = typed.replaceAll(/[\s,_]/g, '');
	if (!/^(\d{1,20}|0x[0-9a-f]{1,16})$/i.test(text)) return null;
	const value = BigInt(text);
	if (value > MAX_64_BITS) return null;
	return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}
