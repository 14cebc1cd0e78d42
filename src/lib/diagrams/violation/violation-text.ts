/** The words for a broken rule, of a frame or of the opening handshake. */
import type { Text } from '#lib/i18n/text.ts';

export interface ViolationText {
	/** For a pin: what is wrong here. */
	readonly short: string;
	/** For the panel: what the rule asks, in own words. */
	readonly rule: string;
}

/** A code without words is shown as it is. */
export function violationText(text: Text, code: string): ViolationText {
	const words: Readonly<Record<string, ViolationText>> = text.violations;
	return words[code] ?? { short: code, rule: code };
}
