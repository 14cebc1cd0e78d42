/** What every address of an event stream refuses, and that it is recorded before it is answered. */
import { describe, expect, it } from 'vitest';
import { LONG, POLL, POST, SOCKET, STREAM, useTransportLab } from './support/transport-lab.ts';

const transports = useTransportLab();

describe('what every address refuses', () => {
	it.each([
		['an unknown lane', '/lab/events/poll?lane=NONE', 404, 'unknown or has ended'],
		['no lane', '/lab/events/stream', 404, 'unknown or has ended'],
		['a cursor that is no number', `${POLL}&after=x`, 400, 'whole number'],
		['a negative cursor', `${LONG}&after=-1`, 400, 'whole number'],
		['a fraction', `${STREAM}&after=1.5`, 400, 'whole number'],
		[
			'a cursor beyond the last event',
			`${POLL}&after=2`,
			400,
			'the newest event of this stream is 1'
		],
		['two cursors', `${POLL}&after=0&after=1`, 400, 'given once'],
		['a hold that is too long', `${LONG}&hold=61`, 400, 'from 5 to 60'],
		['a hold that is too short', `${LONG}&hold=4`, 400, 'from 5 to 60'],
		['a hold that is no number', `${LONG}&hold=1e1`, 400, 'from 5 to 60'],
		['a WebSocket without a handshake', SOCKET, 426, 'opening handshake']
	])('%s', async (_name, target, status, text) => {
		transports.lane.log.append('one');
		const response = await transports.ask(target);
		expect([response.status, await response.text()]).toEqual([
			status,
			expect.stringContaining(text)
		]);
	});

	it.each([POLL, LONG, STREAM, POST])('a page of another origin at %s', async (target) => {
		const method = target === POST ? 'POST' : 'GET';
		const client = await transports.askRaw(target, { Origin: 'http://evil.example' }, method);
		await client.untilAfterHead(1);
		expect(client.text).toMatch(/^HTTP\/1.1 403 /);
		expect(transports.lane.observed).toEqual([]);
	});

	it('an unknown Host', async () => {
		const client = await transports.askRaw(POLL, { Host: 'evil.example' });
		await client.untilAfterHead(1);
		expect(client.text).toMatch(/^HTTP\/1.1 421 /);
	});

	it.each([
		[POLL, 'PUT', 405, 'GET, HEAD, OPTIONS'],
		[LONG, 'POST', 405, 'GET, HEAD, OPTIONS'],
		[STREAM, 'DELETE', 405, 'GET, HEAD, OPTIONS'],
		[POST, 'GET', 405, 'POST, OPTIONS'],
		[POST, 'OPTIONS', 204, 'POST, OPTIONS'],
		[STREAM, 'OPTIONS', 204, 'GET, HEAD, OPTIONS']
	])('%s with %s is %i, and says what is allowed', async (target, method, status, allow) => {
		const response = await transports.ask(target, { method });
		expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
	});

	it.each([POLL, LONG, STREAM])('HEAD of %s has a head and no body, at once', async (target) => {
		const response = await transports.ask(target, { method: 'HEAD' });
		expect([response.status, await response.text()]).toEqual([200, '']);
	});

	it.each([
		['an unknown lane', '/ws/events?lane=NONE', {}, 404],
		['a bad cursor', `${SOCKET}&after=9`, {}, 400],
		['another origin', SOCKET, { Origin: 'http://evil.example' }, 403],
		['an unknown Host', SOCKET, { Host: 'evil.example' }, 421]
	])('a WebSocket of %s', async (_name, target, headers, status) => {
		const client = await transports.openSocket(target, headers);
		expect(client.text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});
});

it('every exchange of a lane is recorded before it is answered, refusals too', async () => {
	await transports.ask(POLL);
	await transports.ask(`${POLL}&after=9`);
	await transports.ask(POST, { method: 'PUT' });
	await transports.openSocket();
	expect(transports.lane.observed).toEqual([
		'GET request',
		'GET request',
		'PUT request',
		'GET upgrade'
	]);
});
