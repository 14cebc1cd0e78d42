/** Fetches what reads compressed messages; a page that meets none does without it. */
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';

export async function loadInflate(): Promise<MakeInflater> {
	return (await import('#lib/protocol/deflate/inflate-message.ts')).inflate;
}
