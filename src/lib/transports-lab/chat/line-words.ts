/** What a line of the conversation says in the reader's language, and why. */
import type { Text } from '#lib/i18n/text.ts';
import type { ChatLine } from '#lib/state/transports-lab/chat/chat-line.ts';

type Words = Text['transportsLab']['chat'];

/** The kinds of lines by which the source is asked for. */
export const LINE_GROUPS = [
	'welcome',
	'message',
	'presence',
	'error',
	'heartbeat',
	'ended'
] as const;
export type LineGroup = (typeof LINE_GROUPS)[number];

export function groupOf({ kind }: ChatLine): LineGroup {
	return kind === 'joined' || kind === 'left' || kind === 'renamed' ? 'presence' : kind;
}

export function lineTitle(line: ChatLine, { lines }: Words): string {
	switch (line.kind) {
		case 'welcome':
			return lines.welcome(line.me.name, line.room);
		case 'message':
			return line.from.name;
		case 'joined':
			return lines.joined(line.from.name);
		case 'left':
			return lines.left(line.from.name);
		case 'renamed':
			return lines.renamed(line.before, line.from.name);
		case 'error':
			return lines.error(line.code);
		case 'heartbeat':
			return `${lines.heartbeat(line.count)}: ${line.pong === null ? lines.noPong : lines.pong}`;
		case 'ended':
			if (line.status !== null) return lines.refused(String(line.status));
			if (line.code === 1000 && line.by === 'client') return lines.left1000;
			return lines.ended([line.code, line.reason].filter(Boolean).join(' '));
	}
}

/** What happened, why, and what to do. */
export function lineReason(line: ChatLine, words: Words): string {
	const { details } = words;
	if (line.kind === 'error') return known(words.errors, line.code);
	if (line.kind === 'ended') {
		return line.status === null ? known(words.ends, String(line.code)) : words.ends.refused;
	}
	return line.kind === 'message' && line.isEarlier ? details.earlier : details[line.kind];
}

function known(
	reasons: { readonly other: (code: string) => string } & Readonly<
		Record<string, string | ((code: string) => string)>
	>,
	code: string
): string {
	const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
	return typeof reason === 'string' ? reason : reasons.other(code);
}
