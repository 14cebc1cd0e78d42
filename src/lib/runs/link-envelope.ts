/**
 * What links of this house look like: a version byte, then deflated JSON, all in base64url.
 *
 * Links come from anywhere: inflating stops at a cap, and what does not validate is refused.
 */
import * as v from 'valibot';
import { base64ToBytes } from '#lib/capture/base64-bytes.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { base64UrlToBytes, bytesToBase64Url } from './base64-url.ts';
import { deflateBytes, inflateBytes } from './deflate-bytes.ts';
import { MAX_PAUSE } from './run-script.ts';

export type OpenedLink =
	/** `json`: any JSON value, undefined where the text is none. */
	| { readonly ok: true; readonly json: unknown }
	| { readonly ok: false; readonly fault: 'not-a-link' | 'too-big' | 'newer-version' };

const VERSION = 1;
/** Characters of a link: all of a draft that does not compress, and room around it. */
export const MAX_LINK_CHARACTERS = 2 ** 18;
/** Bytes of its JSON. */
export const MAX_LINK_JSON = 2 ** 18;

/** What the JSON of links is made of. */
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const milliseconds = v.pipe(whole, v.maxValue(MAX_PAUSE));
export const base64Bytes = v.pipe(
	v.string(),
	v.transform(base64ToBytes),
	v.check((value) => value !== null),
	v.transform((value) => Uint8Array.from(value ?? []))
);

/** Text for the part of a URL behind `#`. */
export async function sealLink(json: unknown): Promise<string> {
	const deflated = await deflateBytes(new TextEncoder().encode(JSON.stringify(json)));
	return bytesToBase64Url(joinBytes([Uint8Array.of(VERSION), deflated]));
}

/** Never throws. @param text with or without the `#` before it */
export async function openLink(text: string): Promise<OpenedLink> {
	if (text.length > MAX_LINK_CHARACTERS) return { ok: false, fault: 'too-big' };
	const decoded = base64UrlToBytes(text.replace(/^#/, ''));
	const version = decoded?.[0] ?? 0;
	if (!decoded || version === 0) return { ok: false, fault: 'not-a-link' };
	if (version > VERSION) return { ok: false, fault: 'newer-version' };
	const json = await inflateBytes(Uint8Array.from(decoded.subarray(1)), MAX_LINK_JSON);
	if (json === null) return { ok: false, fault: 'not-a-link' };
	if (json === 'too-big') return { ok: false, fault: 'too-big' };
	return { ok: true, json: parseJson(new TextDecoder().decode(json)) };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
