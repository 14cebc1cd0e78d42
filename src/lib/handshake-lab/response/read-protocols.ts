/** The list that a page hands to `new WebSocket(url, protocols)`, from one line of text. */
export function readProtocols(text: string): readonly string[] {
	const names = text.split(',').map((name) => name.trim());
	return names.length === 1 && names[0] === '' ? [] : dropLastEmpty(names);
}

/** While the next name is not typed yet, the comma before it offers nothing. */
function dropLastEmpty(names: readonly string[]): readonly string[] {
	return names.at(-1) === '' ? names.slice(0, -1) : names;
}
