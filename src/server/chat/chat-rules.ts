/**
 * What may come into the chat, and how fast. Whatever is read here was written by a stranger.
 */
import { randomUUID } from 'node:crypto';

export const LIMITS = {
	rooms: 64,
	people: 100, // in one room
	last: 20, // messages that a newcomer is shown
	payload: 8192, // bytes of a message on the wire; over it `ws` closes with 1009
	text: 1000, // UTF-16 units of a message
	name: 24, // characters of a name
	burst: 10, // messages at once …
	perSecond: 2, // … and then a second
	waiting: 262_144, // bytes that wait for somebody who does not read
	heartbeat: 30_000 // ms from ping to ping: who has not answered by then is gone
};

export type Person = { readonly id: string; readonly name: string };
export type Envelope = { type: string; id: string; at: string; from: Person | null; body: unknown };
export type Fault =
	'not-json' | 'unknown-type' | 'bad-text' | 'bad-name' | 'name-taken' | 'too-fast';

export function envelope(type: string, from: Person | null, body: unknown): Envelope {
	return { type, id: randomUUID(), at: new Date().toISOString(), from, body };
}

/** Null where the text is not the JSON of an object. */
export function parse(text: string): Partial<Envelope> | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}

export function isText(text: unknown, most: number): text is string {
	return typeof text === 'string' && text.trim() !== '' && text.length <= most;
}

/** Visible, not too long, without piles of accents; null where nothing is left of it. */
export function cleanName(asked: unknown, most: number): string | null {
	if (typeof asked !== 'string' || asked.length > 8 * most) return null;
	const visible = asked.replace(/\s+/g, ' ').replace(/(?!\u200c|\u200d)\p{C}/gu, '');
	const name = visible
		.normalize()
		.replace(/(\p{M}{3})\p{M}+/gu, '$1')
		.trim();
	const length = Array.from(new Intl.Segmenter().segment(name)).length;
	return length <= most && /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : null;
}

/** Names that look the same are the same: Ada, ADA and Ａｄａ. */
export function keyOf(name: string): string {
	return name.normalize('NFKC').toLowerCase();
}

/** A token bucket: so many messages at once, and then so many a second. */
export class Allowance {
	#left: number;
	#since = performance.now();

	constructor(burst: number) {
		this.#left = burst;
	}

	/** Takes one and says what is left; below 0 it was one too many. */
	spend(burst: number, perSecond: number): number {
		const now = performance.now();
		const earned = ((now - this.#since) / 1000) * perSecond;
		this.#left = Math.min(burst, this.#left + earned) - 1;
		this.#since = now;
		return this.#left;
	}
}
