/** Requests that break HTTP itself, that come at an odd time, or from another age. */
import { decodeBase64 } from '#lib/protocol/base64.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import type { PresetContext, Recipe, RequestRecipes } from './preset.ts';
import {
	CLIENT_HELLO,
	clientDraft,
	ECHO,
	fillingLines,
	headBytes,
	requestLines,
	utf8
} from './write-head.ts';

/** A handshake with these lines behind its own. */
const withLines =
	(...lines: readonly string[]): Recipe =>
	(context) =>
		clientDraft(headBytes([...requestLines(context), ...lines]));

function withSecondLine(line: string): Recipe {
	return (context) => clientDraft(headBytes(requestLines(context).toSpliced(1, 0, line)));
}

export const SYNTAX_MISTAKES: RequestRecipes<'syntax'> = {
	'bare-lf': (context) => clientDraft(headBytes(requestLines(context), undefined, '\n')),
	'bare-cr': withLines('User-Agent: hand\rwritten'),
	'no-colon': withLines('User-Agent handwritten'),
	'space-before-colon': withLines('User-Agent : handwritten'),
	'space-in-name': withLines('User Agent: handwritten'),
	'space-before-headers': withSecondLine(' User-Agent: handwritten'),
	folded: withLines('User-Agent: hand', ' written'),
	nul: withLines('User-Agent: hand\0written'),
	// What a program makes of a value that it took from somebody and wrote as it was.
	injection: withLines('User-Agent: handwritten\r\nHost: elsewhere.example'),
	'empty-line-first': (context) => clientDraft(headBytes(['', ...requestLines(context)])),
	'length-and-chunked': (context) => {
		const lines = [...requestLines(context), 'Content-Length: 5', 'Transfer-Encoding: chunked'];
		return clientDraft(headBytes(lines, utf8('0\r\n\r\n')));
	}
};

const plain = ({ host }: PresetContext) => headBytes([`GET ${ECHO} HTTP/1.1`, `Host: ${host}`]);
const standard = (context: PresetContext, after?: Uint8Array) =>
	headBytes(requestLines(context), after);

export const STREAM_REQUESTS: RequestRecipes<'stream'> = {
	'byte-by-byte': (context) => clientDraft(standard(context), { pace: 'bytes', gap: 5 }),
	'line-by-line': (context) => clientDraft(standard(context), { pace: 'lines', gap: 250 }),
	'frame-with-request': (context) => clientDraft(standard(context, CLIENT_HELLO)),
	'request-before': (context) => clientDraft(joinBytes([plain(context), standard(context)])),
	'request-after': (context) => clientDraft(standard(context, plain(context))),
	'never-ends': (context) => clientDraft(standard(context).slice(0, -2)),
	'head-64k': withLines(...fillingLines()),
	'fin-after-request': (context) => clientDraft(standard(context), { end: 'fin' }),
	'tls-hello': (context) => clientDraft(clientHello(context))
};

/**
 * What a client of wss:// says first: a ClientHello (RFC 8446 §4.1.2), here as short as it may be.
 */
function clientHello({ newKey }: PresetContext): Uint8Array<ArrayBuffer> {
	const suites = [0x00, 0x02, 0x13, 0x01];
	const versions = [0x00, 0x2b, 0x00, 0x03, 0x02, 0x03, 0x04];
	const body = joinBytes([
		Uint8Array.of(0x03, 0x03),
		random(newKey()),
		random(newKey()),
		Uint8Array.of(0x00, ...suites, 0x01, 0x00, 0x00, versions.length, ...versions)
	]);
	const { length } = body;
	return joinBytes([
		Uint8Array.of(0x16, 0x03, 0x01, 0x00, length + 4, 0x01, 0x00, 0x00, length),
		body
	]);
}

/** The 16 bytes of a key. */
function random(key: string): Uint8Array {
	const decoding = decodeBase64(key);
	const bytes = new Uint8Array(16);
	if (decoding.isValid) bytes.set(decoding.bytes.subarray(0, 16));
	return bytes;
}

/** hixie-76 §1.2: the two keys hide numbers, and eight bytes follow the head. */
const HIXIE_KEYS = ['4 @1  46546xW%0l 1 5', '12998 5 Y3 1  .P00'] as const;
const HIXIE_CHALLENGE = utf8('^n:ds[4U');

const hybi =
	(number: string): Recipe =>
	(context) =>
		clientDraft(
			headBytes(
				requestLines(context, {
					'Sec-WebSocket-Version': number,
					'Sec-WebSocket-Origin': context.origin
				})
			)
		);

export const DRAFT_REQUESTS: RequestRecipes<'history'> = {
	'hixie-75': ({ host, origin }) =>
		clientDraft(
			headBytes([
				`GET ${ECHO} HTTP/1.1`,
				'Upgrade: WebSocket',
				'Connection: Upgrade',
				`Host: ${host}`,
				`Origin: ${origin}`,
				'WebSocket-Protocol: chat'
			])
		),
	'hixie-76': ({ host, origin }) =>
		clientDraft(
			headBytes(
				[
					`GET ${ECHO} HTTP/1.1`,
					`Host: ${host}`,
					'Connection: Upgrade',
					`Sec-WebSocket-Key2: ${HIXIE_KEYS[1]}`,
					'Sec-WebSocket-Protocol: chat',
					'Upgrade: WebSocket',
					`Sec-WebSocket-Key1: ${HIXIE_KEYS[0]}`,
					`Origin: ${origin}`
				],
				HIXIE_CHALLENGE
			)
		),
	'hybi-07': hybi('7'),
	'hybi-10': hybi('8')
};
