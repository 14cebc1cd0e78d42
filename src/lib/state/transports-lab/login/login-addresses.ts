/** Under which addresses a second device reaches its page, and what the QR code says. */

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

export interface PhoneAddresses {
	/** Origins, the best first: never empty. */
	readonly origins: readonly string[];
	/** Only this computer reaches them: the server was not started for the network. */
	readonly isLocalOnly: boolean;
}

/**
 * @param page origin of this page
 * @param told origins by which the server says that other devices reach it
 */
export function phoneAddresses(page: string, told: readonly string[]): PhoneAddresses {
	const isOnNetwork = !LOOPBACK.test(new URL(page).hostname);
	const origins = [...new Set([...(isOnNetwork ? [page] : []), ...told])];
	return origins.length > 0
		? { origins, isLocalOnly: false }
		: { origins: [page], isLocalOnly: true };
}

/**
 * The id stands in the fragment: browsers send that to no server, so it is in no log and in no
 * Referer (RFC 9110 §10.1.3).
 */
export function phoneUrl(origin: string, language: string, id: string): string {
	return `${origin}/${language}/phone#${id}`;
}

/** The id of a log-in from the fragment of an address, with its `#`; null: there is none. */
export function loginIdOf(hash: string): string | null {
	return /^#([\w-]{22})$/.exec(hash)?.[1] ?? null;
}
