/** A line of the conversation as it is read on the page, and where on the wire it comes from. */
import type { Direction } from '#lib/protocol/direction.ts';
import type { Person } from './chat-envelope.ts';

interface LineCommon {
	/** The same for as long as the line stands. */
	readonly key: string;
	/** Number of the connection in the session. */
	readonly connection: number;
	/** Record that says so, by its index in the conversation; null where nothing crossed the wire. */
	readonly record: number | null;
	/** Record of this page's own message that it answers; null: it answers none. */
	readonly asked: number | null;
	/** Wall clock, ISO 8601. */
	readonly at: string;
}

export type ChatLine = LineCommon &
	(
		| { readonly kind: 'welcome'; readonly room: string; readonly me: Person }
		| {
				readonly kind: 'message';
				/** Of the message: the same for everybody. */
				readonly id: string;
				readonly from: Person;
				readonly text: string;
				/** It was said before this page came, and the welcome brought it. */
				readonly isEarlier: boolean;
		  }
		| { readonly kind: 'joined' | 'left'; readonly from: Person }
		| { readonly kind: 'renamed'; readonly from: Person; readonly before: string }
		| { readonly kind: 'error'; readonly code: string }
		/** The last of so many PINGs of the server, one after the other; and its PONG, once it is there. */
		| { readonly kind: 'heartbeat'; readonly count: number; readonly pong: number | null }
		| {
				readonly kind: 'ended';
				/** Whose Close frame came first; null: there was none. */
				readonly by: Direction | null;
				/** As the page's script was told. */
				readonly code: number;
				readonly reason: string;
				/** Of the response that refused the handshake, which no script is told; null: none did. */
				readonly status: number | null;
				/** Messages of this page that were never answered. */
				readonly unanswered: number;
		  }
	);

/** Lines of one visit after the other: what a later welcome brings again is not said twice. */
export function joinLines(visits: readonly (readonly ChatLine[])[]): readonly ChatLine[] {
	const said = new Set<string>();
	return visits.flat().filter((line) => {
		if (line.kind !== 'message') return true;
		const isNew = !line.isEarlier || !said.has(line.id);
		said.add(line.id);
		return isNew;
	});
}
