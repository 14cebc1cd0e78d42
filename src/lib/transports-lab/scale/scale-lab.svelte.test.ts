import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { LoadRuns } from '#lib/state/transports-lab/load/load-runs.svelte.ts';
import { TransportsLab } from '#lib/state/transports-lab/transports-lab.svelte.ts';
import { TRANSPORTS } from '#lib/transports/transport.ts';
import { loadResult } from '../../../../tests/support/load-results.ts';
import { scriptFetch, type ScriptedLoad } from '../../../../tests/support/load-script.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import ScaleLab from './ScaleLab.svelte';

const words = en.transportsLab.scale;
const names = en.transportsLab.shell.transports;

let asked: ScriptedLoad[];
let lab: TransportsLab;

beforeEach(async () => {
	ScriptedSocket.reset();
	const session = new LabSession('ws://localhost:3000/lab/channel', {
		WebSocket: ScriptedWebSocket
	});
	lab = new TransportsLab(new URL('http://localhost:3000/en/lab/transports/scale'), session);
	const script = scriptFetch();
	asked = script.asked;
	lab.load = new LoadRuns({ origin: 'http://localhost:3000', fetch: script.fetch });
	await renderWithText(ScaleLab, { lab });
});

afterEach(() => lab.dispose());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
const nth = (index: number) => vi.waitFor(() => asked[index] ?? expect.fail('not asked yet'));
const isSeen = (name: string) => expect.element(page.getByText(name).first()).toBeVisible();

/** Runs one transport to its end. */
async function runOne() {
	await button(words.setup.run(names.websocket)).click();
	const load = await nth(0);
	load.say({ phase: 'done', result: loadResult('websocket') });
	load.end();
	await expect.element(page.getByRole('table', { name: words.table.title })).toBeVisible();
}

test('before a run it says why there are no figures', async () => {
	await isSeen(words.empty.title);
	await isSeen(words.setup.oneClock);
	await expect.element(page.getByRole('table')).not.toBeInTheDocument();
});

test('a run is asked for as it is set', async () => {
	await field(words.setup.subscribers).fill('2000');
	await field(words.setup.size).fill('1024');
	await button(words.setup.run(names.websocket)).click();
	expect((await nth(0)).order).toMatchObject({
		transport: 'websocket',
		subscribers: 2000,
		size: 1024
	});
});

test('more clients than the bound are refused', async () => {
	await field(words.setup.subscribers).fill('2001');
	await isSeen(en.transportsLab.shell.wholeBounds('1', '2,000', '500'));
});

test('events that take too long say so, and nothing can be run', async () => {
	await field(words.setup.rate).fill('2');
	await isSeen(words.setup.tooLong('25', '15'));
	await expect.element(button(words.setup.runAll)).toBeDisabled();
});

test('its phases are followed as the server reports them', async () => {
	await button(words.setup.run(names.websocket)).click();
	const load = await nth(0);
	load.say({ phase: 'measuring' });
	await isSeen(words.progress.measuringNote);
	load.say({ phase: 'connecting', connected: 312 });
	await isSeen('312 of 500');
	load.say({ phase: 'waiting', lasts: 3000 });
	await isSeen(words.progress.waiting);
	load.say({ phase: 'delivering', delivered: 1200, due: 25_000 });
	await isSeen('1,200 of 25,000');
	await expect
		.element(page.getByRole('progressbar', { name: words.progress.delivering }))
		.toHaveAttribute('value', '1200');
});

test('all five run one after another, from the keyboard alone', async () => {
	(button(words.setup.runAll).element() as HTMLElement).focus();
	await userEvent.keyboard('{Enter}');
	for (const [index, transport] of TRANSPORTS.entries()) {
		const load = await nth(index);
		expect(asked).toHaveLength(index + 1);
		const marked = page.getByRole('button', { pressed: true });
		await expect.element(marked).toHaveTextContent(names[transport]);
		await expect.element(marked).toHaveAttribute('aria-current', 'true');
		load.say({ phase: 'done', result: loadResult(transport) });
		load.end();
	}
	await expect.element(button(words.setup.runAll)).toBeEnabled();
	await expect.element(button(names.websocket)).toHaveAttribute('aria-pressed', 'true');
	for (const transport of TRANSPORTS) {
		await expect
			.element(page.getByRole('heading', { name: names[transport], exact: true }))
			.toBeVisible();
	}
});

test('a run that is cancelled leaves no figures', async () => {
	await button(words.setup.run(names.websocket)).click();
	(await nth(0)).say({ phase: 'measuring' });
	await button(words.setup.cancel).click();
	await isSeen(words.cancelled);
	await isSeen(words.empty.title);
});

test.each([
	[403, 'Its operator can allow them with ALLOW_LOAD=on.', 'switched-off'],
	[409, 'One at a time.', 'busy'],
	[503, 'The server is shutting down.', 'closing']
] as const)('%i says what happened, what to do, and what the server said', async (...given) => {
	const [status, said, code] = given;
	await button(words.setup.run(names.websocket)).click();
	for (let tries = 0; tries < (status === 409 ? 6 : 1); tries++) {
		(await nth(tries)).refuse(status, `${said}\n`);
	}
	const alert = page.getByRole('alert');
	await expect.element(alert).toHaveTextContent(words.faults[code].title);
	await expect.element(alert).toHaveTextContent(words.faults[code].what);
	await expect.element(alert).toHaveTextContent(`${status} ${said}`);
});

test('what was measured stands there with its numbers', async () => {
	await runOne();
	const table = page.getByRole('table', { name: words.table.title });
	const cells = Array.from(table.element().querySelectorAll('td'), (cell) => cell.textContent);
	expect(cells).toEqual([
		'1,000',
		'10,000',
		'4,000',
		'0',
		'10',
		'10',
		'1',
		'200',
		'100',
		'14',
		'4',
		'0.3',
		'10,000',
		'10,000'
	]);
});

test('a million is worked out with its formula, and the slider changes it', async () => {
	await runOne();
	await isSeen('100,000,000 B + 1,000,000 × 10,000 B');
	await expect.element(page.getByText('9.41 GiB').first()).toBeVisible();
	const slider = page.getByRole('slider', { name: words.planned.slider });
	await expect.element(slider).toHaveAttribute('aria-valuetext', '1,000,000');
	(slider.element() as HTMLElement).focus();
	await userEvent.keyboard('{End}');
	await isSeen('100,000,000 B + 10,000,000 × 10,000 B');
});

test('what is assumed is said with its numbers', async () => {
	await runOne();
	const list = page.getByRole('region', { name: words.planned.assumptions });
	await expect
		.element(list)
		.toHaveTextContent(words.planned.assumed.linear('1,000', '1,000,000', '1,000'));
	await expect.element(list).toHaveTextContent(words.planned.assumed.loopback);
});
