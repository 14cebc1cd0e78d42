import { describe, expect, it } from 'vitest';
import { latin1 } from '#lib/protocol/latin1.ts';
import { compileDraft } from '../draft/compile-draft.ts';
import { draftFaults } from '../draft/draft-faults.ts';
import type { HandshakePresetId, RequestPresetId, ResponsePresetId } from './preset-ids.ts';
import type { PresetContext } from './preset.ts';
import { readDraft } from '../draft/read-draft.ts';
import { REQUEST_PRESETS } from './request-presets.ts';
import { RESPONSE_PRESETS } from './response-presets.ts';
import { actingHeaders } from '../draft/safe-response.ts';

const KEYS = ['dGhlIHNhbXBsZSBub25jZQ==', 'x3JJHMbDL1EzLkh9GBhXDw=='];

function context(): PresetContext {
	let made = 0;
	return {
		host: '127.0.0.1:3000',
		origin: 'http://127.0.0.1:3000',
		userAgent: 'Mozilla/5.0',
		language: 'en',
		newKey: () => KEYS[made++ % KEYS.length] as string
	};
}

const ALL = [...REQUEST_PRESETS, ...RESPONSE_PRESETS];
const draftOf = (id: HandshakePresetId) => {
	const preset = ALL.find((each) => each.id === id);
	if (!preset) throw new Error(id);
	return preset.build(context());
};
const codes = (id: HandshakePresetId) => {
	const { violations } = readDraft(draftOf(id)).verdict;
	return [...new Set(violations.map(({ code }) => code))];
};

/** Requests that a strict server takes, though some break a rule that it is to overlook. */
const TAKEN: Readonly<Partial<Record<RequestPresetId, readonly string[]>>> = {
	browser: [],
	'rfc-example': [],
	minimal: [],
	'lower-case-names': [],
	'connection-list': [],
	'upgrade-list': [],
	'absolute-http': [],
	subprotocols: [],
	'deflate-offer': [],
	'deflate-fallbacks': [],
	'extension-unknown': [],
	'key-loose-bits': [],
	// Legal handshakes: it is the endpoint that refuses some of them.
	'unknown-path': [],
	'unknown-query': [],
	'guarded-without-token': [],
	'guarded-foreign-origin': [],
	guarded: [],
	'extension-empty-element': ['extension-empty-element'],
	'deflate-unacceptable': ['deflate-offer-value-invalid'],
	'empty-line-first': ['empty-line-before-start'],
	// What is odd about them is no part of the head.
	'byte-by-byte': [],
	'line-by-line': [],
	'frame-with-request': [],
	'request-after': [],
	'fin-after-request': []
};

const REFUSED: Readonly<Partial<Record<RequestPresetId, readonly string[]>>> = {
	'plain-get': ['upgrade-missing', 'connection-without-upgrade', 'key-missing', 'version-missing'],
	post: ['method-not-get'],
	'head-method': ['method-not-get'],
	'lower-case-method': ['method-not-get'],
	'http-1-0': ['http-version-too-low'],
	'no-http-version': ['http-version-malformed'],
	'absolute-ws': ['target-not-resource'],
	fragment: ['target-has-fragment'],
	'space-in-target': ['target-has-whitespace'],
	'two-spaces': ['start-line-spacing'],
	'no-host': ['host-missing'],
	'two-hosts': ['host-duplicated'],
	'no-upgrade': ['upgrade-missing'],
	'upgrade-h2c': ['upgrade-not-websocket'],
	'no-connection': ['connection-missing'],
	'connection-keep-alive': ['connection-without-upgrade'],
	'no-key': ['key-missing'],
	'key-15-bytes': ['key-not-16-bytes'],
	'key-not-base64': ['key-not-base64'],
	'key-placeholder': ['key-not-base64'],
	'key-twice': ['key-duplicated'],
	'no-version': ['version-missing'],
	'version-8': ['version-unsupported'],
	'version-12': ['version-unsupported'],
	'version-25': ['version-unsupported'],
	'version-leading-zero': ['version-malformed'],
	'version-twice': ['version-duplicated'],
	'origin-malformed': ['origin-malformed'],
	'subprotocol-twice': ['subprotocol-repeated'],
	'subprotocol-empty-element': ['subprotocol-empty'],
	'subprotocol-with-space': ['subprotocol-not-token'],
	'extension-unclosed-quote': ['extension-quote-unclosed'],
	'bare-lf': ['bare-lf'],
	'bare-cr': ['bare-cr'],
	'no-colon': ['header-without-colon'],
	'space-before-colon': ['space-before-colon'],
	'space-in-name': ['header-name-not-token'],
	'space-before-headers': ['whitespace-before-headers'],
	folded: ['obs-fold'],
	nul: ['value-control-character'],
	injection: ['host-duplicated'],
	'length-and-chunked': ['content-length-with-transfer-encoding'],
	// The first head is the plain request.
	'request-before': ['upgrade-missing', 'connection-missing', 'key-missing', 'version-missing'],
	'never-ends': [],
	'head-64k': ['head-too-large'],
	'tls-hello': [
		'method-not-get',
		'http-version-too-low',
		'target-not-resource',
		'upgrade-missing',
		'connection-missing',
		'key-missing',
		'version-missing'
	],
	'hixie-75': ['key-missing', 'version-missing'],
	'hixie-76': ['key-missing', 'version-missing'],
	'hybi-07': ['version-unsupported'],
	'hybi-10': ['version-unsupported']
};

