import { describe, expect, test, vi } from 'vitest';
import { compareHandshake } from '#lib/handshakes/verdict/agreement.ts';
import { readAnswer, readBrowserAnswer } from '#lib/handshakes/verdict/answer.ts';
import { checkRequest, checkResponse } from '#lib/protocol/handshake/opening-handshake.ts';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { head, switching, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import HandshakeJudges from './HandshakeJudges.svelte';

const VERSION_8 = head(
	'GET /ws/echo HTTP/1.1',
	'Host: localhost',
	'Upgrade: websocket',
	'Connection: Upgrade',
	'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
	'Sec-WebSocket-Version: 8'
);
const NO_KEY = head(
	'GET /ws/echo HTTP/1.1',
	'Host: localhost',
	'Upgrade: websocket',
	'Connection: Upgrade',
	'Sec-WebSocket-Version: 13'
);
const BODY = '<b>Missing</b> or invalid Sec-WebSocket-Key header';
const REFUSAL = new TextEncoder().encode(
	[
		'HTTP/1.1 400 Bad Request',
		'Connection: close',
		'Content-Type: text/html',
		`Content-Length: ${BODY.length}`,
		'',
		BODY
	].join('\r\n')
);

function requestJudges(request: Uint8Array, response: Uint8Array, language: 'en' | 'zh' = 'en') {
	const { conversation } = new EncodedConversation()
		.accepted()
		.bytes('client', request)
		.bytes('server', response);
	const answer = readAnswer(conversation);
	const strict = answer.asked && checkRequest(answer.asked);
	const agreement = compareHandshake(strict, answer, 'client');
	const onselect = vi.fn();
	const props = { strict, answer, agreement, kind: 'request' as const, onselect };
	return renderWithText(HandshakeJudges, props, language).then((screen) => ({
		...screen,
		onselect
	}));
}

describe('two judges of a request', () => {
	test('that part say so with a sign, a word, a reason and its sections', async () => {
		const { container } = await requestJudges(VERSION_8, switching());
		expect(container.querySelector('.agreement')?.textContent).toMatch(/≠\s*differ/);
		const reason = container.querySelector('[data-explanation="version-8-taken"]');
		expect(reason?.textContent).toContain('hybi-08');
		expect(reason?.querySelector('a.section-ref')?.getAttribute('href')).toContain('4.2.1');
	});

	test('mark the row that the RFC calls broken and the server let pass', async () => {
		const { container } = await requestJudges(VERSION_8, switching());
		const rows = [...container.querySelectorAll('tr[data-differs]')];
		expect(rows.map((row) => row.getAttribute('data-check'))).toEqual(['version']);
	});

	test('that agree show the words of the server beside its header, as text', async () => {
		const { container } = await requestJudges(NO_KEY, REFUSAL);
		expect(container.querySelector('.agreement')?.textContent).toMatch(/=\s*agree/);
		const row = container.querySelector('tr[data-check="key"]');
		expect(row?.textContent).toContain(BODY);
		expect(container.querySelector('td b')).toBeNull();
	});

	test('say who wrote the answer, and by what that is told', async () => {
		const { container } = await requestJudges(NO_KEY, REFUSAL);
		expect(container.textContent).toContain('written by');
		expect(container.querySelector('.author')?.textContent).toContain('Connection: close');
	});

	test('lead from a check to its field', async () => {
		const screen = await requestJudges(VERSION_8, switching());
		await screen.getByRole('button', { name: /Sec-WebSocket-Version/ }).click();
		expect(screen.onselect).toHaveBeenCalledWith('header-4-value');
	});

	test('leave the status of a version refusal open, in Chinese', async () => {
		const version12 = head(
			...new TextDecoder().decode(VERSION_8).trim().replace(/8$/, '12').split('\r\n')
		);
		const refusal = head(
			'HTTP/1.1 400 Bad Request',
			'Connection: close',
			'Content-Type: text/html',
			'Content-Length: 0',
			'Sec-WebSocket-Version: 13, 8'
		);
		const { container } = await requestJudges(version12, refusal, 'zh');
		expect(container.querySelector('.agreement')?.textContent).toContain('留有余地');
		expect(container.querySelectorAll('[data-explanation]')).toHaveLength(2);
	});

	test('wait while nothing has come', async () => {
		const { container } = await requestJudges(upgradeRequest(), new Uint8Array(0));
		expect(container.querySelector('.agreement')?.textContent).toContain('undecided');
		expect(container.textContent).toContain('still to come');
	});
});

describe('two judges of a response', () => {
	test('know that a page is told nothing but that it failed', async () => {
		const encoded = new EncodedConversation()
			.accepted()
			.request()
			.response('AAAA')
			.page(0, { name: 'new', url: 'ws://localhost/', protocols: [] })
			.page(3, { name: 'error' })
			.page(3, { name: 'close', code: 1006, reason: '', wasClean: false });
		const answer = readBrowserAnswer(encoded.conversation);
		const { response, request } = encoded.conversation.at(Infinity);
		const strict = response && checkResponse(response.head, request?.head ?? null);
		const agreement = compareHandshake(strict, answer, 'server');
		const props = { strict, answer, agreement, kind: 'response' as const, peerName: 'Chromium' };
		const { container } = await renderWithText(HandshakeJudges, props);
		expect(container.textContent).toContain('1006, not clean');
		expect(container.querySelectorAll('[data-peer="unsaid"]')).toHaveLength(9);
		expect(container.querySelector('.note')?.textContent).toContain('never which header');
	});
});
