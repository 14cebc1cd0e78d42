/** A draft in a link. Links come from anywhere: what does not validate is refused. */
import * as v from 'valibot';
import { bytesToBase64 } from '#lib/capture/base64-bytes.ts';
import { boundedList, TOO_LONG } from '#lib/runs/bounded-list.ts';
import { base64Bytes, milliseconds, openLink, sealLink } from '#lib/runs/link-envelope.ts';
import { HANDSHAKE_LIMITS, type HandshakeDraft } from './handshake-draft.ts';

export type DraftLinkFault = 'not-a-draft' | 'too-big' | 'newer-version';

export type DecodedDraftLink =
	| { readonly ok: true; readonly draft: HandshakeDraft }
	| { readonly ok: false; readonly fault: DraftLinkFault };

/** A subprotocol may be one that no browser offers: a student sees why. */
const protocol = v.pipe(v.string(), v.maxLength(256));
const schema = v.object({
	role: v.picklist(['client', 'server']),
	head: base64Bytes,
	pace: v.optional(v.picklist(['whole', 'lines', 'bytes']), 'whole'),
	gap: v.optional(milliseconds, 0),
	end: v.optional(v.picklist(['fin', 'rst'])),
	protocols: v.optional(boundedList(protocol, HANDSHAKE_LIMITS.protocols), [])
});

/** Text for the part of a URL behind `#`. What is as usual is left out: links stay short. */
export function encodeDraftLink(draft: HandshakeDraft): Promise<string> {
	const { role, bytes, pace, gap, end, protocols } = draft;
	const link: v.InferInput<typeof schema> = {
		role,
		head: bytesToBase64(bytes),
		...(pace !== 'whole' && { pace }),
		...(gap > 0 && { gap }),
		...(end !== null && { end }),
		...(protocols.length > 0 && { protocols })
	};
	return sealLink(link);
}

/** Never throws. @param text with or without the `#` before it */
export async function decodeDraftLink(text: string): Promise<DecodedDraftLink> {
	const link = await openLink(text);
	if (!link.ok) return refused(link.fault === 'not-a-link' ? 'not-a-draft' : link.fault);
	const result = v.safeParse(schema, link.json, { abortEarly: true });
	if (!result.success) {
		return refused(result.issues[0].message === TOO_LONG ? 'too-big' : 'not-a-draft');
	}
	const { head: bytes, end = null, ...rest } = result.output;
	if (bytes.length > HANDSHAKE_LIMITS.draftBytes) return refused('too-big');
	return { ok: true, draft: { ...rest, bytes, end } };
}

function refused(fault: DraftLinkFault): DecodedDraftLink {
	return { ok: false, fault };
}
