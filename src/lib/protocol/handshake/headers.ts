/**
 * The headers that occur in a WebSocket handshake: who sets them, who checks them, which section
 * defines them. What they mean is said in words by the dictionaries, by the same ids.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 * @see https://websockets.spec.whatwg.org/#websocket-opening-handshake
 */
import { asciiLowerCase } from '../http/http-token.ts';

/** Who decides the value: `page` is its script, as far as the browser lets it. */
export type HeaderSetter = 'browser' | 'page' | 'server' | 'proxy';

/** Who refuses or changes something over it; `application`: the site's own code. */
export type HeaderChecker = 'server' | 'browser' | 'application' | 'proxy' | 'nobody';

export interface HeaderUse {
	readonly setBy: HeaderSetter;
	readonly checkedBy: HeaderChecker;
	/** Section of RFC 6455, or another specification's name and section. */
	readonly section: string;
	/** Whether a handshake without it is refused by a strict peer. */
	readonly isRequired: boolean;
}

export interface HeaderInfo {
	readonly id: HeaderId;
	/** As it is usually written. */
	readonly name: string;
	/** Null where it has no place in a request. */
	readonly request: HeaderUse | null;
	/** Null where it has no place in a response. */
	readonly response: HeaderUse | null;
	/** Whether its values are to be masked on screen and in exports. */
	readonly isSecret: boolean;
}

type Uses = Pick<HeaderInfo, 'request' | 'response'> & { name: string; isSecret?: true };

function use(setBy: HeaderSetter, checkedBy: HeaderChecker, section: string): HeaderUse {
	return { setBy, checkedBy, section, isRequired: false };
}

function must(setBy: HeaderSetter, checkedBy: HeaderChecker, section: string): HeaderUse {
	return { setBy, checkedBy, section, isRequired: true };
}

