/**
 * This browser today against the record of it, against what the page says of it, and against what it
 * gives to its own developer tools (the DevTools protocol).
 */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { compareHandshake } from '#lib/handshakes/verdict/agreement.ts';
import type { BrowserAnswer } from '#lib/handshakes/verdict/browser-answer.ts';
import { encodeDraftLink } from '#lib/handshakes/draft/draft-link.ts';
import { readDraft } from '#lib/handshakes/draft/read-draft.ts';
import { PRINT_CONTEXT, readPrints } from '#lib/handshakes/prints/browser-print.ts';
import { PRINTED_RESPONSES } from '#lib/handshakes/prints/print-probes.ts';
import { expect, test } from './handshake-fixture.ts';

const record = readPrints(
	JSON.parse(readFileSync('content/recordings/prints-chromium.json', 'utf8'))
);

/** Where browsers and RFCs part, and one of each kind besides. */
const IDS = [
	'due',
	'answer-bare-lf',
	'answer-folded',
	'answer-http-1-0',
	'probe-http-2-0',
	'due-after-103',
	'probe-upgrade-twice',
	'subprotocol-not-offered',
	'probe-subprotocol-owed',
	'accept-of-example',
	'extension-not-offered',
	'status-302',
	'status-403',
	'answer-nul',
	'answer-not-http'
] as const;

interface Told {
	readonly outcome: 'opened' | 'failed';
	readonly protocol: string;
}

const dueDraft = () => {
	const due = PRINTED_RESPONSES.find(({ id }) => id === 'due');
	if (!due) throw new Error('there is no response due');
	return due.build(PRINT_CONTEXT);
};

/** What the page's next WebSocket at the raw server tells its listeners first. */
async function listen(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const seen: { told: Told[] } & typeof globalThis = Object.assign(globalThis, { told: [] });
		globalThis.WebSocket = class extends WebSocket {
			constructor(url: string | URL, protocols?: string | string[]) {
				super(url, protocols);
				if (!this.url.includes('/ws/raw')) return;
				const tell = (outcome: Told['outcome']) =>
					seen.told.push({ outcome, protocol: this.protocol });
				this.addEventListener('open', () => tell('opened'), { once: true });
				this.addEventListener('error', () => tell('failed'), { once: true });
			}
		};
	});
}

/** One success clears what a browser holds against a server: it would wait, ever longer. */
async function succeed(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws/echo`);
				socket.onopen = () => socket.close();
				socket.onclose = () => resolve();
			})
	);
}

test('what Chromium makes of each response is what the record and the page say', async ({
	handshake,
	page
}) => {
	test.setTimeout(120_000);
	await listen(page);
	await handshake.open('response');
	for (const [index, id] of IDS.entries()) {
		await test.step(id, async () => {
			const response = PRINTED_RESPONSES.find((each) => each.id === id);
			if (!response) throw new Error(`there is no response ${id}`);
			const draft = response.build(PRINT_CONTEXT);
			const hash = `#${await encodeDraftLink(draft)}`;
			await page.evaluate((link) => void (location.hash = link), hash);
			await expect(page.locator('form.send button[type=submit]')).toBeEnabled();
			await page.waitForFunction((link) => location.hash === link, hash);
			await page.locator('form.send button[type=submit]').click();
			const count = () => page.evaluate(() => Reflect.get(globalThis, 'told').length as number);
			await expect.poll(count).toBe(index + 1);
			const told: Told = await page.evaluate((at) => Reflect.get(globalThis, 'told')[at], index);
			expect(told.outcome).toBe(record?.rows.find((row) => row.id === id)?.outcome);
			// Of a draft the first head is read: here the one behind the 103 counts.
			const { verdict, head } = readDraft(id === 'due-after-103' ? dueDraft() : draft);
			const answer: BrowserAnswer = {
				kind: told.outcome,
				head: head.kind === 'response' ? head : null,
				hasInterim: id === 'due-after-103',
				offered: draft.protocols,
				protocol: told.protocol,
				extensions: '',
				close: null,
				hasError: told.outcome === 'failed'
			};
			const { kind } = compareHandshake(verdict, answer, 'server');
			await expect(page.locator('[data-agreement]')).toHaveAttribute('data-agreement', kind);
			if (told.outcome === 'failed') await succeed(page);
		});
	}
});

