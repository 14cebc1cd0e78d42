/**
 * Headers that can be added to a draft by name, each with a value to begin with that is in order.
 */
import { ACCEPT_HOLE } from '#lib/handshakes/draft/handshake-draft.ts';
import type { PresetContext } from '#lib/handshakes/presets/preset.ts';
import { HEADERS, type HeaderId } from '#lib/protocol/handshake/headers.ts';
import type { Direction } from '#lib/protocol/direction.ts';

export type HeaderGroup = 'handshake' | 'browser' | 'site' | 'server' | 'http' | 'proxy' | 'draft';

export interface HeaderOffer {
	readonly id: HeaderId;
	readonly name: string;
	readonly group: HeaderGroup;
}

const HANDSHAKE: readonly HeaderId[] = [
	'host',
	'upgrade',
	'connection',
	'sec-websocket-key',
	'sec-websocket-accept',
	'sec-websocket-version',
	'sec-websocket-protocol',
	'sec-websocket-extensions',
	'origin'
];
const HTTP: readonly HeaderId[] = [
	'content-type',
	'content-length',
	'transfer-encoding',
	'cache-control',
	'pragma',
	'keep-alive',
	'http2-settings'
];
const SITE: readonly HeaderId[] = ['cookie', 'authorization', 'proxy-authorization'];
const ORDER: readonly HeaderGroup[] = [
	'handshake',
	'site',
	'browser',
	'server',
	'http',
	'proxy',
	'draft'
];

/** Known headers that have a place in what this side writes, by group. */
export function headerOffers(role: Direction): readonly HeaderOffer[] {
	const kind = role === 'client' ? 'request' : 'response';
	return Object.values(HEADERS)
		.filter((info) => info[kind] !== null)
		.map(({ id, name }) => ({ id, name, group: groupOf(id, role) }))
		.sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group) || rank(a.id) - rank(b.id));
}

function rank(id: HeaderId): number {
	const at = HANDSHAKE.indexOf(id);
	return at < 0 ? HANDSHAKE.length : at;
}

function groupOf(id: HeaderId, role: Direction): HeaderGroup {
	if (HANDSHAKE.includes(id)) return 'handshake';
	const use = HEADERS[id][role === 'client' ? 'request' : 'response'];
	if (use?.section === 'draft') return 'draft';
	if (use?.setBy === 'proxy' || id === 'proxy-connection') return 'proxy';
	if (HTTP.includes(id)) return 'http';
	if (SITE.includes(id)) return 'site';
	return role === 'client' ? 'browser' : 'server';
}

type Values = Partial<Readonly<Record<HeaderId, string>>>;

const REQUEST: Values = {
	upgrade: 'websocket',
	connection: 'Upgrade',
	'sec-websocket-version': '13',
	'sec-websocket-protocol': 'chat, superchat',
	'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits',
	'cache-control': 'no-cache',
	pragma: 'no-cache',
	'accept-encoding': 'gzip, deflate, br',
	accept: '*/*',
	cookie: 'session=1',
	authorization: 'Bearer wire101',
	'sec-fetch-dest': 'websocket',
	'sec-fetch-mode': 'websocket',
	'sec-fetch-site': 'same-origin',
	'content-length': '0',
	'transfer-encoding': 'chunked',
	'content-type': 'text/plain',
	dnt: '1',
	'sec-gpc': '1',
	via: '1.1 proxy',
	'x-forwarded-for': '203.0.113.7',
	'x-forwarded-proto': 'https',
	forwarded: 'for=203.0.113.7;proto=https',
	'proxy-connection': 'keep-alive',
	'sec-websocket-key1': '4 @1  46546xW%0l 1 5',
	'sec-websocket-key2': '12998 5 Y3 1  .P00'
};

const RESPONSE: Values = {
	upgrade: 'websocket',
	connection: 'Upgrade',
	'sec-websocket-accept': ACCEPT_HOLE,
	'sec-websocket-version': '13',
	'sec-websocket-protocol': 'chat',
	'sec-websocket-extensions': 'permessage-deflate',
	server: 'wire101',
	location: '/ws/echo',
	allow: 'GET',
	'retry-after': '30',
	'content-type': 'text/plain; charset=utf-8',
	'content-length': '0',
	'transfer-encoding': 'chunked',
	'cache-control': 'no-store',
	'keep-alive': 'timeout=5',
	'set-cookie': 'wire101=1; Path=/; Max-Age=60',
	'www-authenticate': 'Bearer',
	'proxy-authenticate': 'Basic realm="proxy"',
	'strict-transport-security': 'max-age=0',
	'clear-site-data': '"cache"',
	'alt-svc': 'clear',
	via: '1.1 proxy'
};

/** A value to begin with; empty where only the student can know one. */
export function firstValue(id: HeaderId, role: Direction, context: PresetContext): string {
	const { host, origin, userAgent, language } = context;
	if (id === 'sec-websocket-key') return context.newKey();
	const own: Values = {
		host,
		origin,
		'user-agent': userAgent,
		'accept-language': language,
		'x-forwarded-host': host,
		'sec-websocket-origin': origin,
		'sec-websocket-location': `ws://${host}/`
	};
	return own[id] ?? (role === 'client' ? REQUEST : RESPONSE)[id] ?? '';
}
