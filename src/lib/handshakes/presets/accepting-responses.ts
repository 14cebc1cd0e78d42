/** Responses that mean to switch protocols: as they should be, and with one mistake each. */
import { decodeBase64, encodeBase64 } from '#lib/protocol/base64.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { computeAccept, WEBSOCKET_GUID } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { sha1 } from '#lib/protocol/handshake/sha1.ts';
import { ACCEPT_HOLE } from '../draft/handshake-draft.ts';
import type { Recipe, ResponseRecipes } from './preset.ts';
import {
	headBytes,
	SERVER_HELLO,
	serverDraft,
	switchingLines,
	utf8,
	type HeaderChanges
} from './write-head.ts';

const switching =
	(changes: HeaderChanges = {}, protocols: readonly string[] = []): Recipe =>
	() =>
		serverDraft(headBytes(switchingLines(changes)), { protocols });

const subprotocol = (chosen: string, ...offered: readonly string[]) =>
	switching({ 'Sec-WebSocket-Protocol': chosen }, offered);
const extensions = (value: string) => switching({ 'Sec-WebSocket-Extensions': value });

export const ACCEPTED_RESPONSES: ResponseRecipes<'accepted'> = {
	due: switching(),
	'due-lower-case': () =>
		serverDraft(
			headBytes(switchingLines().map((line) => line.replace(/^[\w-]+:/, (n) => n.toLowerCase())))
		),
	'due-connection-list': switching({ Connection: 'keep-alive, Upgrade' }),
	'due-subprotocol': subprotocol('superchat', 'chat', 'superchat'),
	'due-deflate': extensions('permessage-deflate'),
	'due-frame': () => serverDraft(headBytes(switchingLines(), SERVER_HELLO)),
	'due-cookie': switching({ 'Set-Cookie': 'wire101-lab=hello; Max-Age=60; SameSite=Strict' }),
	'due-after-103': () => {
		const hints = headBytes(['HTTP/1.1 103 Early Hints', 'Server: handwritten']);
		return serverDraft(joinBytes([hints, headBytes(switchingLines())]));
	},
	'due-drafts-leftovers': ({ host, origin }) =>
		serverDraft(
			headBytes(
				switchingLines({
					'Sec-WebSocket-Origin': origin,
					'Sec-WebSocket-Location': `ws://${host}/ws/raw`
				})
			)
		)
};

/** §1.3's own. The browser's is not known before it asks: these mistakes are made with this one. */
const EXAMPLE_KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

const accept = (value: string | null | readonly string[]) =>
	switching({ 'Sec-WebSocket-Accept': value });

/** What comes of decoding the key first: it is hashed as text. */
function acceptOfDecodedKey(): string {
	const decoding = decodeBase64(EXAMPLE_KEY);
	const bytes = decoding.isValid ? decoding.bytes : new Uint8Array(0);
	return encodeBase64(sha1(joinBytes([bytes, utf8(WEBSOCKET_GUID)])));
}

export const BROKEN_RESPONSES: ResponseRecipes<'broken'> = {
	'accept-of-example': accept(computeAccept(EXAMPLE_KEY)),
	'accept-missing': accept(null),
	'accept-twice': accept([ACCEPT_HOLE, ACCEPT_HOLE]),
	'accept-of-decoded-key': accept(acceptOfDecodedKey()),
	'accept-in-hex': accept(formatHex(sha1(utf8(EXAMPLE_KEY + WEBSOCKET_GUID)), '')),
	'accept-extra-character': accept(`${ACCEPT_HOLE}=`),
	'answer-no-upgrade': switching({ Upgrade: null }),
	'answer-upgrade-h2c': switching({ Upgrade: 'h2c' }),
	'answer-upgrade-list': switching({ Upgrade: 'websocket, h2c' }),
	'answer-no-connection': switching({ Connection: null }),
	'answer-connection-close': switching({ Connection: 'close' }),
	'subprotocol-not-offered': subprotocol('superchat', 'chat'),
	'subprotocol-other-case': subprotocol('Chat', 'chat'),
	'subprotocol-list': subprotocol('chat, superchat', 'chat', 'superchat'),
	'extension-not-offered': extensions('x-wire101'),
	'deflate-unknown-parameter': extensions('permessage-deflate; level=9'),
	'deflate-window-16': extensions('permessage-deflate; server_max_window_bits=16'),
	'deflate-agreed-twice': extensions('permessage-deflate, permessage-deflate'),
	'answer-http-1-0': () =>
		serverDraft(headBytes(switchingLines({}, 'HTTP/1.0 101 Switching Protocols'))),
	'body-after-101': () => {
		const lines = switchingLines({ 'Content-Type': 'text/plain', 'Content-Length': '5' });
		return serverDraft(headBytes(lines, utf8('Hello')));
	}
};
