/**
 * `npm run prints`: sends every response preset to Chromium and to Firefox and stores what each
 * printed in its console, dated, in content/recordings. No page can read that; the DevTools protocol
 * and WebDriver BiDi can.
 *
 * Firefox is found at $FIREFOX_PATH, or where Debian puts it (`apt-get install firefox-esr`).
 */
import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { runnerImport } from 'vite';
import { startServer } from '../tests/support/start-server.js';
import { launchChromium, launchFirefox } from './watched-browser.js';

const PATH = '/en/lab/handshake/response';
/** ms: an answer takes a few; what is slower is a browser that waits for more. */
const PATIENCE = 3000;
/** ms in which frames behind the response, and what is printed, still come. */
const AFTERMATH = 400;

/**
 * @template Module
 * @param {string} file
 * @returns {Promise<Module>}
 */
async function load(file) {
	const { module } = await runnerImport(file, { configFile: false, logLevel: 'warn' });
	return /** @type {Module} */ (module);
}

/** @type {typeof import('../src/lib/handshakes/prints/print-probes.ts')} */
const { PRINTED_RESPONSES } = await load('./src/lib/handshakes/prints/print-probes.ts');
/** @type {typeof import('../src/lib/handshakes/draft/draft-link.ts')} */
const { encodeDraftLink } = await load('./src/lib/handshakes/draft/draft-link.ts');
/** @type {typeof import('../src/lib/handshakes/prints/printed-url.ts')} */
const { PRINTED_URL } = await load('./src/lib/handshakes/prints/printed-url.ts');
/** @type {typeof import('../src/lib/handshakes/prints/browser-print.ts')} */
const { fingerprintOf, PRINT_CONTEXT, printsToJson, readPrints } = await load(
	'./src/lib/handshakes/prints/browser-print.ts'
);

const server = await startServer();
try {
	for (const launch of [launchChromium, launchFirefox]) {
		const watched = await launch();
		try {
			await watched.open(server.origin + PATH);
			await until(watched, `document.querySelector('form.send button[type=submit]:enabled')`);
			const rows = [];
			for (const preset of PRINTED_RESPONSES) rows.push(await observe(watched, preset));
			const { browser } = watched;
			const saved = printsToJson({ recordedAt: new Date().toISOString(), browser, rows });
			if (!readPrints(saved)) throw new Error('what was observed cannot be read back');
			const file = `content/recordings/prints-${browser.family}.json`;
			await writeFile(file, `${JSON.stringify(saved, null, '\t')}\n`);
			console.log(`${file}: ${rows.length} responses, ${browser.version}`);
		} finally {
			await watched.close();
		}
	}
} finally {
	await server.stop();
}

/**
 * Has the page send a preset, and tells what came of it.
 *
 * @param {import('./watched-browser.js').Watched} watched
 * @param {(typeof PRINTED_RESPONSES)[number]} preset
 * @returns {Promise<import('../src/lib/handshakes/prints/browser-print.ts').BrowserPrint>}
 */
async function observe(watched, preset) {
	const { origin, host } = new URL(server.origin);
	const draft = preset.build({ ...PRINT_CONTEXT, origin, host });
	watched.forget();
	const before = Number(await watched.evaluate('toldTo.length'));
	await watched.evaluate(`location.hash = '#${await encodeDraftLink(draft)}'`);
	await until(watched, `toldTo.length === ${before} && document.querySelector('form.send button')`);
	await setTimeout(100);
	await watched.evaluate(`document.querySelector('form.send button[type=submit]').click()`);
	await setTimeout(50);
	await watched.evaluate(
		`document.querySelector('dialog[open] button[data-variant=primary]')?.click()`
	);
	const mine = `toldTo.slice(${before}).find(({ url }) => url.includes('/ws/raw'))`;
	// The lab may make a good handshake first, and Chromium may wait by itself.
	await until(watched, mine);
	const isTold = `${mine}.events.length > 0`;
	for (const end = Date.now() + PATIENCE; Date.now() < end; await setTimeout(20)) {
		if (await watched.evaluate(`Boolean(${isTold})`)) break;
	}
	await setTimeout(AFTERMATH);
	/** @type {{ url: string, events: import('../src/lib/handshakes/prints/browser-print.ts').PrintedTold[] }} */
	const { url, events } = JSON.parse(String(await watched.evaluate(`JSON.stringify(${mine})`)));
	const { lines, panel } = watched.printed(url);
	const isOpen = events.some(({ name }) => name === 'open');
	return {
		id: preset.id,
		fingerprint: fingerprintOf(preset.build(PRINT_CONTEXT)),
		outcome: isOpen ? 'opened' : events.length > 0 ? 'failed' : 'unanswered',
		told: events,
		console: lines.map(({ level, text }) => ({ level, text: text.replaceAll(url, PRINTED_URL) })),
		panel
	};
}

/**
 * @param {import('./watched-browser.js').Watched} watched
 * @param {string} expression
 */
async function until(watched, expression) {
	for (const end = Date.now() + 30_000; Date.now() < end; await setTimeout(20)) {
		if (await watched.evaluate(`Boolean(${expression})`)) return;
	}
	throw new Error(`in 30 s it never came: ${expression}`);
}
