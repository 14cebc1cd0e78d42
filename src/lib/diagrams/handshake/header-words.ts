/** The words of the dictionaries for the opening handshake, by the protocol's own ids. */
import type { Text } from '#lib/i18n/text.ts';

type Entry = string | { readonly [key: string]: unknown };

/** What a known header is for, in a request or in a response. */
export function headerWords(text: Text, id: string, kind: 'request' | 'response'): string {
	return wordsOf(area(text, 'headers')[id], kind, 'meaning');
}

/** What a check asks, as a sentence. */
export function checkWords(text: Text, id: string): string {
	const checks = area(text, 'handshakeRules')['checks'];
	return typeof checks === 'object' ? wordsOf(checks[id] as Entry | undefined, 'rule') : '';
}

function area(text: Text, name: string): Readonly<Record<string, Entry>> {
	return (text as unknown as Record<string, Record<string, Entry>>)[name] ?? {};
}

function wordsOf(entry: Entry | undefined, ...keys: string[]): string {
	if (entry === undefined || typeof entry === 'string') return entry ?? '';
	for (const key of keys) if (typeof entry[key] === 'string') return entry[key];
	return '';
}
