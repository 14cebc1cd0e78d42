/** A draft in a link. */
import type { HandshakeDraft } from './handshake-draft.ts';

export type DraftLinkFault = 'not-a-draft' | 'too-big' | 'newer-version';

export type DecodedDraftLink =
	| { readonly ok: true; readonly draft: HandshakeDraft }
	| { readonly ok: false; readonly fault: DraftLinkFault };

/** Text for the part of a URL behind `#`. */
export async function encodeDraftLink(draft: HandshakeDraft): Promise<string> {
	return draft.role;
}

/** Never throws. @param text with or without the `#` before it */
export async function decodeDraftLink(text: string): Promise<DecodedDraftLink> {
	return { ok: false, fault: text === '' ? 'not-a-draft' : 'newer-version' };
}
