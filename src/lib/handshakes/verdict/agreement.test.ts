import { describe, expect, it } from 'vitest';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { readHead } from '#lib/protocol/http/read-head.ts';
import { checkRequest, checkResponse } from '#lib/protocol/handshake/opening-handshake.ts';
import { head, switching, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import { compareHandshake, EXPLANATION_SECTIONS, EXPLANATIONS } from './agreement.ts';
import type { BrowserAnswer, HandshakeAnswer } from './answer.ts';
import { judgeRows } from './judge-rows.ts';

const encoder = new TextEncoder();
const GOOD = checkRequest(readHead('request', upgradeRequest('Origin: http://localhost')));

const NOTHING: HandshakeAnswer = {
	kind: 'waiting',
	status: null,
	author: null,
	head: null,
	body: '',
	asked: null,
	after: null,
	request: null,
	response: null
};

function refusal(status: number, author: HandshakeAnswer['author'] = null, body = '') {
	const lines = head(`HTTP/1.1 ${status} No`, 'Upgrade: websocket');
	const read = readHead('response', lines);
	if (read.kind !== 'response') throw new TypeError('not a response');
	return { ...NOTHING, kind: 'refused', status, author, body, head: read } as const;
}

// What our own server really answers is compared in tests/server/handshake-answers.test.ts.
describe('a valid request', () => {
	it.each<[HandshakeAnswer, string, string | null]>([
		[NOTHING, 'none', null],
		[{ ...NOTHING, kind: 'abandoned' }, 'none', null],
		[{ ...NOTHING, kind: 'silent' }, 'disagree', 'unanswered'],
		[{ ...NOTHING, kind: 'reset' }, 'disagree', 'ended-unanswered'],
		[{ ...NOTHING, kind: 'not-http' }, 'disagree', 'not-http'],
		[refusal(401, 'ws'), 'open', 'token-demanded'],
		[refusal(403, 'ws'), 'open', 'origin-forbidden'],
		[refusal(404, 'lab'), 'open', 'no-endpoint'],
		[refusal(503), 'open', 'busy'],
		[refusal(502), 'open', 'gateway'],
		[refusal(426, 'lab'), 'disagree', 'upgrade-lost'],
		[refusal(400, 'ws', 'Invalid Upgrade header'), 'disagree', 'upgrade-list-refused'],
		[refusal(400), 'disagree', 'refused']
	])('and %o: %s, %s', (answer, kind, explanation) => {
		expect(compareHandshake(GOOD, answer, 'client')).toMatchObject({ kind, explanation });
	});
});

describe('a request that is not whole', () => {
	it.each<[HandshakeAnswer, string]>([
		[refusal(408, 'node'), 'head-unfinished'],
		[refusal(431, 'node'), 'head-too-large'],
		[refusal(400, 'node'), 'head-no-http'],
		[{ ...NOTHING, kind: 'silent' }, 'head-unfinished']
	])('is nobody’s fault but its own: %o, %s', (answer, explanation) => {
		expect(compareHandshake(null, answer, 'client')).toMatchObject({ kind: 'open', explanation });
	});
});

describe('a response', () => {
	const told = (
		kind: BrowserAnswer['kind'],
		given: Partial<BrowserAnswer> = {}
	): BrowserAnswer => ({
		kind,
		head: null,
		hasInterim: false,
		offered: [],
		protocol: null,
		extensions: null,
		close: null,
		hasError: kind === 'failed',
		...given
	});
	const read = (bytes: Uint8Array, ...offers: string[]) => {
		const response = readHead('response', bytes);
		return checkResponse(response, readHead('request', upgradeRequest(...offers)));
	};
	const text = new TextDecoder().decode(switching());
	const changed = (from: string, to: string) => read(encoder.encode(text.replaceAll(from, to)));
	const DEFLATE = 'Sec-WebSocket-Extensions: permessage-deflate';

	/* As Chromium 156 and Firefox 153 behave, the former unless said otherwise. */
	it('that is longer than a strict reader takes is nobody’s fault', () => {
		expect(compareHandshake(null, told('opened'), 'server')).toMatchObject({
			kind: 'open',
			explanation: 'head-longer-than-read'
		});
	});

	it.each<[string, ReturnType<typeof read>, BrowserAnswer, string, string | null]>([
		['that is right opens', read(switching()), told('opened'), 'agree', null],
		[
			'with a wrong Accept fails',
			changed('Accept: s', 'Accept: x'),
			told('failed'),
			'agree',
			'failure-hidden'
		],
		[
			'in lines of LF opens',
			changed('\r\n', '\n'),
			told('opened'),
			'disagree',
			'browser-takes-bare-lf'
		],
		[
			'of HTTP/1.0 opens',
			changed('HTTP/1.1', 'HTTP/1.0'),
			told('opened'),
			'disagree',
			'browser-takes-http-1-0'
		],
		[
			'with a line without colon opens',
			read(switching('broken')),
			told('opened'),
			'disagree',
			'browser-takes-http-fault'
		],
		[
			'with two of Upgrade opens in Firefox',
			read(switching('Upgrade: websocket')),
			told('opened'),
			'disagree',
			'browser-takes-upgrade-list'
		],
		[
			'with an unasked subprotocol opens in Firefox',
			read(switching('Sec-WebSocket-Protocol: a')),
			told('opened'),
			'disagree',
			'browser-takes-subprotocol'
		],
		[
			'without a subprotocol that was asked for fails',
			read(switching()),
			told('failed', { offered: ['a'] }),
			'disagree',
			'subprotocol-owed'
		],
		[
			'with an empty list element fails',
			read(switching(`${DEFLATE},`), DEFLATE),
			told('failed'),
			'disagree',
			'empty-element-refused'
		],
		[
			'after an interim one fails',
			read(switching()),
			told('failed', { hasInterim: true }),
			'disagree',
			'interim-refused'
		],
		[
			'that only the browser refuses',
			read(switching()),
			told('failed'),
			'disagree',
			'browser-refuses'
		],
		['that is still to be judged', read(switching()), told('waiting'), 'none', null],
		['that is not whole', read(switching()), told('unanswered'), 'open', 'browser-waits']
	])('%s', (_name, strict, answer, kind, explanation) => {
		expect(compareHandshake(strict, answer, 'server')).toMatchObject({ kind, explanation });
	});

	it.each([
		[302, 'redirect-not-followed'],
		[401, 'challenge-not-answered'],
		[503, 'failure-hidden']
	])('of status %i: %s', (status, explanation) => {
		const response = readHead('response', head(`HTTP/1.1 ${status} No`));
		if (response.kind !== 'response') throw new TypeError('not a response');
		const answer = told('failed', { head: response });
		const strict = checkResponse(response, null);
		expect(compareHandshake(strict, answer, 'server').explanation).toBe(explanation);
	});

	it('is judged by a page in one word for all checks', () => {
		const peers = (answer: BrowserAnswer) => [
			...new Set(judgeRows(read(switching()), answer).map(({ peer }) => peer))
		];
		expect(peers(told('opened'))).toEqual(['took']);
		expect(peers(told('failed'))).toEqual(['unsaid']);
	});
});

describe('the rows of a refusal', () => {
	it.each<[HandshakeAnswer, string, string]>([
		[refusal(405, 'ws', 'Invalid HTTP method'), 'method', 'Invalid HTTP method'],
		[
			refusal(400, 'ws', 'Missing or invalid Sec-WebSocket-Key header'),
			'key',
			'Missing or invalid Sec-WebSocket-Key header'
		],
		[refusal(400, 'node'), 'request-valid', '400 No'],
		[refusal(426, 'lab', 'This is a WebSocket endpoint'), 'upgrade', 'Upgrade: websocket'],
		[refusal(404, 'lab', 'There is nothing'), 'target', 'There is nothing'],
		[refusal(403, 'ws', 'This Origin may not'), 'origin', 'This Origin may not']
	])('%o object to %s', (answer, check, quote) => {
		const rows = judgeRows(GOOD, answer).filter(({ peer }) => peer === 'objected');
		expect(rows.map((row) => [row.check.id, row.quote])).toEqual([[check, quote]]);
	});

	it('are without an objection where no word names a header', () => {
		const rows = judgeRows(GOOD, refusal(503, 'lab', 'Try again'));
		expect(rows.every(({ peer, quote }) => peer === 'unsaid' && quote === null)).toBe(true);
	});

	it('quote one line of bounded length', () => {
		const body = `Origin ${'x'.repeat(500)}\r\nsecond`;
		const row = judgeRows(GOOD, refusal(403, 'ws', body)).find(({ quote }) => quote !== null);
		expect(row?.quote).toHaveLength(121);
	});
});

describe.each([
	['English', en],
	['Chinese', zh]
])('the explanations in %s', (_, { handshakeLab }) => {
	it('are those that can be given, each with its sections', () => {
		const ids = [...EXPLANATIONS].sort();
		expect(Object.keys(handshakeLab.verdicts.explanations).sort()).toEqual(ids);
		expect(Object.keys(EXPLANATION_SECTIONS).sort()).toEqual(ids);
	});
});
