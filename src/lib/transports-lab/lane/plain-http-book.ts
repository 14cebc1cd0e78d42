/**
 * What is said of a head in an exchange that is no WebSocket handshake: there the same headers mean
 * something else, and others come with them.
 */
import { handshakeBook, type HeadBook } from '#lib/diagrams/handshake/head-book.ts';
import type { Text } from '#lib/i18n/text.ts';
import {
	headerUse,
	type HeaderChecker,
	type HeaderSetter,
	type HeaderUse
} from '#lib/protocol/handshake/headers.ts';
import { asciiLowerCase } from '#lib/protocol/http/http-token.ts';

interface Uses {
	readonly request?: HeaderUse;
	readonly response?: HeaderUse;
}

function use(setBy: HeaderSetter, checkedBy: HeaderChecker, section: string): HeaderUse {
	return { setBy, checkedBy, section, isRequired: false };
}

/** Where it differs from the handshake's table, which has all the others. */
const USES: ReadonlyMap<string, Uses> = new Map(
	Object.entries<Uses>({
		host: { request: use('browser', 'server', 'RFC 9110 7.2') },
		connection: {
			request: use('browser', 'server', 'RFC 9110 7.6.1'),
			response: use('server', 'browser', 'RFC 9110 7.6.1')
		},
		upgrade: {
			request: use('browser', 'server', 'RFC 9110 7.8'),
			response: use('server', 'browser', 'RFC 9110 7.8')
		},
		origin: { request: use('browser', 'application', 'RFC 6454 7') },
		'if-none-match': { request: use('page', 'server', 'RFC 9110 13.1.2') },
		'if-modified-since': { request: use('browser', 'server', 'RFC 9110 13.1.3') },
		'last-event-id': { request: use('browser', 'application', 'HTML 9.2.4') },
		referer: { request: use('browser', 'application', 'RFC 9110 10.1.3') },
		priority: { request: use('browser', 'server', 'RFC 9218 5') },
		'sec-ch-ua': { request: use('browser', 'nobody', 'UA Client Hints') },
		'sec-ch-ua-mobile': { request: use('browser', 'nobody', 'UA Client Hints') },
		'sec-ch-ua-platform': { request: use('browser', 'nobody', 'UA Client Hints') },
		etag: { response: use('server', 'browser', 'RFC 9110 8.8.3') },
		'last-modified': { response: use('server', 'browser', 'RFC 9110 8.8.2') },
		vary: { response: use('server', 'proxy', 'RFC 9110 12.5.5') },
		'content-encoding': { response: use('server', 'browser', 'RFC 9110 8.4') },
		'x-content-type-options': { response: use('server', 'browser', 'Fetch Standard') },
		'x-accel-buffering': { response: use('server', 'proxy', 'nginx') }
	})
);

interface HeaderWords {
	readonly meaning: string;
	readonly without: string;
}

export function plainHttpBook(text: Text): HeadBook {
	const words = text.transportsLab.lane.http;
	const common = handshakeBook(text);
	const own = new Map<string, HeaderWords>(Object.entries(words.headers));
	const wordsOf = (name: string) => own.get(asciiLowerCase(name)) ?? null;
	const parts = new Map<string, string>(Object.entries(words.parts));
	return {
		meaningOf(name) {
			if (isOfHandshake(name)) return words.ofHandshake;
			const isKnown = common.withoutOf(name) !== null;
			return wordsOf(name)?.meaning ?? (isKnown ? common.meaningOf(name) : words.unknown);
		},
		withoutOf: (name) =>
			isOfHandshake(name) ? null : (wordsOf(name)?.without ?? common.withoutOf(name)),
		useOf(name, kind) {
			if (isOfHandshake(name)) return null;
			const uses = USES.get(asciiLowerCase(name));
			return uses ? (uses[kind] ?? null) : headerUse(name, kind);
		},
		partOf: (field) => parts.get(field) ?? null
	};
}

const isOfHandshake = (name: string) => asciiLowerCase(name).startsWith('sec-websocket-');
