/** Says in the reader's language why a draft cannot be sent yet. */
import type { Text } from '#lib/i18n/text.ts';
import type { DraftFault } from '#lib/state/workbench/message-draft.svelte.ts';

export function describeFault(fault: DraftFault, words: Text['workbench']['composer']): string {
	if (fault.kind === 'json') return words.jsonError(fault.message);
	const position = fault.position + 1;
	return fault.reason === 'not-hex' ? words.hexNotHex(position) : words.hexHalfByte(position);
}
