/**
 * Every rule of the opening handshake: the checks, in the order they are made, and the faults
 * that each of them finds.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.1
 */
import { refused, tolerated, type HttpRule } from '../http/http-violation.ts';

/** What a strict server reads in a request, with the section that asks for it. */
export const REQUEST_CHECKS = {
	'request-valid': '4.1',
	method: '4.2.1',
	'http-version': '4.2.1',
	target: '4.2.1',
	host: '4.2.1',
	upgrade: '4.2.1',
	connection: '4.2.1',
	key: '4.2.1',
	version: '4.2.1',
	origin: '4.2.1',
	subprotocols: '4.2.1',
	extensions: '4.2.1'
} as const;

/** What a strict client reads in a response. */
export const RESPONSE_CHECKS = {
	'response-valid': '4.1',
	status: '4.1',
	'response-http-version': '4.2.2',
	'response-upgrade': '4.1',
	'response-connection': '4.1',
	accept: '4.1',
	'accepted-extensions': '4.1',
	'chosen-subprotocol': '4.1',
	'supported-versions': '4.4'
} as const;

type RequestCheckId = keyof typeof REQUEST_CHECKS;
export type ResponseCheckId = keyof typeof RESPONSE_CHECKS;
export type HandshakeCheckId = RequestCheckId | ResponseCheckId;

const failed = (section: string) => refused(section, null);

export const HANDSHAKE_RULES = {
	'method-not-get': refused('4.2.1', 405),
	'http-version-too-low': refused('4.2.1', 400),
	'target-not-resource': refused('4.2.1', 400),
	'target-has-fragment': refused('3', 400),
	'host-empty': refused('4.1', 400),
	// Without both of them it is no request to upgrade: RFC 9110 §15.5.22 says what to answer.
	'upgrade-missing': refused('4.2.1', 426),
	'upgrade-not-websocket': refused('4.2.1', 400),
	'connection-missing': refused('4.2.1', 426),
	'connection-without-upgrade': refused('4.2.1', 426),
	'key-missing': refused('4.2.1', 400),
	'key-not-base64': refused('4.2.1', 400),
	'key-not-16-bytes': refused('4.2.1', 400),
	'key-duplicated': refused('11.3.1', 400),
	'version-missing': refused('4.2.1', 400),
	'version-malformed': refused('4.3', 400),
	'version-unsupported': refused('4.2.2', 426),
	'version-duplicated': refused('11.3.5', 400),
	'origin-malformed': refused('RFC 6454 7.1', 400),
	'origin-duplicated': refused('RFC 6454 7.3', 400),
	'subprotocol-empty': refused('4.1', 400),
	'subprotocol-not-token': refused('4.1', 400),
	'subprotocol-repeated': refused('4.1', 400),
	'extension-list-empty': refused('9.1', 400),
	// RFC 2616 §2.1, whose list rule §9.1 cites, lets receivers skip empty elements.
	'extension-empty-element': tolerated('RFC 9110 5.6.1'),
	'extension-name-not-token': refused('9.1', 400),
	'extension-parameter-not-token': refused('9.1', 400),
	'extension-value-not-token': refused('9.1', 400),
	'extension-quote-unclosed': refused('9.1', 400),
	// RFC 7692 §7.1: a server declines such an offer, the handshake goes on without it.
	'deflate-offer-parameter-unknown': tolerated('RFC 7692 7.1'),
	'deflate-offer-parameter-repeated': tolerated('RFC 7692 7.1'),
	'deflate-offer-value-invalid': tolerated('RFC 7692 7.1'),

	'status-not-101': failed('4.1'),
	'response-http-version-too-low': failed('RFC 9110 15.2'),
	// RFC 9112 §6.3: whatever its headers say, a 1xx ends with its head.
	'content-in-101': tolerated('RFC 9110 15.2'),
	'response-upgrade-missing': failed('4.1'),
	'response-upgrade-not-websocket': failed('4.1'),
	'response-connection-missing': failed('4.1'),
	'response-connection-without-upgrade': failed('4.1'),
	'accept-missing': failed('4.1'),
	'accept-mismatch': failed('4.1'),
	'accept-duplicated': failed('11.3.3'),
	'extension-not-offered': failed('4.1'),
	'extensions-header-duplicated': failed('11.3.2'),
	'subprotocol-not-offered': failed('4.1'),
	'chosen-subprotocol-not-token': failed('4.2.2'),
	'subprotocol-header-duplicated': failed('11.3.4'),
	'supported-versions-missing': failed('4.4'),
	'deflate-accepted-twice': failed('RFC 7692 5'),
	'deflate-parameter-unknown': failed('RFC 7692 7.1'),
	'deflate-parameter-repeated': failed('RFC 7692 7.1'),
	'deflate-value-invalid': failed('RFC 7692 7.1'),
	'deflate-parameter-not-offered': failed('RFC 7692 7.1.2.2'),
	'deflate-parameter-left-out': failed('RFC 7692 7.1'),
	'deflate-window-too-large': failed('RFC 7692 7.1.2')
} as const satisfies Record<string, HttpRule>;

export type HandshakeRuleCode = keyof typeof HANDSHAKE_RULES;

/** A broken rule at bytes `start` to `end` (exclusive) of the head. */
export interface HandshakeFault {
	readonly code: HandshakeRuleCode;
	readonly start: number;
	readonly end: number;
}
