import { readFile } from 'node:fs/promises';
import type { BenchPage } from './bench-page.ts';
import { expect, inBothLanguages, test } from './fixtures.ts';

interface SavedEvent {
	readonly t: number;
	readonly kind: string;
	readonly bytes?: string;
}

/** Saves what is on the screen; the file's text, its events, and all captured bytes. */
async function save(bench: BenchPage) {
	const downloading = bench.page.waitForEvent('download');
	await bench.takeRecording('save');
	const download = await downloading;
	const text = await readFile(await download.path(), 'utf8');
	const { events } = JSON.parse(text) as { events: readonly SavedEvent[] };
	const bytes = Buffer.concat(events.map((event) => Buffer.from(event.bytes ?? '', 'base64')));
	return { name: download.suggestedFilename(), text, events, bytes: bytes.toString('latin1') };
}

const names = (bench: BenchPage) =>
	bench.page
		.locator('button[data-index]')
		.evaluateAll((rows) => rows.map((row) => row.ariaLabel?.replace(/^\d+\D+[\d.]+/, '')));

inBothLanguages(() => {
	test('a saved recording, opened again, shows the same records under another badge', async ({
		bench
	}) => {
		await bench.open();
		await bench.connect();
		await bench.sendText('kept');
		await bench.expectCount(5);
		const before = await names(bench);
		const saved = await save(bench);
		expect(saved.name).toMatch(/^wire101-.*\.json$/);
		await bench.openFile(saved.name, saved.text);
		await expect(bench.badge('recorded')).toBeVisible();
		await bench.expectCount(5);
		expect(await names(bench)).toEqual(before);
		await bench.takeRecording('backToLive');
		await expect(bench.badge('live')).toBeVisible();
		await bench.sendText('goes on');
		await bench.expectCount(7);
	});

	test('the sample recording opens without a connection and plays', async ({ bench }) => {
		await bench.open();
		await bench.takeRecording('sample');
		await expect(bench.badge('recorded')).toBeVisible();
		await expect(bench.records('response')).toHaveCount(1);
		await bench.player('start').click();
		await bench.expectState('client', 'CONNECTING');
		await bench.player('play').click();
		await bench.player('end').click();
		await bench.expectState('client', 'CLOSED');
	});

	test('a file that is no recording is refused, each time with its reason', async ({ bench }) => {
		const { recordingUnreadable, recordingReasons } = bench.words.errors;
		const file = { format: 'wire101-recording', version: 1, startedAt: '2026-01-01T00:00:00Z' };
		await bench.open();
		for (const [reason, content] of [
			['not-json', 'no JSON at all'],
			['not-a-recording', '{"format":"har"}'],
			['unknown-version', JSON.stringify({ ...file, version: 99, events: [] })],
			['too-many-events', JSON.stringify({ ...file, events: Array(1_000_001).fill(0) })],
			['invalid-event', JSON.stringify({ ...file, events: [{ kind: 'data' }] })]
		] as const) {
			await bench.openFile(`${reason}.json`, content);
			const words = recordingUnreadable(recordingReasons[reason]);
			await expect(bench.notice(words)).toBeVisible();
		}
		await expect(bench.badge('recorded')).toHaveCount(0);
	});
});

test('a saved file hides secrets, and holds them once they are shown', async ({
	bench,
	context,
	server
}) => {
	await context.addCookies([{ name: 'id', value: 'topsecret', url: server.origin }]);
	await bench.open();
	await bench.connect();
	const masked = await save(bench);
	expect(masked.bytes).not.toContain('topsecret');
	expect(masked.bytes).toMatch(/Cookie: \*+\r\n/);
	await bench.records('request').click();
	await bench.anatomy.getByRole('button', { name: bench.text.anatomy.head.show }).click();
	const shown = await save(bench);
	expect(shown.bytes).toContain('Cookie: id=topsecret\r\n');
});

test('an empty recording opens and says that nothing is there', async ({ bench }) => {
	await bench.open();
	const startedAt = '2026-01-01T00:00:00Z';
	const empty = { format: 'wire101-recording', version: 1, startedAt, events: [] };
	await bench.openFile('empty.json', JSON.stringify(empty));
	await expect(bench.page.locator('#pane-traffic')).toContainText(bench.words.empty.title);
});

test('two connections of one page stay apart', async ({ page, bench }) => {
	await bench.open();
	await bench.connect();
	await bench.sendText('first');
	await bench.expectCount(5);
	await bench.connectButton.click();
	await bench.expectCount(3);
	await bench.sendText('second');
	await bench.expectCount(5);
	await expect(bench.records('frame', 'server')).toHaveAccessibleName(/second/);
	const which = page.getByLabel(bench.words.connection.which);
	await which.selectOption(bench.words.connection.nth(1));
	await expect(bench.records('frame', 'server')).toHaveAccessibleName(/first/);
	await bench.sendText('third');
	await bench.expectCount(7);
	await which.selectOption(bench.words.connection.nth(2));
	await bench.expectCount(5);
	await bench.takeRecording('discard');
	await expect(which).toHaveCount(0);
	await expect(bench.records('frame', 'server')).toHaveAccessibleName(/second/);
});
