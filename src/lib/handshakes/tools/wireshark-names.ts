/**
 * Names that Wireshark gives to what it finds: fields for display filters, operations, close codes.
 *
 * @see https://www.wireshark.org/docs/dfref/w/websocket.html
 * @see https://www.wireshark.org/docs/dfref/h/http.html
 */

/** Header names in lower case, and the display filter field of each; others have none of their own. */
export const HEADER_FILTERS: Readonly<Record<string, string>> = {
	'accept-encoding': 'http.accept_encoding',
	'accept-language': 'http.accept_language',
	authorization: 'http.authorization',
	'cache-control': 'http.cache_control',
	connection: 'http.connection',
	'content-length': 'http.content_length_header',
	'content-type': 'http.content_type',
	cookie: 'http.cookie',
	date: 'http.date',
	host: 'http.host',
	location: 'http.location',
	'sec-websocket-accept': 'http.sec_websocket_accept',
	'sec-websocket-extensions': 'http.sec_websocket_extensions',
	'sec-websocket-key': 'http.sec_websocket_key',
	'sec-websocket-protocol': 'http.sec_websocket_protocol',
	'sec-websocket-version': 'http.sec_websocket_version',
	server: 'http.server',
	'set-cookie': 'http.set_cookie',
	upgrade: 'http.upgrade',
	'user-agent': 'http.user_agent',
	'www-authenticate': 'http.www_authenticate'
};

/** In the list of packets and in the tree. */
export const OPERATIONS: Readonly<Record<number, string>> = {
	0: 'Continuation',
	1: 'Text',
	2: 'Binary',
	8: 'Connection Close',
	9: 'Ping',
	10: 'Pong'
};

export const CLOSE_NAMES: Readonly<Record<number, string>> = {
	1000: 'Normal Closure',
	1001: 'Going Away',
	1002: 'Protocol error',
	1003: 'Unsupported Data',
	1004: '---Reserved----',
	1005: 'No Status Rcvd',
	1006: 'Abnormal Closure',
	1007: 'Invalid frame payload data',
	1008: 'Policy Violation',
	1009: 'Message Too Big',
	1010: 'Mandatory Ext.',
	1011: 'Internal Server',
	1015: 'TLS handshake'
};

/** Display filters worth keeping, and what each finds is in the words of the page. */
export const DISPLAY_FILTERS = {
	handshake: 'http.upgrade',
	switching: 'http.response.code == 101',
	refused: 'http.request.uri contains "/ws/" || http.response.code >= 400',
	frames: 'websocket',
	text: 'websocket.opcode == 1',
	control: 'websocket.opcode >= 8',
	close: 'websocket.payload.close.status_code',
	unmasked: 'websocket.mask == 0',
	fragments: 'websocket.fin == 0',
	compressed: 'websocket.pmc == 1',
	long: 'websocket.payload_length >= 126'
} as const;

export type DisplayFilterId = keyof typeof DISPLAY_FILTERS;
