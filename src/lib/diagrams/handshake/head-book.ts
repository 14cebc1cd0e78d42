/**
 * What is said of a head's parts. The same header has other words in a WebSocket handshake than in
 * a plain HTTP exchange: whoever shows a head says by which book it is read.
 */
import type { Text } from '#lib/i18n/text.ts';
import { headerInfo, headerUse, type FindHeaderUse } from '#lib/protocol/handshake/headers.ts';
import { headerWords } from './header-words.ts';

export interface HeadBook {
	/** What a header says, by its name in any case, which may be anything. */
	readonly meaningOf: (name: string) => string;
	/** What happens without it; null for a header that is not known. */
	readonly withoutOf: (name: string) => string | null;
	/** Who sets and who checks it. */
	readonly useOf: FindHeaderUse;
	/** What a part of the start line is for, by its field's id; null: as in a handshake. */
	readonly partOf: (field: string) => string | null;
}

/** A header outside the table is passed on as it is. */
export function handshakeBook(text: Text): HeadBook {
	const wordsOf = (name: string) => {
		const info = headerInfo(name);
		return info && headerWords(text, info.id);
	};
	return {
		meaningOf: (name) => wordsOf(name)?.meaning ?? text.anatomy.head.unknown,
		withoutOf: (name) => wordsOf(name)?.without ?? null,
		useOf: headerUse,
		partOf: () => null
	};
}
