/** Requests that a strict server takes, and who of our endpoints answers them how. */
import type { PresetContext, RequestRecipes } from './preset.ts';
import { clientDraft, ECHO, headBytes, requestLines, type HeaderChanges } from './write-head.ts';

const GUARDED = '/ws/guarded';

function changed(context: PresetContext, changes: HeaderChanges, target = ECHO) {
	return clientDraft(headBytes(requestLines(context, changes, `GET ${target} HTTP/1.1`)));
}

const offer = (extensions: string, target?: string) => (context: PresetContext) =>
	changed(context, { 'Sec-WebSocket-Extensions': extensions }, target);

/** In the order of Chromium, with what every page's request holds. */
function browserLines({ host, origin, userAgent, language, newKey }: PresetContext): string[] {
	return [
		`GET ${ECHO}?deflate=on HTTP/1.1`,
		`Host: ${host}`,
		'Connection: Upgrade',
		'Pragma: no-cache',
		'Cache-Control: no-cache',
		`User-Agent: ${userAgent}`,
		'Upgrade: websocket',
		`Origin: ${origin}`,
		'Sec-WebSocket-Version: 13',
		'Accept-Encoding: gzip, deflate, br, zstd',
		`Accept-Language: ${language}`,
		`Sec-WebSocket-Key: ${newKey()}`,
		'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits'
	];
}

export const LEGAL_REQUESTS: RequestRecipes<'legal'> = {
	browser: (context) => clientDraft(headBytes(browserLines(context))),
	// §1.2, but for the path: nobody listens at /chat here.
	'rfc-example': () =>
		clientDraft(
			headBytes([
				`GET ${ECHO} HTTP/1.1`,
				'Host: server.example.com',
				'Upgrade: websocket',
				'Connection: Upgrade',
				'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
				'Origin: http://example.com',
				'Sec-WebSocket-Protocol: chat, superchat',
				'Sec-WebSocket-Version: 13'
			])
		),
	minimal: (context) => changed(context, {}),
	'lower-case-names': (context) =>
		clientDraft(
			headBytes(
				requestLines(context).map((line) => line.replace(/^[\w-]+:/, (name) => name.toLowerCase()))
			)
		),
	'connection-list': (context) => changed(context, { Connection: 'keep-alive, Upgrade' }),
	'upgrade-list': (context) => changed(context, { Upgrade: 'h2c, websocket' }),
	'absolute-http': (context) => changed(context, {}, `http://${context.host}${ECHO}`),
	subprotocols: (context) =>
		changed(
			context,
			{ 'Sec-WebSocket-Protocol': 'chat, superchat' },
			`${ECHO}?protocols=superchat`
		),
	'deflate-offer': offer('permessage-deflate; client_max_window_bits', `${ECHO}?deflate=on`),
	'deflate-fallbacks': offer(
		'permessage-deflate; client_no_context_takeover; server_max_window_bits=10, permessage-deflate',
		`${ECHO}?deflate=on`
	),
	'extension-unknown': offer('x-wire101; level=9'),
	// §4.1's own example: its last character holds bits that no byte takes.
	'key-loose-bits': (context) =>
		changed(context, { 'Sec-WebSocket-Key': 'AQIDBAUGBwgJCgsMDQ4PEC==' })
};

export const ENDPOINT_REQUESTS: RequestRecipes<'endpoint'> = {
	'plain-get': ({ host, userAgent, language }) =>
		clientDraft(
			headBytes([
				`GET ${ECHO} HTTP/1.1`,
				`Host: ${host}`,
				'Connection: keep-alive',
				`User-Agent: ${userAgent}`,
				'Accept: text/html',
				`Accept-Language: ${language}`
			])
		),
	'unknown-path': (context) => changed(context, {}, '/ws/nowhere'),
	'unknown-query': (context) => changed(context, {}, `${ECHO}?deflate=perhaps`),
	'guarded-without-token': (context) => changed(context, { Origin: context.origin }, GUARDED),
	'guarded-foreign-origin': (context) =>
		changed(
			context,
			{ Origin: 'https://elsewhere.example', Authorization: 'Bearer wire101' },
			GUARDED
		),
	guarded: (context) =>
		changed(context, { Origin: context.origin, Authorization: 'Bearer wire101' }, GUARDED)
};
