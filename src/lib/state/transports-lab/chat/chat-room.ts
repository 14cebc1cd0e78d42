/** The room in the page's address, so that a link invites: `#room=blue`; and a name to begin with. */

export const LOBBY = 'lobby';
/** Characters of a room or a name that the server takes; it counts anew. */
export const LONGEST_NAME = 24;

/** @param hash fragment of an address, with its `#`; whoever wrote the link chose it */
export function roomOf(hash: string): string {
	const room = new URLSearchParams(hash.slice(1)).get('room')?.trim() ?? '';
	return room === '' || Array.from(room).length > LONGEST_NAME ? LOBBY : room;
}

/** Fragment of the address that names a room, with its `#`. */
export function hashOf(room: string): string {
	return `#${new URLSearchParams({ room }).toString()}`;
}

interface NameWords {
	readonly first: readonly string[];
	readonly second: readonly string[];
	readonly whole: (first: string, second: string, number: string) => string;
}

/** @param chance numbers in [0, 1) */
export function suggestName({ first, second, whole }: NameWords, chance: () => number): string {
	const pick = (words: readonly string[]): string =>
		words[Math.floor(chance() * words.length)] ?? '';
	return whole(pick(first), pick(second), String(10 + Math.floor(chance() * 90)));
}

/** @param origin of the page, such as http://localhost:3000 */
export function chatUrl(origin: string, room: string, name: string): string {
	const query = new URLSearchParams({ room, name }).toString();
	return `${origin.replace(/^http/, 'ws')}/ws/chat?${query}`;
}
