/** Fetches what reads compressed messages; a page that meets none does without it. */
import type { MakeInflater } from '#lib/protocol/inflater.ts';

export async function loadInflate(): Promise<MakeInflater> {
	return (await import('#lib/protocol/inflate-message.ts')).inflate;
}
