/** Who saw to it that a window is as it is: names the words of `negotiation.follow.reasons`. */
import { MOST_BITS, type DirectionTerms } from '#lib/handshakes/negotiation/agreed-terms.ts';
import type { Text } from '#lib/i18n/text.ts';

export type WindowReason = keyof Text['handshakeLab']['negotiation']['follow']['reasons'];

export function windowReason({
	sender,
	offered,
	answered,
	isPromise
}: DirectionTerms): WindowReason {
	if (sender === 'server') {
		if (answered === null) return 'default';
		if (offered === null) return 'server-own';
		return answered === offered ? 'server-demanded' : 'server-smaller';
	}
	if (isPromise) return 'client-promise';
	if (answered === null) return offered === null ? 'default' : 'client-free';
	if (offered === answered) return 'client-confirmed';
	return typeof offered === 'number' && offered < MOST_BITS ? 'client-smaller' : 'client-asked';
}
