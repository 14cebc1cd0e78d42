/** The words of the dictionaries for the opening handshake, by the protocol's own ids. */
import type { Text } from '#lib/i18n/text.ts';

interface HeaderWords {
	/** What the header is for. */
	readonly meaning: string;
	/** What happens where it is missing. */
	readonly without: string;
}

/** Null for a header that the dictionaries do not know. */
export function headerWords(text: Text, id: string): HeaderWords | null {
	const words: Readonly<Record<string, HeaderWords>> = text.headers;
	return words[id] ?? null;
}

/** What a check asks, as a sentence; its id where there are no words. */
export function checkWords(text: Text, id: string): string {
	const words: Readonly<Record<string, string>> = text.handshakeRules.checks;
	return words[id] ?? id;
}
