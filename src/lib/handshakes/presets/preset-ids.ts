/**
 * Handshakes to begin with, by group, in the order of the menu: each legal kind, each classic
 * mistake, and the drafts that came before RFC 6455. No id stands on both sides: their words are
 * kept in one table.
 */

/** What the client may write. All of `legal` is so to a strict reader; the groups say what differs. */
export const REQUEST_PRESET_IDS = {
	legal: [
		'browser',
		'rfc-example',
		'minimal',
		'lower-case-names',
		'connection-list',
		'upgrade-list',
		'absolute-http',
		'subprotocols',
		'deflate-offer',
		'deflate-fallbacks',
		'extension-unknown',
		'key-loose-bits'
	],
	/** Who is asked decides: our own endpoints, each with its answer. */
	endpoint: [
		'plain-get',
		'unknown-path',
		'unknown-query',
		'guarded-without-token',
		'guarded-foreign-origin',
		'guarded'
	],
	'start-line': [
		'post',
		'head-method',
		'lower-case-method',
		'http-1-0',
		'no-http-version',
		'absolute-ws',
		'fragment',
		'space-in-target',
		'two-spaces'
	],
	header: [
		'no-host',
		'two-hosts',
		'no-upgrade',
		'upgrade-h2c',
		'no-connection',
		'connection-keep-alive',
		'no-key',
		'key-15-bytes',
		'key-not-base64',
		'key-placeholder',
		'key-twice',
		'no-version',
		'version-8',
		'version-12',
		'version-25',
		'version-leading-zero',
		'version-twice',
		'origin-malformed'
	],
	negotiation: [
		'subprotocol-twice',
		'subprotocol-empty-element',
		'subprotocol-with-space',
		'extension-empty-element',
		'extension-unclosed-quote',
		'deflate-unacceptable'
	],
	syntax: [
		'bare-lf',
		'bare-cr',
		'no-colon',
		'space-before-colon',
		'space-in-name',
		'space-before-headers',
		'folded',
		'nul',
		'injection',
		'empty-line-first',
		'length-and-chunked'
	],
	/** What is wrong, or odd, is not one header but when bytes come, and how many. */
	stream: [
		'byte-by-byte',
		'line-by-line',
		'frame-with-request',
		'request-before',
		'request-after',
		'never-ends',
		'head-64k',
		'fin-after-request',
		'tls-hello'
	],
	history: ['hixie-75', 'hixie-76', 'hybi-07', 'hybi-10']
} as const;

/** What the server may write. */
export const RESPONSE_PRESET_IDS = {
	accepted: [
		'due',
		'due-lower-case',
		'due-connection-list',
		'due-subprotocol',
		'due-deflate',
		'due-frame',
		'due-cookie',
		'due-after-103',
		'due-drafts-leftovers'
	],
	broken: [
		'accept-of-example',
		'accept-missing',
		'accept-twice',
		'accept-of-decoded-key',
		'accept-in-hex',
		'accept-extra-character',
		'answer-no-upgrade',
		'answer-upgrade-h2c',
		'answer-upgrade-list',
		'answer-no-connection',
		'answer-connection-close',
		'subprotocol-not-offered',
		'subprotocol-other-case',
		'subprotocol-list',
		'extension-not-offered',
		'deflate-unknown-parameter',
		'deflate-window-16',
		'deflate-agreed-twice',
		'answer-http-1-0',
		'body-after-101'
	],
	refusal: [
		'status-200',
		'status-302',
		'status-400',
		'status-401',
		'status-403',
		'status-404',
		'status-426',
		'status-503'
	],
	syntax: [
		'answer-bare-lf',
		'answer-no-colon',
		'answer-space-before-colon',
		'answer-folded',
		'answer-nul',
		'answer-no-reason-space',
		'answer-status-letters',
		'answer-not-http'
	],
	stream: [
		'answer-byte-by-byte',
		'answer-silence',
		'answer-never-ends',
		'answer-fin-in-head',
		'answer-head-64k'
	],
	history: ['answer-hixie-76']
} as const;

export type RequestPresetGroup = keyof typeof REQUEST_PRESET_IDS;
export type RequestPresetId = (typeof REQUEST_PRESET_IDS)[RequestPresetGroup][number];
export type ResponsePresetGroup = keyof typeof RESPONSE_PRESET_IDS;
export type ResponsePresetId = (typeof RESPONSE_PRESET_IDS)[ResponsePresetGroup][number];
export type HandshakePresetId = RequestPresetId | ResponsePresetId;
