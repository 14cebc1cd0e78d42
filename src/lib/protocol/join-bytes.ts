export function totalLength(parts: readonly Uint8Array[]): number {
	return parts.reduce((sum, part) => sum + part.length, 0);
}

/** Always a copy of the right size: the parts may lie in larger buffers. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const joined = new Uint8Array(totalLength(parts));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}
