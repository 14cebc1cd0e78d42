import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { HandshakeLab } from '#lib/state/handshake-lab/handshake-lab.svelte.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import {
	clientHelloRecord,
	protectedRecord,
	serverHelloRecord
} from '../../../../tests/support/tls-bytes.ts';
import { WayRecordings } from '../../../../tests/support/way-recordings.ts';
import { upgradeRequest } from '../../../../tests/support/wire-script.ts';
import TlsLab from './TlsLab.svelte';

const words = en.handshakeLab.tls;
const PAGE = new URL('http://localhost:3000/en/lab/handshake/tls');
const REQUEST = upgradeRequest();

let lab: HandshakeLab;

beforeEach(() => {
	ScriptedSocket.reset();
	const session = new LabSession('ws://localhost/lab/channel', { WebSocket: ScriptedWebSocket });
	lab = new HandshakeLab(PAGE, session);
});

afterEach(() => lab.dispose());

async function show(language: 'en' | 'zh' = 'en') {
	lab.bench.session.open();
	await renderWithText(TlsLab, { lab }, language);
	await vi.waitFor(() => expect(lab.bench.session.terms).not.toBeNull());
}

/** Connects, and records the network and what is inside. */
async function connected(serverName = 'echo.test') {
	await page.getByRole('button', { name: words.run }).click();
	await vi.waitFor(() => expect(lab.bench.session.connections).toHaveLength(2));
	const way = new WayRecordings()
		.accepted('far')
		.data('far', 'client', clientHelloRecord(serverName))
		.data('far', 'server', serverHelloRecord())
		.data('far', 'client', protectedRecord(REQUEST.length))
		.data('near', 'client', REQUEST);
	const events = [...way.events('near'), ...way.events('far')].sort((a, b) => a.t - b.t);
	ScriptedSocket.channel.record(
		...events.map((event) => ({ ...event, t: event.t + 10_000 }) as ChannelEvent)
	);
}

const rows = () => page.getByRole('list', { name: words.diagram.list });

test('the way through TLS is asked for', async () => {
	await show();
	await page.getByRole('button', { name: words.run }).click();
	await vi.waitFor(() => expect(ScriptedSocket.commands).not.toHaveLength(0));
	expect(ScriptedSocket.commands[0]).toMatchObject({ type: 'raw-client', way: { kind: 'tls' } });
});

test('the record and the bytes inside it stand side by side', async () => {
	await show();
	await connected();
	const row = rows().getByRole('button', { name: /application_data.*GET/ });
	await expect.element(row).toHaveTextContent(words.diagram.plus('22', '5', '17'));
});

test('what is in the clear is read from the bytes', async () => {
	await show();
	await connected();
	await expect.element(rows()).toHaveTextContent(words.diagram.sni('echo.test'));
	await expect.element(rows()).toHaveTextContent('TLS_AES_256_GCM_SHA384');
	await expect.element(page.getByText(words.seen.values.lengths('22'))).toBeVisible();
});

test('a server name is text, whatever is in it', async () => {
	await show();
	await connected('<img src=x onerror=alert(1)>');
	await expect.element(rows()).toHaveTextContent('<img src=x');
	expect(document.querySelector('img')).toBeNull();
});

test('a text is found inside, and not on the network', async () => {
	await show();
	await expect.element(page.getByText(words.search.waiting)).toBeVisible();
	await connected();
	const found = page.getByRole('status').filter({ hasText: words.search.outside });
	await expect.element(found).toHaveTextContent(words.search.never);
	await expect.element(found).toHaveTextContent(words.search.times(1));
});

test('TLS came first, which the recordings say', async () => {
	await show();
	await connected();
	await expect.element(page.getByText(/crossed .* before the first byte of HTTP/)).toBeVisible();
	await expect.element(page.getByText(/GET \/ws\/echo HTTP\/1.1: the same/)).toBeVisible();
});

test('a row that is chosen shows the fields of its record', async () => {
	await show();
	await connected();
	await rows()
		.getByRole('button', { name: /client_hello/ })
		.click();
	await expect.element(page.getByText('03 03', { exact: true })).toBeVisible();
});

test('the bytes of a chosen row are in sight beside it, and can be put away', async () => {
	await show();
	await connected();
	const row = rows().getByRole('button', { name: /client_hello/ });
	await row.click();
	const bytes = page.getByText('03 03', { exact: true });
	await expect.element(bytes).toBeInViewport();
	await expect.element(row).toBeInViewport();
	await page.getByRole('button', { name: en.shell.close, exact: true }).click();
	await expect.element(bytes).not.toBeInTheDocument();
	await expect.element(page.getByText(words.diagram.choose)).toBeVisible();
});

test('without TLS it says so, and offers no button', async () => {
	await show();
	const { terms } = lab.bench.session;
	vi.spyOn(lab.bench.session, 'terms', 'get').mockReturnValue(terms && { ...terms, hasTls: false });
	await renderWithText(TlsLab, { lab });
	await expect.element(page.getByText(words.off.title)).toBeVisible();
});

test('all of it is there in Chinese', async () => {
	await show('zh');
	const { seen, trust } = zh.handshakeLab.tls;
	await expect.element(page.getByRole('heading', { name: seen.title })).toBeVisible();
	await expect.element(page.getByText(trust.proof)).toBeVisible();
});
