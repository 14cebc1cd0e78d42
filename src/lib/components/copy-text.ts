/**
 * Copies text to the clipboard; false where the browser refuses.
 * The clipboard API is missing on plain http addresses other than localhost, as in a classroom.
 */
export async function copyText(text: string): Promise<boolean> {
	try {
		if (navigator.clipboard) {
			await navigator.clipboard.writeText(text);
			return true;
		}
	} catch {
		// Refused: the older way asks for no permission.
	}
	return copySelection(text);
}

function copySelection(text: string): boolean {
	const focused = document.activeElement;
	const area = document.createElement('textarea');
	area.value = text;
	area.style.position = 'fixed';
	area.style.insetBlockStart = '-100vb';
	document.body.append(area);
	area.select();
	try {
		return document.execCommand('copy');
	} catch {
		return false;
	} finally {
		area.remove();
		if (focused instanceof HTMLElement) focused.focus();
	}
}
