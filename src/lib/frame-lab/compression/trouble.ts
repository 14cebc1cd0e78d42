/** What went wrong, in words: the lab channel's codes are the same for every tool. */
import type { Text } from '#lib/i18n/text.ts';
import type { MicroscopeTrouble } from '#lib/state/frame-lab/compression/microscope.svelte.ts';

export function explainTrouble(trouble: MicroscopeTrouble, text: Text): string {
	if (trouble.kind === 'not-loaded') return text.frameLab.compression.trouble.notLoaded;
	const { other, ...known } = text.frameLab.shell.trouble.channel;
	const { code } = trouble;
	return code in known ? known[code as keyof typeof known] : other(code);
}
