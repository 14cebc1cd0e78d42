/** Responses that do not switch protocols: by their status, or because they are none. */
import type { Recipe, ResponseRecipes } from './preset.ts';
import { fillingLines, headBytes, serverDraft, switchingLines, utf8 } from './write-head.ts';

/** A whole HTTP answer with a short text. */
function refusal(status: string, headers: readonly string[], text: string) {
	const body = utf8(`${text}\n`);
	const lines = [
		`HTTP/1.1 ${status}`,
		...headers,
		'Content-Type: text/plain; charset=utf-8',
		`Content-Length: ${body.length}`
	];
	return serverDraft(headBytes(lines, body));
}

export const REFUSALS: ResponseRecipes<'refusal'> = {
	'status-200': () => refusal('200 OK', [], 'A page, not a WebSocket.'),
	'status-302': ({ origin }) =>
		refusal('302 Found', [`Location: ${origin}/ws/echo`], 'Over there.'),
	// §4.4's own example, which names three versions.
	'status-400': () =>
		refusal('400 Bad Request', ['Sec-WebSocket-Version: 13, 8, 7'], 'Another version, please.'),
	'status-401': () =>
		refusal('401 Unauthorized', ['WWW-Authenticate: Basic realm="wire101"'], 'Who are you?'),
	'status-403': () => refusal('403 Forbidden', [], 'Not from this page.'),
	'status-404': () => refusal('404 Not Found', [], 'Nothing is here.'),
	'status-426': () =>
		refusal(
			'426 Upgrade Required',
			['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'],
			'Only as a WebSocket.'
		),
	'status-503': () => refusal('503 Service Unavailable', ['Retry-After: 120'], 'Full. Come back.')
};

const withLines =
	(...lines: readonly string[]): Recipe =>
	() =>
		serverDraft(headBytes([...switchingLines(), ...lines]));
const startsWith =
	(start: string): Recipe =>
	() =>
		serverDraft(headBytes(switchingLines({}, start)));

export const BROKEN_HEADS: ResponseRecipes<'syntax'> = {
	'answer-bare-lf': () => serverDraft(headBytes(switchingLines(), undefined, '\n')),
	'answer-no-colon': withLines('Server handwritten'),
	'answer-space-before-colon': withLines('Server : handwritten'),
	'answer-folded': withLines('Server: hand', ' written'),
	'answer-nul': withLines('Server: hand\0written'),
	'answer-no-reason-space': startsWith('HTTP/1.1 101'),
	'answer-status-letters': startsWith('HTTP/1.1 1O1 Switching Protocols'),
	'answer-not-http': () => serverDraft(utf8('SSH-2.0-OpenSSH_9.9\r\n'))
};

const due = () => headBytes(switchingLines());

export const STREAM_RESPONSES: ResponseRecipes<'stream'> = {
	'answer-byte-by-byte': () => serverDraft(due(), { pace: 'bytes', gap: 5 }),
	'answer-silence': () => serverDraft(new Uint8Array(0)),
	'answer-never-ends': () => serverDraft(due().slice(0, -2)),
	'answer-fin-in-head': () =>
		serverDraft(utf8(switchingLines().slice(0, 2).join('\r\n')), { end: 'fin' }),
	'answer-head-64k': withLines(...fillingLines())
};

export const DRAFT_RESPONSES: ResponseRecipes<'history'> = {
	// hixie-76 §1.2: what follows the head is the MD5 of two numbers and the client's eight bytes.
	'answer-hixie-76': ({ host, origin }) =>
		serverDraft(
			headBytes(
				[
					'HTTP/1.1 101 WebSocket Protocol Handshake',
					'Upgrade: WebSocket',
					'Connection: Upgrade',
					`Sec-WebSocket-Origin: ${origin}`,
					`Sec-WebSocket-Location: ws://${host}/ws/raw`
				],
				utf8("8jKS'y:G*Co,Wxa-")
			)
		)
};
