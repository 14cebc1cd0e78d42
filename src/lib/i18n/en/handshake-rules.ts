/**
 * The rules of the opening handshake: what each check asks, and each broken rule, by code:
 * `short` for the pin beside the bytes, `rule` for the panel.
 */
import { httpRules } from './handshake-rules/http-rules.ts';
import { requestRules } from './handshake-rules/request-rules.ts';
import { responseRules } from './handshake-rules/response-rules.ts';

export const handshakeRules = {
	checks: {
		'request-valid': 'The request is valid HTTP.',
		method: 'The method is GET.',
		'http-version': 'The version is HTTP/1.1 or higher.',
		target: 'The target is a path, or an absolute http or https URI.',
		host: 'There is one Host, and it names a host.',
		upgrade: 'Upgrade includes websocket.',
		connection: 'Connection includes Upgrade.',
		key: 'There is one Sec-WebSocket-Key: 16 bytes in base64.',
		version: 'There is one Sec-WebSocket-Version: 13.',
		origin: 'Origin, if there is one, is an origin.',
		subprotocols: 'Sec-WebSocket-Protocol, if there is one, lists tokens, none of them twice.',
		extensions: 'Sec-WebSocket-Extensions, if there is one, follows its grammar.',
		'response-valid': 'The response is valid HTTP.',
		status: 'The status is 101.',
		'response-http-version': 'The version is HTTP/1.1 or higher.',
		'response-upgrade': 'Upgrade is websocket and nothing else.',
		'response-connection': 'Connection includes Upgrade.',
		accept: 'Sec-WebSocket-Accept is what this key demands.',
		'accepted-extensions':
			'The extensions in use were offered, with parameters that fit the offer.',
		'chosen-subprotocol': 'The subprotocol, if there is one, was offered.',
		'supported-versions': 'A refusal over the version names the versions spoken.'
	},
	violations: { ...httpRules, ...requestRules, ...responseRules }
};
