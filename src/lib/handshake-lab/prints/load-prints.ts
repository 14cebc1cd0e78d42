/** What two browsers printed, recorded and stored with the app, and what looks a response up in it. */
import type { BrowserPrints } from '#lib/handshakes/prints/browser-print.ts';
import type { answerOf, findPrint } from '#lib/handshakes/prints/find-print.ts';

export interface Prints {
	readonly answerOf: typeof answerOf;
	readonly findPrint: typeof findPrint;
	/** Those that this page can read. */
	readonly browsers: readonly BrowserPrints[];
}

let loaded: Promise<Prints> | null = null;

/** Fetched once, and not before a response has its outcome; rejects where it cannot be fetched. */
export function loadPrints(): Promise<Prints> {
	loaded ??= fetchPrints().catch((error: unknown) => {
		loaded = null;
		throw error;
	});
	return loaded;
}

async function fetchPrints(): Promise<Prints> {
	const [find, { readPrints }, ...files] = await Promise.all([
		import('#lib/handshakes/prints/find-print.ts'),
		import('#lib/handshakes/prints/browser-print.ts'),
		import('../../../../content/recordings/prints-chromium.json'),
		import('../../../../content/recordings/prints-firefox.json')
	]);
	const browsers = files.flatMap((file) => readPrints(file.default) ?? []);
	return { answerOf: find.answerOf, findPrint: find.findPrint, browsers };
}
