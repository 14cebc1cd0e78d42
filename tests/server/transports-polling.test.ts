/** Short and long polling of an event stream. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LONG, POLL, useTransportLab } from './support/transport-lab.ts';

const transports = useTransportLab();

const EVENT = '{"id":1,"data":"one"}';

describe('short polling', () => {
	it('tells what came after the cursor', async () => {
		transports.lane.log.append('one');
		transports.lane.log.append('two');
		const response = await transports.ask(`${POLL}&after=1`);
		expect(await response.json()).toEqual({ last: 2, gap: null, events: [{ id: 2, data: 'two' }] });
		expect(response.headers.get('cache-control')).toBe('private, no-cache');
	});

	it.each([
		['W/"1"', 304],
		['"0", W/"1"', 304],
		['*', 304],
		['W/"2"', 200]
	])('answers If-None-Match: %s with %i', async (tag, status) => {
		transports.lane.log.append('one');
		const headers = { 'If-None-Match': tag };
		expect((await transports.ask(`${POLL}&after=1`, { headers })).status).toBe(status);
	});

	it('is compressed where lane and client want it', async () => {
		transports.zipped.log.append('one');
		const client = await transports.askRaw('/lab/events/poll?lane=ZIP', {
			'Accept-Encoding': 'br, gzip'
		});
		await client.untilAfterHead(20);
		expect(client.text).toContain('Content-Encoding: gzip');
		expect(gunzipSync(client.afterHead).toString()).toContain(EVENT);
	});

	it.each(['gzip;q=0', 'br', ''])('is not compressed for %j', async (encodings) => {
		const client = await transports.askRaw('/lab/events/poll?lane=ZIP', {
			'Accept-Encoding': encodings
		});
		await client.untilAfterHead(2);
		expect(client.text).not.toContain('Content-Encoding');
		expect(client.text).toContain('Vary: Accept-Encoding');
	});
});

describe('long polling', () => {
	it('answers at once where events wait', async () => {
		transports.lane.log.append('one');
		expect(await (await transports.ask(LONG)).json()).toMatchObject({ last: 1 });
	});

	it('holds a question until there is an event', async () => {
		const answer = transports.ask(`${LONG}&after=0`);
		await transports.untilHeld(1);
		transports.lane.log.append('one');
		expect(await (await answer).text()).toBe(`{"last":1,"gap":null,"events":[${EVENT}]}`);
		expect(transports.lab.held()).toBe(0);
	});

	it('answers with nothing after its time, whatever Node’s own timeouts are', async () => {
		Object.assign(transports.server, {
			requestTimeout: 1000,
			headersTimeout: 1000,
			keepAliveTimeout: 1000
		});
		const response = await transports.ask(`${LONG}&hold=5`);
		expect(await response.json()).toEqual({ last: 0, gap: null, events: [] });
	}, 15_000);

	it('refuses more than it holds, and tells the lane', async () => {
		const held = [await transports.askRaw(LONG), await transports.askRaw(LONG)];
		await transports.untilHeld(2);
		const response = await transports.ask(LONG);
		expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
		expect(transports.lane.drops).toEqual(['too-many-held']);
		transports.lane.log.append('one');
		for (const client of held) await client.untilAfterHead(20);
		expect(held.map(({ text }) => text.includes(EVENT))).toEqual([true, true]);
	});

	it('gives the place of a client that left to another', async () => {
		const gone = await transports.askRaw(LONG);
		await transports.untilHeld(1);
		gone.destroy();
		await transports.untilHeld(0);
	});

	it('answers when the lane ends', async () => {
		const answer = transports.ask(LONG);
		await transports.untilHeld(1);
		transports.lane.end();
		expect((await answer).status).toBe(200);
		expect((await transports.ask(LONG)).status).toBe(404);
	});
});
