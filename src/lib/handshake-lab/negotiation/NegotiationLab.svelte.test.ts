import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { HandshakeLab } from '#lib/state/handshake-lab/handshake-lab.svelte.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import NegotiationLab from './NegotiationLab.svelte';

const words = en.handshakeLab.negotiation;
const PAGE = new URL('http://localhost:3000/en/lab/handshake/negotiation');

let lab: HandshakeLab;

beforeEach(() => {
	ScriptedSocket.reset();
	const session = new LabSession('ws://localhost/lab/channel', { WebSocket: ScriptedWebSocket });
	lab = new HandshakeLab(PAGE, session);
});

afterEach(() => {
	history.replaceState(null, '', location.pathname + location.search);
	lab.dispose();
});

async function show(language: 'en' | 'zh' = 'en', showlink = () => undefined) {
	lab.bench.session.open();
	await renderWithText(NegotiationLab, { lab, showlink }, language);
	await vi.waitFor(() => expect(lab.bench.session.terms).not.toBeNull());
}

/** Sends, and records a 101 with these headers. */
async function answered(...headers: string[]) {
	await page.getByRole('button', { name: words.send.raw }).click();
	await vi.waitFor(() => expect(lab.bench.connection).not.toBeNull());
	const command = ScriptedSocket.commands.find(({ type }) => type === 'raw-client');
	if (command?.type !== 'raw-client') throw new Error('nothing was sent');
	const run = new ScriptedRun(1);
	ScriptedSocket.channel.record(
		...run.opening(command.script, ...headers),
		run.end(),
		run.fin('server')
	);
}

const table = (name: string) => page.getByRole('table', { name, exact: true });
const row = (name: string, text: string | RegExp) => table(name).getByRole('row', { name: text });
const pick = (way: 'browser' | 'own') =>
	page.getByRole('radio', { name: words.ways[way].name }).click();

test('each name has its outcome before anything is sent', async () => {
	await show();
	await expect
		.element(row(words.table.protocols, /^1 chat/))
		.toHaveTextContent(words.table.outcomes['not-spoken']);
	await expect
		.element(row(words.table.protocols, /^2 superchat/))
		.toHaveTextContent(words.table.outcomes.chosen);
});

test('a name typed in its field stands in the header text, and the other way round', async () => {
	await show();
	await page.getByRole('textbox', { name: words.client.protocol('1') }).fill('mqtt');
	const header = page.getByRole('textbox', { name: /Sec-WebSocket-Protocol/ });
	await expect.element(header).toHaveValue('mqtt, superchat');
	await header.fill('a, b, c');
	await expect
		.element(page.getByRole('textbox', { name: words.client.protocol('3') }))
		.toHaveValue('c');
});

test('Alt and an arrow move the name that is edited, and the focus with it', async () => {
	await show();
	await page.getByRole('textbox', { name: words.client.protocol('2') }).click();
	await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
	const first = page.getByRole('textbox', { name: words.client.protocol('1') });
	await expect.element(first).toHaveValue('superchat');
	await expect.element(first).toHaveFocus();
});

test('a fallback is added, and shaped by its choices', async () => {
	await show();
	await page.getByRole('button', { name: words.client.addFallback }).click();
	const card = page.getByRole('listitem', { name: words.offer.fallback('2') });
	await card.getByRole('checkbox', { name: 'server_no_context_takeover' }).click();
	await card.getByLabelText('server_max_window_bits').selectOptions('=9');
	await expect
		.element(page.getByRole('textbox', { name: /Sec-WebSocket-Extensions/ }))
		.toHaveValue(
			'permessage-deflate; client_max_window_bits, permessage-deflate; server_no_context_takeover; server_max_window_bits=9'
		);
	await expect
		.element(row(words.table.offers, /server_no_context_takeover/))
		.toHaveTextContent(words.table.offerOutcomes['not-reached']);
});