interface Headers {
	readonly [name: string]: string;
}

/** What Chromium gives its network panel of the WebSockets of a page. */
async function watchPanel(page: Page): Promise<{
	protocol: CDPSession;
	request: Headers[];
	response: { status: number; headers: Headers }[];
	messages: string[];
	errors: string[];
}> {
	const protocol = await page.context().newCDPSession(page);
	const request: Headers[] = [];
	const response: { status: number; headers: Headers }[] = [];
	const messages: string[] = [];
	const errors: string[] = [];
	// Not the lab's own channel, which was there before.
	const own = new Set<string>();
	protocol.on('Network.webSocketCreated', ({ requestId }) => own.add(requestId));
	protocol.on('Network.webSocketWillSendHandshakeRequest', (event) =>
		request.push(event.request.headers)
	);
	protocol.on('Network.webSocketHandshakeResponseReceived', (event) =>
		response.push(event.response)
	);
	protocol.on('Network.webSocketFrameSent', ({ requestId, response: { payloadData } }) => {
		if (own.has(requestId)) messages.push(`sent ${payloadData}`);
	});
	protocol.on('Network.webSocketFrameReceived', ({ requestId, response: { payloadData } }) => {
		if (own.has(requestId)) messages.push(`received ${payloadData}`);
	});
	protocol.on('Network.webSocketFrameError', ({ errorMessage }) => errors.push(errorMessage));
	return { protocol, request, response, messages, errors };
}

/** Name and value of each header, in lower case and in the order of the alphabet. */
const sorted = (headers: Headers): string[] =>
	Object.entries(headers)
		.map(([name, value]) => `${name.toLowerCase()}: ${value}`)
		.sort();

test('the drawing of DevTools holds what Chromium gives its own panel', async ({
	handshake,
	page
}) => {
	await handshake.open('views');
	const given = await watchPanel(page);
	const words = handshake.lab.views;
	await page.getByRole('button', { name: words.bench.good, exact: true }).waitFor();
	await expect(page.getByRole('button', { name: words.bench.good, exact: true })).toBeEnabled();
	await given.protocol.send('Network.enable');
	await page.getByRole('button', { name: words.bench.good, exact: true }).click();
	await expect.poll(() => given.messages.length).toBe(2);
	const rows = page.locator('.headers button.row');
	const [response] = given.response;
	const [request] = given.request;
	expect(response?.status).toBe(101);
	const drawn = async () => {
		const names = await rows.locator('.name').allTextContents();
		const values = await rows.locator('.value').allTextContents();
		return names.map((name, at) => `${name.toLowerCase()}: ${values[at]}`);
	};
	await expect.poll(drawn).toEqual([...sorted(response?.headers ?? {}), ...sorted(request ?? {})]);
	await page.getByRole('tab', { name: words.devtools.tabs.messages, exact: true }).click();
	const messages = page.locator('tbody tr').filter({ has: page.locator('.arrow') });
	await expect(messages).toHaveCount(2);
	expect(given.messages).toEqual(['sent Hello', 'received Hello']);
	await expect(messages.locator('.data')).toHaveText(['Hello', 'Hello']);
});

test('of a refused response Chromium gives its panel a text alone, and so it is drawn', async ({
	handshake,
	page
}) => {
	await handshake.open('views');
	const given = await watchPanel(page);
	const { views, editor, prints } = handshake.lab;
	const refuse = page.getByRole('button', {
		name: editor.presets['status-403'].name,
		exact: true
	});
	await expect(refuse).toBeEnabled();
	await given.protocol.send('Network.enable');
	await refuse.click();
	await expect.poll(() => given.errors.length).toBe(1);
	expect(given.response).toEqual([]);
	await expect(page.getByText(views.devtools.noResponse)).toBeVisible();
	await page.getByRole('tab', { name: views.devtools.tabs.console, exact: true }).click();
	const printed = page.locator('[data-browser=chromium]');
	await expect(printed).toContainText(given.errors[0] ?? '');
	await expect(printed).toContainText(prints.recorded);
	await expect(printed).toContainText(prints.bytes);
});
