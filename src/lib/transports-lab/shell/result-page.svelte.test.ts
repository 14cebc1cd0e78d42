import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import { createFormats } from '#lib/i18n/format.ts';
import { Deliveries } from '#lib/transports/measure/delivery.ts';
import { freezeRace } from '#lib/transports/measure/freeze-race.ts';
import { LaneBook } from '#lib/transports/measure/lane-book.ts';
import { QueueWatch } from '#lib/transports/measure/queue-watch.ts';
import { DEFAULT_SOURCE, plainLane } from '#lib/transports/measure/race-plan.ts';
import type { RaceResult } from '#lib/transports/measure/race-result.ts';
import type { LaneTold } from '#lib/transports/lane-told.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { readColours } from './colours.ts';
import Findings from './Findings.svelte';
import { drawPicture } from './picture.ts';
import { svgToPng } from './png.ts';
import ResultTable from './ResultTable.svelte';

/** Folded from what the channel told: ten events, one lane that is pushed to, one that asks. */
function foldRace(): RaceResult {
	const plan = {
		source: { ...DEFAULT_SOURCE, rate: 10, seconds: 1 },
		lanes: [plainLane('websocket'), plainLane('long-polling')]
	};
	const book = new LaneBook();
	const tell = (t: number, connection: number, told: LaneTold) =>
		book.add({ kind: 'lane', t, connection, told });
	const count = (t: number, connection: number, direction: 'client' | 'server', bytes: number) =>
		tell(t, connection, { name: 'counted', direction, bytes });
	const deliveries = plan.lanes.map(() => new Deliveries(book.emitted));
	tell(10, 1, { name: 'exchange', lane: 1, socket: 1 });
	count(10, 1, 'client', 500);
	for (let id = 1; id <= 10; id++) {
		const t = id * 100_000;
		tell(t, 0, { name: 'emitted', stream: 1, id, size: 64 });
		count(t + 100, 1, 'server', 90);
		tell(t + 100, 1 + id, { name: 'exchange', lane: 2, socket: 2 });
		count(t + 200, 1 + id, 'client', 600);
		count(t + 300, 1 + id, 'server', 300);
		tell(t + 400, 1 + id, { name: 'done' });
		deliveries[0]?.add(id, 64, t + 2_000);
		deliveries[1]?.add(id, 64, t + 5_000);
	}
	return freezeRace({
		startedAt: '2026-01-02T03:04:05.678Z',
		outcome: 'finished',
		plan,
		times: { connecting: 0, running: 1_000_000, draining: 0 },
		clockError: 500,
		browser: 'test',
		book,
		lanes: plan.lanes.map((planned, index) => ({
			index,
			tab: 0,
			planned,
			totals: book.totals(index + 1),
			deliveries: deliveries[index] ?? new Deliveries(book.emitted),
			queue: new QueueWatch(planned),
			code: 'there',
			opening: { requests: 0, up: 0, down: 0, wasConnected: true },
			duplicates: 0
		}))
	});
}

const text = en.transportsLab;
const columns = text.summary.table.columns;

test('a run is a table with a caption, and a head for each row and column', async () => {
	await renderWithText(ResultTable, { result: foldRace(), caption: 'The run' });
	const table = page.getByRole('table', { name: 'The run' });
	await expect.element(table).toBeVisible();
	await expect.element(table.getByRole('columnheader', { name: columns.perEvent })).toBeVisible();
	await expect.element(table.getByRole('rowheader', { name: 'WebSocket' })).toBeVisible();
	const [, first] = table.element().querySelectorAll('tr');
	const cells = Array.from(first?.querySelectorAll('td') ?? [], (cell) => cell.textContent);
	expect(cells.slice(0, 6)).toEqual(['1', '10 of 10', '500', '900', '140.0', '76.0']);
});

test('what a run says is said of its lanes by name', async () => {
	await renderWithText(Findings, { result: foldRace() });
	await expect
		.element(page.getByText('WebSocket spent the fewest bytes on an event', { exact: false }))
		.toBeVisible();
	await expect.element(page.getByText(text.summary.scope)).toBeVisible();
});

function draw(): string {
	return drawPicture({
		result: foldRace(),
		marks: {
			until: 1000,
			events: 'M100 3V17',
			lanes: [
				{ requests: 'M0 8V22', held: 'M0 24H1000', delivered: 'M102 35h0', waits: '', queued: '' },
				{ requests: '', held: '', delivered: '', waits: '', queued: '' }
			]
		},
		words: text.shell,
		format: createFormats('en'),
		colours: readColours(),
		title: 'A <title> & more',
		note: 'note'
	});
}

test('the picture stands by itself: no style sheet, no token, its words escaped', () => {
	const svg = draw();
	const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
	expect(parsed.querySelector('parsererror')).toBeNull();
	expect(parsed.querySelector('title')?.textContent).toBe('A <title> & more');
	expect(svg).not.toMatch(/var\(|oklch|<style|href=/);
	expect(svg).toMatch(/fill="#[0-9a-f]{6}"/);
});

test('a mark of the picture stands at its share of the time', () => {
	// 560 px for 1000 ms.
	expect(draw()).toContain('M57.12 35h0');
});

test('the browser draws the picture as a PNG', async () => {
	const png = await svgToPng(draw());
	expect(png?.type).toBe('image/png');
	expect(new Uint8Array((await png?.arrayBuffer()) ?? new ArrayBuffer(0)).slice(1, 4)).toEqual(
		new TextEncoder().encode('PNG')
	);
});
