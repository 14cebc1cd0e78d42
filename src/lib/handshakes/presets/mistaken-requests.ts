/** Requests with one mistake each: in the start line, in a header, in what is negotiated. */
import type { PresetContext, Recipe, RequestRecipes } from './preset.ts';
import { clientDraft, ECHO, headBytes, requestLines, type HeaderChanges } from './write-head.ts';

type Given = (context: PresetContext) => string;

const startsWith =
	(start: string | Given): Recipe =>
	(context) => {
		const line = typeof start === 'string' ? start : start(context);
		return clientDraft(headBytes(requestLines(context, {}, line)));
	};

const changes =
	(change: HeaderChanges | ((context: PresetContext) => HeaderChanges), query = ''): Recipe =>
	(context) => {
		const made = typeof change === 'function' ? change(context) : change;
		return clientDraft(headBytes(requestLines(context, made, `GET ${ECHO}${query} HTTP/1.1`)));
	};

export const START_LINE_MISTAKES: RequestRecipes<'start-line'> = {
	post: startsWith(`POST ${ECHO} HTTP/1.1`),
	'head-method': startsWith(`HEAD ${ECHO} HTTP/1.1`),
	'lower-case-method': startsWith(`get ${ECHO} HTTP/1.1`),
	'http-1-0': startsWith(`GET ${ECHO} HTTP/1.0`),
	'no-http-version': startsWith(`GET ${ECHO}`),
	'absolute-ws': startsWith(({ host }) => `GET ws://${host}${ECHO} HTTP/1.1`),
	fragment: startsWith(`GET ${ECHO}#part HTTP/1.1`),
	'space-in-target': startsWith('GET /ws/my echo HTTP/1.1'),
	'two-spaces': startsWith(`GET  ${ECHO} HTTP/1.1`)
};

const key = (value: string | null) => changes({ 'Sec-WebSocket-Key': value });
const version = (value: string | null | readonly string[]) =>
	changes({ 'Sec-WebSocket-Version': value });

export const HEADER_MISTAKES: RequestRecipes<'header'> = {
	'no-host': changes({ Host: null }),
	'two-hosts': changes(({ host }) => ({ Host: [host, 'elsewhere.example'] })),
	'no-upgrade': changes({ Upgrade: null }),
	'upgrade-h2c': changes({ Upgrade: 'h2c' }),
	'no-connection': changes({ Connection: null }),
	'connection-keep-alive': changes({ Connection: 'keep-alive' }),
	'no-key': key(null),
	'key-15-bytes': key('AQIDBAUGBwgJCgsMDQ4P'),
	'key-not-base64': key('dGhl!HNhbXBsZSBub25jZQ=='),
	// As one reads it in print, where a random value is to be thought.
	'key-placeholder': key('client-random-string'),
	'key-twice': changes(({ newKey }) => ({ 'Sec-WebSocket-Key': [newKey(), newKey()] })),
	'no-version': version(null),
	'version-8': version('8'),
	'version-12': version('12'),
	'version-25': version('25'),
	'version-leading-zero': version('013'),
	'version-twice': version(['13', '8']),
	'origin-malformed': changes({ Origin: 'elsewhere.example' })
};

const subprotocols = (value: string) => changes({ 'Sec-WebSocket-Protocol': value });
const extensions = (value: string) => changes({ 'Sec-WebSocket-Extensions': value }, '?deflate=on');

export const NEGOTIATION_MISTAKES: RequestRecipes<'negotiation'> = {
	'subprotocol-twice': subprotocols('chat, chat'),
	'subprotocol-empty-element': subprotocols('chat,, superchat'),
	'subprotocol-with-space': subprotocols('chat room'),
	'extension-empty-element': extensions('permessage-deflate,, x-wire101'),
	'extension-unclosed-quote': extensions('permessage-deflate; server_max_window_bits="10'),
	'deflate-unacceptable': extensions('permessage-deflate; server_max_window_bits=99')
};