const USES = {
	host: { name: 'Host', request: must('browser', 'server', '4.1'), response: null },
	upgrade: {
		name: 'Upgrade',
		request: must('browser', 'server', '4.1'),
		response: must('server', 'browser', '4.2.2')
	},
	connection: {
		name: 'Connection',
		request: must('browser', 'server', '4.1'),
		response: must('server', 'browser', '4.2.2')
	},
	'sec-websocket-key': {
		name: 'Sec-WebSocket-Key',
		request: must('browser', 'server', '11.3.1'),
		response: null
	},
	'sec-websocket-version': {
		name: 'Sec-WebSocket-Version',
		request: must('browser', 'server', '11.3.5'),
		response: use('server', 'nobody', '4.4')
	},
	'sec-websocket-protocol': {
		name: 'Sec-WebSocket-Protocol',
		request: use('page', 'server', '11.3.4'),
		response: use('server', 'browser', '11.3.4')
	},
	'sec-websocket-extensions': {
		name: 'Sec-WebSocket-Extensions',
		request: use('browser', 'server', '11.3.2'),
		response: use('server', 'browser', '11.3.2')
	},
	'sec-websocket-accept': {
		name: 'Sec-WebSocket-Accept',
		request: null,
		response: must('server', 'browser', '11.3.3')
	},
	origin: {
		name: 'Origin',
		request: use('browser', 'application', '10.2'),
		response: null
	},
	'user-agent': both('User-Agent', use('browser', 'nobody', 'RFC 9110 10.1.5'), null),
	accept: both('Accept', use('browser', 'nobody', 'RFC 9110 12.5.1'), null),
	'accept-encoding': both('Accept-Encoding', use('browser', 'nobody', 'RFC 9110 12.5.3'), null),
	'accept-language': both(
		'Accept-Language',
		use('browser', 'application', 'RFC 9110 12.5.4'),
		null
	),
	'cache-control': both(
		'Cache-Control',
		use('browser', 'proxy', 'RFC 9111 5.2'),
		use('server', 'browser', 'RFC 9111 5.2')
	),
	pragma: both('Pragma', use('browser', 'proxy', 'RFC 9111 5.4'), null),
	cookie: secret('Cookie', use('browser', 'application', 'RFC 6265 5.4'), null),
	'set-cookie': secret('Set-Cookie', null, use('server', 'browser', 'RFC 6265 5.2')),
	authorization: secret('Authorization', use('browser', 'application', 'RFC 9110 11.6.2'), null),
	'www-authenticate': both('WWW-Authenticate', null, use('server', 'nobody', 'RFC 9110 11.6.1')),
	'proxy-authorization': secret(
		'Proxy-Authorization',
		use('browser', 'proxy', 'RFC 9110 11.7.2'),
		null
	),
	'proxy-authenticate': both(
		'Proxy-Authenticate',
		null,
		use('proxy', 'browser', 'RFC 9110 11.7.1')
	),
	'proxy-connection': both('Proxy-Connection', use('browser', 'nobody', 'RFC 9112 C.2.2'), null),
	'http2-settings': both('HTTP2-Settings', use('browser', 'nobody', 'RFC 7540 3.2.1'), null),
	'sec-fetch-dest': both(
		'Sec-Fetch-Dest',
		use('browser', 'application', 'Fetch Metadata 2.1'),
		null
	),
	'sec-fetch-mode': both(
		'Sec-Fetch-Mode',
		use('browser', 'application', 'Fetch Metadata 2.2'),
		null
	),
	'sec-fetch-site': both(
		'Sec-Fetch-Site',
		use('browser', 'application', 'Fetch Metadata 2.3'),
		null
	),
	'sec-fetch-user': both(
		'Sec-Fetch-User',
		use('browser', 'application', 'Fetch Metadata 2.4'),
		null
	),
	'sec-fetch-storage-access': both(
		'Sec-Fetch-Storage-Access',
		use('browser', 'application', 'Storage Access Headers'),
		null
	),
	dnt: both('DNT', use('browser', 'application', 'Tracking Preference Expression 5.2'), null),
	'sec-gpc': both('Sec-GPC', use('browser', 'application', 'Global Privacy Control 3.2'), null),
	'x-forwarded-for': both('X-Forwarded-For', use('proxy', 'application', 'RFC 7239 7.4'), null),
	'x-forwarded-host': both('X-Forwarded-Host', use('proxy', 'application', 'RFC 7239 5.3'), null),
	'x-forwarded-proto': both('X-Forwarded-Proto', use('proxy', 'application', 'RFC 7239 5.4'), null),
	forwarded: both('Forwarded', use('proxy', 'application', 'RFC 7239 4'), null),
	via: both(
		'Via',
		use('proxy', 'nobody', 'RFC 9110 7.6.3'),
		use('proxy', 'nobody', 'RFC 9110 7.6.3')
	),
	date: both('Date', null, use('server', 'nobody', 'RFC 9110 6.6.1')),
	server: both('Server', null, use('server', 'nobody', 'RFC 9110 10.2.4')),
	location: both('Location', null, use('server', 'nobody', 'RFC 9110 10.2.2')),
	allow: both('Allow', null, use('server', 'nobody', 'RFC 9110 10.2.1')),
	'retry-after': both('Retry-After', null, use('server', 'nobody', 'RFC 9110 10.2.3')),
	'content-type': both(
		'Content-Type',
		use('page', 'application', 'RFC 9110 8.3'),
		use('server', 'browser', 'RFC 9110 8.3')
	),
	'content-length': both(
		'Content-Length',
		use('browser', 'server', 'RFC 9112 6.2'),
		use('server', 'browser', 'RFC 9112 6.2')
	),
	'transfer-encoding': both(
		'Transfer-Encoding',
		use('browser', 'server', 'RFC 9112 6.1'),
		use('server', 'browser', 'RFC 9112 6.1')
	),
	'keep-alive': both('Keep-Alive', null, use('server', 'browser', 'RFC 9112 C.2.2')),
	'strict-transport-security': both(
		'Strict-Transport-Security',
		null,
		use('server', 'browser', 'RFC 6797 6.1')
	),
	'clear-site-data': both('Clear-Site-Data', null, use('server', 'browser', 'Clear Site Data 3.1')),
	'alt-svc': both('Alt-Svc', null, use('server', 'browser', 'RFC 7838 3')),
	/** Leftovers of drafts (hixie-76, hybi-00 to hybi-07): no section of RFC 6455 knows them. */
	'sec-websocket-key1': both('Sec-WebSocket-Key1', use('browser', 'nobody', 'draft'), null),
	'sec-websocket-key2': both('Sec-WebSocket-Key2', use('browser', 'nobody', 'draft'), null),
	'sec-websocket-origin': both(
		'Sec-WebSocket-Origin',
		use('browser', 'nobody', 'draft'),
		use('server', 'nobody', 'draft')
	),
	'sec-websocket-location': both('Sec-WebSocket-Location', null, use('server', 'nobody', 'draft'))
} as const satisfies Record<string, Uses>;

function both(name: string, request: HeaderUse | null, response: HeaderUse | null) {
	return { name, request, response } as const;
}

function secret(name: string, request: HeaderUse | null, response: HeaderUse | null) {
	return { name, request, response, isSecret: true } as const;
}

/** Lower case name of a known header. */
export type HeaderId = keyof typeof USES;

/** Every known header by its id, which is its name in lower case. */
export const HEADERS: Readonly<Record<HeaderId, HeaderInfo>> = Object.fromEntries(
	Object.entries<Uses>(USES).map(([id, { name, request, response, isSecret = false }]) => [
		id,
		{ id: id as HeaderId, name, request, response, isSecret }
	])
) as Record<HeaderId, HeaderInfo>;

/** Null for a header that has no known place in a message of this kind. */
export type FindHeaderUse = (name: string, kind: 'request' | 'response') => HeaderUse | null;

/** As a handshake uses it, by its name in any case. */
export const headerUse: FindHeaderUse = (name, kind) => headerInfo(name)?.[kind] ?? null;

/** What is known of a header, by its name in any case; null for a name that is not in the table. */
export function headerInfo(name: string): HeaderInfo | null {
	const id = asciiLowerCase(name);
	return Object.hasOwn(HEADERS, id) ? HEADERS[id as HeaderId] : null;
}
