/**
 * What became of a head on the way: which lines an intermediary removed, added and rewrote.
 * Computed from the captured bytes of both sides; nothing is known of the intermediary itself.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 */
import { secretSpans } from '#lib/capture/secrets.ts';
import { headerValues, type HeaderLine, type HttpHead } from '#lib/protocol/http/http-head.ts';

export type LineChange = 'kept' | 'rewritten' | 'removed' | 'added';

export interface LineDifference {
	readonly change: LineChange;
	/** As the sender wrote it; as the receiver got it, where it was added. */
	readonly name: string;
	/** As the sender wrote it; null where it was added. */
	readonly before: string | null;
	/** As the receiver got it; null where it was removed. */
	readonly after: string | null;
	/** For the next node only, and no further (§7.6.1): named so by the list there, or by Connection. */
	readonly isHopByHop: boolean;
	/** A value that could be a credential; to be masked on screen. */
	readonly isSecret: boolean;
}

export interface HeadDifference {
	/** First lines. */
	readonly start: { readonly before: string; readonly after: string };
	/** Lines of the sender in its order, each before the added ones that follow it in the other. */
	readonly lines: readonly LineDifference[];
	/** Byte for byte the same. */
	readonly isSame: boolean;
}

/** §7.6.1: what concerns one connection alone; TE and its kin with their hop. */
const HOP_BY_HOP: readonly string[] = [
	'connection',
	'keep-alive',
	'proxy-authenticate',
	'proxy-authorization',
	'proxy-connection',
	'te',
	'transfer-encoding',
	'upgrade'
];

/**
 * @param before as its sender wrote it
 * @param after as its receiver got it
 */
export function compareHeads(before: HttpHead, after: HttpHead): HeadDifference {
	const hops = new Set([...HOP_BY_HOP, ...connectionOptions(before), ...connectionOptions(after)]);
	const found = matchLines(before, after);
	const line = (from: HeaderLine | null, to: HeaderLine | null): LineDifference => {
		const name = from?.name ?? to?.name ?? '';
		return {
			change: changeOf(from, to),
			name,
			before: from?.value ?? null,
			after: to?.value ?? null,
			isHopByHop: hops.has(name.toLowerCase()),
			isSecret: isSecret(before, from) || isSecret(after, to)
		};
	};
	const lines = before.headers.flatMap((from, at) => {
		const { partner = null, added = [] } = found.of[at] ?? {};
		return [line(from, partner), ...added.map((to) => line(null, to))];
	});
	return {
		start: { before: before.startLine.text, after: after.startLine.text },
		lines: [...found.first.map((to) => line(null, to)), ...lines],
		isSame: isSameBytes(before.bytes, after.bytes)
	};
}

export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

interface Match {
	partner: HeaderLine | null;
	/** Lines of the other head that have no partner, and follow this one's there. */
	readonly added: HeaderLine[];
}

/** Lines of one name are partners in their order; the order of different names means nothing. */
function matchLines(before: HttpHead, after: HttpHead) {
	const of: Match[] = before.headers.map(() => ({ partner: null, added: [] }));
	const waiting = new Map<string, number[]>();
	for (const [at, { name }] of before.headers.entries()) {
		const key = name.toLowerCase();
		waiting.set(key, [...(waiting.get(key) ?? []), at]);
	}
	const first: HeaderLine[] = [];
	let place = first;
	for (const header of after.headers) {
		const at = waiting.get(header.name.toLowerCase())?.shift();
		const match = at === undefined ? undefined : of[at];
		if (!match) place.push(header);
		else {
			match.partner = header;
			place = match.added;
		}
	}
	return { of, first };
}

function changeOf(from: HeaderLine | null, to: HeaderLine | null): LineChange {
	if (!from) return 'added';
	if (!to) return 'removed';
	return from.name === to.name && from.value === to.value ? 'kept' : 'rewritten';
}

/** Names that Connection lists (§7.6.1), in lower case. */
function connectionOptions(head: HttpHead): string[] {
	return headerValues(head, 'connection')
		.flatMap((value) => value.split(','))
		.map((option) => option.trim().toLowerCase())
		.filter((option) => option !== 'close' && option !== '');
}

function isSecret(head: HttpHead, header: HeaderLine | null): boolean {
	if (!header) return false;
	const { valueStart, valueEnd } = header;
	return secretSpans(head.bytes).some(({ start, end }) => start < valueEnd && end > valueStart);
}
