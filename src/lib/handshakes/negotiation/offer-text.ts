/**
 * The value of Sec-WebSocket-Extensions edited offer by offer: only what is changed is written
 * anew, the rest stays as it was typed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-9.1
 */
import { PERMESSAGE_DEFLATE } from '#lib/protocol/handshake/deflate-negotiation.ts';
import { parseExtensions, type Extension } from '#lib/protocol/handshake/extension.ts';
import { isToken } from '#lib/protocol/http/http-token.ts';

/** Value of a parameter: null where it has none. */
export type ParameterValue = string | null;

/** The elements of the list, in the order of preference. */
export function readOffers(text: string): readonly Extension[] {
	return text.trim() === '' ? [] : parseExtensions(text).extensions;
}

/** Its element as it is written. */
export function offerText(text: string, { start, end }: Extension): string {
	return text.slice(start, end);
}

/** Whether a parameter is there, and with which value; undefined: it is not. */
export function parameterOf({ parameters }: Extension, name: string): ParameterValue | undefined {
	const found = parameters.find((each) => each.name === name);
	return found && found.value;
}

/** One more offer at the end: a fallback for those before it. */
export function addOffer(text: string, offer: string = PERMESSAGE_DEFLATE): string {
	return joined([...elements(text), offer]);
}

export function removeOffer(text: string, at: number): string {
	return joined(elements(text).filter((_, index) => index !== at));
}

/** The text itself where there is no such place. */
export function moveOffer(text: string, from: number, to: number): string {
	const all = elements(text);
	const moved = all[from];
	if (moved === undefined || to < 0 || to >= all.length) return text;
	const others = all.filter((_, index) => index !== from);
	return joined([...others.slice(0, to), moved, ...others.slice(to)]);
}

export function renameOffer(text: string, at: number, name: string): string {
	return rewritten(text, at, (offer) => ({ ...offer, name }));
}

/** Sets a parameter of an offer, or takes it away, every time it stands there (undefined). */
export function setParameter(
	text: string,
	at: number,
	name: string,
	value: ParameterValue | undefined
): string {
	return rewritten(text, at, (offer) => {
		const { parameters } = offer;
		const first = parameters.findIndex((each) => each.name === name);
		const others = parameters.filter((each) => each.name !== name);
		if (value === undefined) return { ...offer, parameters: others };
		const place = first === -1 ? others.length : first;
		const changed = { name, value, start: 0, end: 0 };
		return { ...offer, parameters: others.toSpliced(place, 0, changed) };
	});
}

function elements(text: string): string[] {
	return readOffers(text).map((offer) => offerText(text, offer));
}

const joined = (all: readonly string[]) => all.join(', ');

function rewritten(text: string, at: number, change: (offer: Extension) => Extension): string {
	const offer = readOffers(text)[at];
	if (!offer) return text;
	return text.slice(0, offer.start) + writeOffer(change(offer)) + text.slice(offer.end);
}

function writeOffer({ name, parameters }: Extension): string {
	const parts = parameters.map((each) =>
		each.value === null ? each.name : `${each.name}=${writeValue(each.value)}`
	);
	return [name, ...parts].join('; ');
}

/** What is no token was in quotes, or should have been. */
function writeValue(value: string): string {
	if (isToken(value) || value === '') return value;
	return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
