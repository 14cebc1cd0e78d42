/** The words for a broken rule, of a frame, of the opening handshake, or inside a body. */
import type { Text } from '#lib/i18n/text.ts';

export interface ViolationText {
	/** For a pin: what is wrong here. */
	readonly short: string;
	/** For the panel: what the rule asks, in own words. */
	readonly rule: string;
}

type Words = Readonly<Record<string, ViolationText>>;

/** A code without words is shown as it is. */
export function violationText(text: Text, code: string): ViolationText {
	const ofFrames: Words = text.violations;
	// A page that shows frames alone has not loaded the words of the handshake, nor those of bodies.
	const ofHandshakes: Words | undefined = text.handshakeRules?.violations;
	const ofBodies: Words | undefined = text.transportsLab?.lane?.dissect.violations;
	return ofFrames[code] ?? ofBodies?.[code] ?? ofHandshakes?.[code] ?? { short: code, rule: code };
}
