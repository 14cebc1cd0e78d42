/**
 * Reads bits as deflate packs them: from the least significant bit of each byte.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.1.1
 */
export class BitReader {
	readonly bytes: Uint8Array;
	/** Bits taken so far. */
	position = 0;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	get bitsLeft(): number {
		return this.bytes.length * 8 - this.position;
	}

	/** The next bit; -1 where there is none. */
	bit(): number {
		const byte = this.bytes[this.position >>> 3];
		if (byte === undefined) return -1;
		const bit = (byte >>> (this.position & 7)) & 1;
		this.position += 1;
		return bit;
	}

	/**
	 * The next bits as a number, first bit least significant; -1 where there are fewer, and then
	 * none is taken.
	 * @param count 0 to 16
	 */
	bits(count: number): number {
		if (this.bitsLeft < count) return -1;
		let value = 0;
		for (let at = 0; at < count; at++) value |= this.bit() << at;
		return value;
	}

	/** Goes on at the next byte; returns how many bits were passed over. */
	align(): number {
		const padding = (8 - (this.position & 7)) & 7;
		this.position += padding;
		return padding;
	}
}
