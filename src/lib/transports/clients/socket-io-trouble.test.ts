import { expect, it } from 'vitest';
import { troubleOfDisconnect, troubleOfError } from './socket-io-trouble.ts';

/** What Engine.IO's client makes of a request that failed. */
const transportError = (description: unknown) =>
	Object.assign(new Error('xhr poll error'), { type: 'TransportError', description });

it.each([
	['a request without an answer', transportError(0), { kind: 'network' }],
	['an event of a WebSocket', transportError(new Event('error')), { kind: 'network' }],
	['404', transportError(404), { kind: 'unknown-lane' }],
	['403', transportError(403), { kind: 'refused', status: 403 }],
	['413', transportError(413), { kind: 'too-large' }],
	['503', transportError(503), { kind: 'busy', retryAfter: 1_000 }],
	['500', transportError(500), { kind: 'bad-answer' }],
	['an answer of 200 that is none', transportError(200), { kind: 'bad-answer' }],
	['a time that has passed', new Error('timeout'), { kind: 'network' }],
	[
		'a refused CONNECT',
		Object.assign(new Error('bad'), { data: { status: 400 } }),
		{ kind: 'refused', status: 400 }
	],
	[
		'a CONNECT of a lane that has ended',
		Object.assign(new Error('gone'), { data: { status: 404 } }),
		{ kind: 'unknown-lane' }
	]
])('a connection that fails with %s is told', (_, error, trouble) => {
	expect(troubleOfError(error)).toEqual(trouble);
});

const closed = (code: number, reason = '') => ({
	description: 'websocket connection closed',
	context: { code, reason }
});

it.each([
	['a WebSocket that is cut', 'transport close', closed(1006), { kind: 'network' }],
	['a message that is too large', 'transport close', closed(1009), { kind: 'too-large' }],
	['a body that is too large', 'transport error', transportError(413), { kind: 'too-large' }],
	['a lane that has ended', 'transport close', closed(1000), { kind: 'unknown-lane' }],
	['a server that shuts down', 'transport close', closed(1001), { kind: 'closing' }],
	['a slow reader', 'transport close', closed(1013), { kind: 'slow-reader' }],
	[
		'another code',
		'transport close',
		closed(1008, 'no'),
		{ kind: 'closed', code: 1008, reason: 'no' }
	],
	['a session that the server forgot', 'transport error', transportError(400), { kind: 'network' }],
	['silence', 'ping timeout', undefined, { kind: 'network' }],
	['a packet of no sense', 'parse error', new Error('invalid'), { kind: 'bad-answer' }]
] as const)('a connection that ends with %s is told', (_, reason, details, trouble) => {
	expect(troubleOfDisconnect(reason, details)).toEqual(trouble);
});
