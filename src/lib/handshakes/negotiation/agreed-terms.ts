/**
 * What follows from an answer that takes permessage-deflate: for each direction the window, what
 * is kept from message to message, who saw to it, and the memory it takes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.1
 */
import { offerFaults, PERMESSAGE_DEFLATE } from '#lib/protocol/handshake/deflate-negotiation.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Extension } from '#lib/protocol/handshake/extension.ts';

/** §7.1.2: the window where none is named. */
export const MOST_BITS = 15;
export const LEAST_BITS = 8;

export interface DirectionTerms {
	/** Whose compressor it is. */
	readonly sender: Direction;
	/** Most bits of its window. */
	readonly bits: number;
	/** Named in the offer: bits; `bare` without a value; null: not named. */
	readonly offered: number | 'bare' | null;
	/** Named in the answer; null: not. */
	readonly answered: number | null;
	/** The client's word alone: in its offer, and not in the answer. */
	readonly isPromise: boolean;
	/** It goes on with the same window from message to message. */
	readonly keepsContext: boolean;
	/** Who saw to it that it does not; null: nobody, or it does. */
	readonly contextBy: 'offer' | 'answer' | 'promise' | null;
}

/** The offer that an answer takes: the first it fits, else the first legal one. */
export function offerTaken(offers: readonly Extension[], answer: Extension): Extension | null {
	const legal = offers.filter(
		(offer) => offer.name === PERMESSAGE_DEFLATE && offerFaults(offer).length === 0
	);
	return legal.find((offer) => fits(offer, answer)) ?? legal[0] ?? null;
}

function fits(offer: Extension, answer: Extension): boolean {
	const owed = ['server_no_context_takeover', 'server_max_window_bits'];
	const isOwedThere = owed.every((name) => !has(offer, name) || has(answer, name));
	const isClientNamed = has(offer, 'client_max_window_bits');
	const most = (name: string) => bitsOf(offer, name) ?? MOST_BITS;
	const isWithin = (['server_max_window_bits', 'client_max_window_bits'] as const).every(
		(name) => (bitsOf(answer, name) ?? 0) <= most(name)
	);
	return isOwedThere && isWithin && (isClientNamed || !has(answer, 'client_max_window_bits'));
}

/** Client to server, then server to client. */
export function agreedTerms(
	offer: Extension | null,
	answer: Extension
): readonly [DirectionTerms, DirectionTerms] {
	return [termsOf('client', offer, answer), termsOf('server', offer, answer)];
}

function termsOf(sender: Direction, offer: Extension | null, answer: Extension): DirectionTerms {
	const window = `${sender}_max_window_bits`;
	const context = `${sender}_no_context_takeover`;
	const isNamed = offer !== null && has(offer, window);
	const wish = offer ? bitsOf(offer, window) : null;
	const answered = bitsOf(answer, window);
	// §7.1.1.2, §7.1.2.2: a client that hints at it does so whatever the answer says.
	const isPromise = sender === 'client' && answered === null && wish !== null;
	const asked = offer !== null && has(offer, context);
	const isAnswered = has(answer, context);
	const isPromised = sender === 'client' && asked && !isAnswered;
	return {
		sender,
		bits: answered ?? (isPromise ? wish : MOST_BITS),
		offered: isNamed ? (wish ?? 'bare') : null,
		answered,
		isPromise,
		keepsContext: !isAnswered && !isPromised,
		contextBy: isAnswered ? (asked ? 'offer' : 'answer') : isPromised ? 'promise' : null
	};
}

function has({ parameters }: Extension, name: string): boolean {
	return parameters.some((each) => each.name === name);
}

function bitsOf({ parameters }: Extension, name: string): number | null {
	const value = parameters.find((each) => each.name === name)?.value ?? '';
	return /^(?:[89]|1[0-5])$/.test(value) ? Number(value) : null;
}

/** zlib's memLevel where none is set; `ws` sets none. */
const MEMORY_LEVEL = 8;

/**
 * Bytes that zlib takes for one direction (zconf.h): the compressor its window twice over and its
 * hash tables, the decompressor its window; some kilobytes of state besides. A compressor of 8
 * bits is one of 9.
 */
export function zlibMemory(bits: number): {
	readonly compressor: number;
	readonly decompressor: number;
} {
	const used = Math.max(bits, 9);
	return { compressor: 2 ** (used + 2) + 2 ** (MEMORY_LEVEL + 9), decompressor: 2 ** bits };
}
