/** A file for the browser to keep, named by the moment at which its run began. */

const TYPES = { json: 'application/json', svg: 'image/svg+xml' } as const;

/** @param ending such as `json`; `startedAt`: ISO 8601 */
export function saveFile(name: string, startedAt: string, ending: string, content: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content);
	link.download = `wire101-${name}-${startedAt.replace(/[:.]/g, '-')}.${ending}`;
	link.click();
	// The browser takes the blob in the same task; the URL is only a name for it.
	URL.revokeObjectURL(link.href);
}

export function saveText(
	name: string,
	startedAt: string,
	ending: keyof typeof TYPES,
	text: string
): void {
	saveFile(name, startedAt, ending, new Blob([text], { type: TYPES[ending] }));
}
