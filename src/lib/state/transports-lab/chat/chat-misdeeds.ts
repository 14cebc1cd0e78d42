/** What a page can send to a chat that it should not: each makes the server say no in its own way. */

export const MISDEEDS = [
	'not-json',
	'unknown-type',
	'name-taken',
	'long-text',
	'flood',
	'big-message'
] as const;
export type Misdeed = (typeof MISDEEDS)[number];

/** UTF-16 units: one more than the server takes. */
const LONG_TEXT = 1001;
/** Bytes: beyond what the server lets `ws` accept. */
const BIG_MESSAGE = 9000;
const FLOOD = 30;

/**
 * The texts of the messages, in the order in which they are sent.
 * @param nextId gives each envelope an id, which an error names again
 * @param other name of somebody else in the room; null: nobody is there, and no name is taken
 */
export function misdeedTexts(
	misdeed: Misdeed,
	nextId: () => string,
	other: string | null
): readonly string[] {
	const text = (type: string, body: string): string => JSON.stringify({ type, id: nextId(), body });
	switch (misdeed) {
		case 'not-json':
			return ['{"type":"message","body":'];
		case 'unknown-type':
			return [text('shout', 'HELLO')];
		case 'name-taken':
			return other === null ? [] : [text('rename', other)];
		case 'long-text':
			return [text('message', 'x'.repeat(LONG_TEXT))];
		case 'big-message':
			return [text('message', 'x'.repeat(BIG_MESSAGE))];
		case 'flood':
			return Array.from({ length: FLOOD }, (_, at) => text('message', `${at + 1} / ${FLOOD}`));
	}
}
