/**
 * Which code of the server ran for a line of the conversation: names of functions, and the text that
 * marks the very line. Both are looked for in the source as it was built (source-marks.ts), and a
 * test looks for all of them.
 */
import type { ChatLine } from '#lib/state/transports-lab/chat/chat-line.ts';

/** Files of the chat, by the names of their virtual modules. */
export type ChatFile = 'chat-server' | 'chat-rules';

export interface CodeStep {
	readonly file: ChatFile;
	/** As written, such as `#join`. */
	readonly name: string;
	/** Text of the line in it that did what is looked at. */
	readonly mark?: string;
	/** Only that line ran, or counts: the rest of the function ran long before. */
	readonly isAlone?: boolean;
}

const server = (name: string, mark?: string): CodeStep => ({
	file: 'chat-server',
	name,
	...(mark === undefined ? {} : { mark })
});
const alone = (name: string, mark: string): CodeStep => ({
	...server(name, mark),
	isAlone: true
});
const rules = (name: string): CodeStep => ({ file: 'chat-rules', name });

const RECEIVED = [server('#receive'), rules('spend'), rules('parse'), server('#act')];
const GONE = [server('#leave')];
const refused = (...steps: readonly CodeStep[]): readonly CodeStep[] => [
	...steps,
	server('#receive', "envelope('error'"),
	server('#send')
];

const ERRORS: Readonly<Record<string, readonly CodeStep[]>> = {
	'not-json': refused(server('#receive'), rules('parse'), server('#act', "'not-json'")),
	'unknown-type': refused(...RECEIVED, server('#act', "'unknown-type'")),
	'bad-text': refused(...RECEIVED, server('#say', "'bad-text'"), rules('isText')),
	'bad-name': refused(...RECEIVED, server('#rename', "'bad-name'"), rules('cleanName')),
	'name-taken': refused(...RECEIVED, server('#rename', "'name-taken'"), rules('keyOf')),
	'too-fast': refused(server('#receive', "'too-fast'"), rules('spend'))
};

const WELCOME = [
	server('upgrade', 'handleUpgrade'),
	server('#join', "envelope('welcome'"),
	server('#roomCalled'),
	server('#rename'),
	rules('cleanName'),
	server('#send')
];

const ENDS: Readonly<Record<number, readonly CodeStep[]>> = {
	1008: [server('#receive', '1008'), rules('spend'), ...GONE],
	1009: [alone('constructor', 'maxPayload'), ...GONE],
	1013: [server('#join', '1013'), server('#roomCalled')]
};

/** In the order in which they ran; empty where no code of the chat did. */
export function codePathOf(line: ChatLine): readonly CodeStep[] {
	switch (line.kind) {
		case 'welcome':
			return WELCOME;
		case 'message':
			if (line.isEarlier) return WELCOME;
			return [
				...RECEIVED,
				server('#say', '#broadcast(room, message)'),
				rules('isText'),
				server('#broadcast'),
				server('#send')
			];
		case 'joined':
			return [server('#join', "envelope('joined'"), server('#broadcast'), server('#send')];
		case 'left':
			return [server('#leave', "envelope('left'"), server('#broadcast'), server('#send')];
		case 'renamed':
			return [
				...RECEIVED,
				server('#rename', 'member.person ='),
				rules('cleanName'),
				server('#act', "envelope('renamed'"),
				server('#broadcast'),
				server('#send')
			];
		case 'error':
			return Object.hasOwn(ERRORS, line.code) ? (ERRORS[line.code] ?? []) : [];
		case 'heartbeat':
			return [server('#beat', '.ping()'), alone('#join', "'pong'")];
		case 'ended':
			if (line.status !== null) return [];
			return (line.by === 'server' ? ENDS[line.code] : undefined) ?? GONE;
	}
}