test('what was answered stands beside what is due', async () => {
	await show();
	await answered(
		'Sec-WebSocket-Protocol: superchat',
		'Sec-WebSocket-Extensions: permessage-deflate'
	);
	await expect.element(page.getByText(words.compare.agreed.protocol('superchat'))).toBeVisible();
	await expect
		.element(row(words.compare.title, /^Sec-WebSocket-Protocol/))
		.toHaveAttribute('data-mark', 'same');
	await expect.element(page.getByText(words.compare.as)).toBeVisible();
});

test('an answer that is not due is marked, and the page says what it knows of it', async () => {
	await show();
	await answered('Sec-WebSocket-Protocol: chat');
	await expect
		.element(row(words.compare.title, /^Sec-WebSocket-Protocol/))
		.toHaveAttribute('data-mark', 'different');
	await expect.element(page.getByText(words.explanations.other.short)).toBeVisible();
});

test('windows and memory follow from the answer', async () => {
	await show();
	await answered(
		'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=10; server_no_context_takeover'
	);
	const lane = page.getByRole('region', { name: words.follow.lanes.client });
	await expect.element(lane).toHaveTextContent(words.follow.reasons['client-asked']);
	await expect
		.element(page.getByRole('region', { name: words.follow.lanes.server }))
		.toHaveTextContent(words.follow.context.server.answer);
});

test('an edit after the try marks what came of it as older', async () => {
	await show();
	await answered('Sec-WebSocket-Protocol: superchat');
	await expect.element(page.getByText(words.compare.stale)).not.toBeInTheDocument();
	await page.getByRole('button', { name: words.client.addProtocol }).click();
	await expect.element(page.getByText(words.compare.stale)).toBeVisible();
});

test('a list that the browser’s constructor refuses is announced, and so is its word', async () => {
	await show();
	await pick('browser');
	await page.getByRole('textbox', { name: words.client.pageText }).fill('chat, chat');
	await expect.element(page.getByText(words.table.throws)).toBeVisible();
});

test('the student’s own answer is read line by line', async () => {
	await show();
	await pick('own');
	const field = page.getByRole('textbox', {
		name: words.answer.line('Sec-WebSocket-Protocol', '1')
	});
	await field.fill('mqtt');
	await expect
		.element(row(words.table.written, /mqtt/))
		.toHaveTextContent(words.table.lineOutcomes.failed);
	await expect.element(page.getByText(words.table.fails)).toBeVisible();
});

test('a preset is taken from the menu, and taken back', async () => {
	await show();
	await page.getByRole('button', { name: words.tools.presets }).click();
	await page.getByRole('button', { name: words.presets['said-twice'].name }).click();
	await expect.element(page.getByText(words.table.refusal('400'))).toBeVisible();
	await page.getByRole('button', { name: words.tools.undo }).click();
	await expect.element(page.getByText(words.table.refusal('400'))).not.toBeInTheDocument();
});

test('markup in a name is text', async () => {
	await show();
	const header = page.getByRole('textbox', { name: /Sec-WebSocket-Protocol/ });
	await header.fill('<img src=x>');
	await expect.element(row(words.table.protocols, /<img src=x>/)).toBeVisible();
	expect(document.querySelector('img')).toBeNull();
});

test('a link brings its negotiation', async () => {
	location.hash = '#way=raw&offer=mqtt&extensions=&protocols=mqtt&deflate=off';
	await show();
	await expect
		.element(row(words.table.protocols, /mqtt/))
		.toHaveTextContent(words.table.outcomes.chosen);
});

test('all of it is there in Chinese', async () => {
	await show('zh');
	const { negotiation } = zh.handshakeLab;
	await expect.element(page.getByRole('heading', { name: negotiation.title })).toBeVisible();
	await expect
		.element(page.getByRole('table', { name: negotiation.table.protocols, exact: true }))
		.toHaveTextContent(negotiation.table.outcomes.chosen);
});
