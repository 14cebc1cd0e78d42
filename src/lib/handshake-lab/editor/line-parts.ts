/**
 * Where name, colon and value of a header line stand in the bytes of a draft, and the whitespace
 * around them: what a student may change and a reader steps over.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-5
 */
import { cutHeaderLine, type PartSpan } from '#lib/handshakes/draft/draft-parts.ts';
import type { DraftLine } from '#lib/handshakes/draft/read-draft.ts';
import { latin1 } from '#lib/protocol/latin1.ts';

export interface LineParts {
	readonly name: PartSpan;
	/** Null: the line has no colon. */
	readonly colon: number | null;
	readonly value: PartSpan;
	/** Whitespace before the colon, after it, and behind the value. */
	readonly beforeColon: string;
	readonly afterColon: string;
	readonly trailing: string;
}

export type Gap = 'beforeColon' | 'afterColon' | 'trailing';

export function lineParts(bytes: Uint8Array, line: DraftLine): LineParts {
	const { name, colon, value } = cutHeaderLine(bytes, line);
	return {
		name,
		colon,
		value,
		beforeColon: colon === null ? '' : latin1(bytes, name.end, colon),
		afterColon: colon === null ? '' : latin1(bytes, colon + 1, value.start),
		trailing: latin1(bytes, value.end, line.end)
	};
}

/** Space and tab as marks that can be seen and counted. */
export function showGap(gap: string): string {
	return gap.replaceAll(' ', '·').replaceAll('\t', '→');
}
