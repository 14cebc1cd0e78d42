/** What two browsers printed, recorded and stored with the app. */
import { readPrints, type BrowserPrints } from '#lib/handshakes/prints/browser-print.ts';

let loaded: Promise<readonly BrowserPrints[]> | null = null;

/** Those that this page can read, fetched once; rejects where they cannot be fetched. */
export function loadPrints(): Promise<readonly BrowserPrints[]> {
	loaded ??= fetchPrints().catch((error: unknown) => {
		loaded = null;
		throw error;
	});
	return loaded;
}

async function fetchPrints(): Promise<readonly BrowserPrints[]> {
	const files = await Promise.all([
		import('../../../../content/recordings/prints-chromium.json'),
		import('../../../../content/recordings/prints-firefox.json')
	]);
	return files.flatMap(({ default: json }) => readPrints(json) ?? []);
}
