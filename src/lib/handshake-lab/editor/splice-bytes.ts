/** Bytes with the stretch `start` to `end` (exclusive) replaced. */
export function spliceBytes(
	bytes: Uint8Array,
	start: number,
	end: number,
	insert: Uint8Array
): Uint8Array<ArrayBuffer> {
	const spliced = new Uint8Array(bytes.length - (end - start) + insert.length);
	spliced.set(bytes.subarray(0, start));
	spliced.set(insert, start);
	spliced.set(bytes.subarray(end), start + insert.length);
	return spliced;
}
