/** The words for a close code: by the registry, else by its range (RFC 6455 §7.4). */
import type { Text } from '#lib/i18n/text.ts';
import type { NamedMeaning } from './opcode-text.ts';

/** @param code 0 to 65535 */
export function closeCodeText(text: Text, code: number): NamedMeaning {
	const { ranges, ...codes } = text.closeCodes;
	const named: NamedMeaning | undefined = (codes as Readonly<Record<string, NamedMeaning>>)[code];
	if (named) return named;
	if (code < 1000) return ranges.unused;
	if (code < 3000) return ranges.protocol;
	if (code < 4000) return ranges.registered;
	return code < 5000 ? ranges.private : ranges.beyond;
}
