/** What came of a try, in one line: what both sides speak now, or that they do not. */
import type { NegotiationComparison } from '#lib/handshakes/negotiation/compare-negotiation.ts';
import type { NegotiationFound } from '#lib/handshakes/negotiation/negotiation-found.ts';
import type { Text } from '#lib/i18n/text.ts';

export interface Headline {
	readonly kind: 'ok' | 'warning' | 'violation' | 'waiting';
	readonly title: string;
	readonly more: string;
}

type Words = Text['handshakeLab']['negotiation']['compare'];

/** @param thrown by the page's constructor; null: it returned */
export function headline(
	words: Words,
	found: NegotiationFound,
	thrown: string | null,
	comparison: NegotiationComparison | null
): Headline {
	const { agreed } = words;
	const isAsDue = comparison?.rows.every(({ mark }) => mark === 'same' || mark === 'left') ?? false;
	const more = isAsDue ? words.as : words.notAs;
	if (thrown !== null) return { kind: 'violation', title: agreed.threw(thrown), more };
	const { page, response, kind, status, strict } = found;
	if (page?.kind === 'failed') return { kind: 'violation', title: agreed.failed, more };
	if (!response) {
		const isOver = kind !== 'waiting';
		return isOver
			? { kind: 'warning', title: agreed.silent, more: '' }
			: { kind: 'waiting', title: agreed.waiting, more: '' };
	}
	if (status !== 101) return { kind: 'violation', title: agreed.refused(String(status)), more };
	if (page && page.kind !== 'opened') return { kind: 'waiting', title: agreed.waiting, more: '' };
	const protocol = strict?.protocol ?? null;
	const name = protocol === null ? agreed.noProtocol : agreed.protocol(protocol);
	const deflate = strict?.deflate ? agreed.deflate : agreed.noDeflate;
	return { kind: isAsDue ? 'ok' : 'warning', title: `${name} · ${deflate}`, more };
}
