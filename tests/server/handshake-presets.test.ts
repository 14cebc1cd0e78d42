/**
 * What our own endpoints answer to every request that a student may begin with, and that it is what
 * a bare `ws` answers.
 */
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { encodeScript } from '#lib/channel/script-message.ts';
import { compileDraft } from '#lib/handshakes/draft/compile-draft.ts';
import type { RequestPresetId } from '#lib/handshakes/presets/preset-ids.ts';
import { REQUEST_PRESETS } from '#lib/handshakes/presets/request-presets.ts';
import { startRawLab, type RawLab, type RawPage } from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

/** The statuses of all answers, in their order. */
const ANSWERS: Readonly<Record<RequestPresetId, string>> = {
	browser: '101',
	'rfc-example': '101',
	minimal: '101',
	'lower-case-names': '101',
	'connection-list': '101',
	// `ws` wants the keyword alone, §4.2.1 wants it in the list.
	'upgrade-list': '400',
	'absolute-http': '101',
	subprotocols: '101',
	'deflate-offer': '101',
	'deflate-fallbacks': '101',
	'extension-unknown': '101',
	'key-loose-bits': '101',
	'plain-get': '426',
	'unknown-path': '404',
	'unknown-query': '400',
	'guarded-without-token': '401',
	'guarded-foreign-origin': '403',
	guarded: '101',
	post: '405',
	'head-method': '405',
	'lower-case-method': '400',
	'http-1-0': '101',
	// Node takes it for HTTP/0.9, and `ws` does not look.
	'no-http-version': '101',
	'absolute-ws': '101',
	fragment: '404',
	'space-in-target': '400',
	'two-spaces': '101',
	'no-host': '101',
	'two-hosts': '101',
	'no-upgrade': '426',
	'upgrade-h2c': '400',
	'no-connection': '426',
	'connection-keep-alive': '426',
	'no-key': '400',
	'key-15-bytes': '400',
	'key-not-base64': '400',
	'key-placeholder': '400',
	'key-twice': '400',
	'no-version': '400',
	'version-8': '101',
	'version-12': '400',
	'version-25': '400',
	// For `ws` it is the number 13.
	'version-leading-zero': '101',
	'version-twice': '400',
	'origin-malformed': '101',
	'subprotocol-twice': '400',
	'subprotocol-empty-element': '400',
	'subprotocol-with-space': '400',
	'extension-empty-element': '400',
	'extension-unclosed-quote': '400',
	'deflate-unacceptable': '400',
	'bare-lf': '400',
	'bare-cr': '400',
	'no-colon': '400',
	'space-before-colon': '400',
	'space-in-name': '400',
	'space-before-headers': '400',
	folded: '400',
	nul: '400',
	injection: '101',
	'empty-line-first': '101',
	'length-and-chunked': '400',
	'byte-by-byte': '101',
	'line-by-line': '101',
	'frame-with-request': '101',
	'request-before': '426 101',
	'request-after': '101',
	'never-ends': '408',
	'head-64k': '431',
	'fin-after-request': '101',
	'tls-hello': '400',
	'hixie-75': '400',
	'hixie-76': '400',
	'hybi-07': '400',
	'hybi-10': '101'
};

/** Those that our endpoints answer otherwise than a bare `ws`, and why. */
const OUR_OWN: readonly RequestPresetId[] = [
	// Our router, its query and our guard.
	'unknown-path',
	'unknown-query',
	'guarded-without-token',
	'guarded-foreign-origin',
	'fragment',
	'subprotocols',
	// Our own words in the 426.
	'plain-get',
	'no-upgrade',
	'no-connection',
	'connection-keep-alive',
	'request-before',
	// Node alone would ask for a Host, and wait a minute for the end of the head.
	'no-host',
	'never-ends',
	// Whether `ws` is still asked depends on when the FIN comes.
	'fin-after-request'
];

const CONTEXT = {
	host: '127.0.0.1:3000',
	origin: 'http://127.0.0.1:3000',
	userAgent: 'Mozilla/5.0',
	language: 'en',
	newKey: () => 'x3JJHMbDL1EzLkh9GBhXDw=='
};
const draftOf = (id: RequestPresetId) => {
	const preset = REQUEST_PRESETS.find((each) => each.id === id);
	if (!preset) throw new Error(id);
	return preset.build(CONTEXT);
};

const statuses = (text: string) =>
	Array.from(text.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status]) => status);
/** Up to the first frame; of a refusal all of it. */
const untilFrames = (text: string) =>
	text.startsWith('HTTP/1.1 101') ? text.slice(0, text.indexOf('\r\n\r\n') + 4) : text;

describe('what our endpoints answer to a preset', () => {
	let lab: RawLab;
	let page: RawPage;
	let bare: WebSocketServer;
	const answers = new Map<RequestPresetId, string>();

	beforeAll(async () => {
		lab = await startRawLab({ limits: { headersTimeoutSeconds: 3 } });
		page = lab.openPage();
		bare = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: true });
		bare.on('connection', (webSocket) => webSocket.on('error', () => undefined));
		await once(bare, 'listening');
	});
	afterAll(async () => {
		bare.close();
		for (const webSocket of bare.clients) webSocket.terminate();
		await lab.close();
	});

	it.each(Object.entries(ANSWERS) as [RequestPresetId, string][])(
		'%s: %s',
		async (id, expected) => {
			const seen = await page.rawClient(encodeScript(compileDraft(draftOf(id))));
			const answered = () => statuses(seen.bytes('server')).join(' ');
			await seen.until(() => answered() === expected);
			expect(answered()).toBe(expected);
			// A refusal is whole when the connection ends.
			if (expected === '400') await seen.until(({ ends }) => ends.includes('fin server'));
			answers.set(id, seen.bytes('server'));
		}
	);

	const same = REQUEST_PRESETS.filter(({ id }) => !OUR_OWN.includes(id));

	it.each(same)('$id is answered as by a bare ws, byte for byte', async ({ id }) => {
		const { port } = bare.address() as AddressInfo;
		const told = await ask(port, draftOf(id).bytes);
		expect(untilFrames(answers.get(id) ?? '')).toBe(untilFrames(told));
	});
});

/** What comes back until the connection ends, or turns into a WebSocket. */
async function ask(port: number, bytes: Uint8Array): Promise<string> {
	const socket = connect(port, '127.0.0.1');
	socket.write(bytes);
	let text = '';
	for await (const chunk of socket) {
		text += (chunk as Buffer).toString('latin1');
		if (/^HTTP\/1\.1 101.*\r\n\r\n/s.test(text)) break;
	}
	return text;
}