/** Responses with which a strict client opens. */
const OPENED: Readonly<Partial<Record<ResponsePresetId, readonly string[]>>> = {
	due: [],
	'due-lower-case': [],
	'due-connection-list': [],
	'due-subprotocol': [],
	'due-deflate': [],
	'due-frame': [],
	'due-cookie': [],
	'due-drafts-leftovers': [],
	'body-after-101': ['content-in-101'],
	'answer-byte-by-byte': []
};

const FAILED: Readonly<Partial<Record<ResponsePresetId, readonly string[]>>> = {
	// The first head is an interim response, which says nothing yet.
	'due-after-103': [],
	'accept-of-example': ['accept-mismatch'],
	'accept-missing': ['accept-missing'],
	'accept-twice': ['accept-duplicated'],
	'accept-of-decoded-key': ['accept-mismatch'],
	'accept-in-hex': ['accept-mismatch'],
	'accept-extra-character': ['accept-mismatch'],
	'answer-no-upgrade': ['response-upgrade-missing'],
	'answer-upgrade-h2c': ['response-upgrade-not-websocket'],
	'answer-upgrade-list': ['response-upgrade-not-websocket'],
	'answer-no-connection': ['response-connection-missing'],
	'answer-connection-close': ['response-connection-without-upgrade'],
	'subprotocol-not-offered': ['subprotocol-not-offered'],
	'subprotocol-other-case': ['subprotocol-not-offered'],
	'subprotocol-list': ['chosen-subprotocol-not-token'],
	'extension-not-offered': ['extension-not-offered'],
	'deflate-unknown-parameter': ['deflate-parameter-unknown'],
	'deflate-window-16': ['deflate-value-invalid'],
	'deflate-agreed-twice': ['deflate-accepted-twice'],
	'answer-http-1-0': ['response-http-version-too-low'],
	'status-200': ['status-not-101'],
	'status-302': ['status-not-101'],
	'status-400': ['status-not-101'],
	'status-401': ['status-not-101'],
	'status-403': ['status-not-101'],
	'status-404': ['status-not-101'],
	'status-426': ['status-not-101'],
	'status-503': ['status-not-101'],
	'answer-bare-lf': ['bare-lf'],
	'answer-no-colon': ['header-without-colon'],
	'answer-space-before-colon': ['space-before-colon'],
	'answer-folded': ['obs-fold'],
	'answer-nul': ['value-control-character'],
	'answer-no-reason-space': ['reason-space-missing'],
	'answer-status-letters': ['status-malformed'],
	'answer-not-http': ['status-malformed'],
	'answer-silence': ['status-not-101'],
	'answer-never-ends': [],
	'answer-fin-in-head': ['response-connection-missing', 'accept-missing'],
	'answer-head-64k': ['head-too-large'],
	'answer-hixie-76': ['accept-missing']
};

describe('the presets', () => {
	it('have a verdict each in these tables, and an id of their own', () => {
		const listed = [TAKEN, REFUSED, OPENED, FAILED].flatMap((table) => Object.keys(table));
		expect(listed.sort()).toEqual(ALL.map(({ id }) => id).sort());
	});

	it.each(ALL)('$id can be sent as it is', ({ id }) => {
		const draft = draftOf(id);
		expect(draftFaults(draft, { maxBytes: 2 ** 22, maxWrites: 2 ** 16, maxSeconds: 60 })).toEqual(
			[]
		);
		expect(compileDraft(draft)).toHaveProperty('steps');
	});

	it.each(REQUEST_PRESETS)('$id is a client’s', ({ id }) => {
		expect(draftOf(id).role).toBe('client');
	});

	it.each(RESPONSE_PRESETS)('$id is a server’s', ({ id }) => {
		expect(draftOf(id).role).toBe('server');
	});

	it('make up nothing: every key is asked for', () => {
		const texts = REQUEST_PRESETS.map((preset) =>
			latin1(preset.build({ ...context(), newKey: () => '(a key)' }).bytes)
		);
		expect(texts.filter((text) => text.includes('(a key)')).length).toBeGreaterThan(40);
		expect(texts.some((text) => text.includes(KEYS[1] as string))).toBe(false);
	});

	it('ask for a second word only where the browser would act', () => {
		const acting = RESPONSE_PRESETS.filter(({ id }) => actingHeaders(draftOf(id).bytes).length > 0);
		expect(acting.map(({ id }) => id)).toEqual(['due-cookie', 'status-401']);
	});
});

const cases = (table: Readonly<Record<string, readonly string[]>>) =>
	Object.entries(table) as [HandshakePresetId, readonly string[]][];

describe('a strict peer', () => {
	it.each(cases({ ...TAKEN, ...OPENED }))('goes on after %s', (id, expected) => {
		expect(readDraft(draftOf(id)).verdict.isAccepted).toBe(true);
		expect(codes(id)).toEqual(expected);
	});

	it.each(cases({ ...REFUSED, ...FAILED }))('refuses %s', (id, expected) => {
		expect(readDraft(draftOf(id)).verdict.isAccepted).toBe(false);
		expect(codes(id)).toEqual(expected);
	});
});
