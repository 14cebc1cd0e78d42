/** What a page is told of the exchanges of its lanes, and of the connections that carry them. */
import { describe, expect, it, vi } from 'vitest';
import { MESSAGES_PATH } from '#lib/transports/wire/addresses.ts';
import { eventually } from './channel-harness.ts';
import { laneRecords, laneTold, sumOf, type Bytes } from './support/lane-records.ts';
import {
	ask,
	crossed,
	doneRecords,
	pathOf,
	startSource,
	useStreamLab
} from './support/stream-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const streams = useStreamLab();

describe('a pooled connection', () => {
	it('carries exchanges of several lanes and of nobody, each told apart to the byte', async () => {
		const opened = await streams.open(['short-polling', 'short-polling']);
		const [one, two] = opened.keys;
		const client = await streams.connect();
		const asked: Bytes[] = [];
		for (const path of [
			pathOf('short-polling', one),
			'/healthz',
			pathOf('short-polling', two),
			pathOf('short-polling', 'A'.repeat(22)),
			`${pathOf('short-polling', one)}&after=0`,
			'/a-page'
		]) {
			const { client: up, server: down } = await ask(client, streams.get(path));
			asked.push({ client: up, server: down });
		}
		const records = await doneRecords(opened, 3);
		expect(records.map(({ lane }) => lane)).toEqual([1, 2, 1]);
		expect(records.map(({ total }) => total)).toEqual([asked[0], asked[2], asked[4]]);
		expect(records.map(({ socket }) => socket)).toEqual([1, 1, 1]);
	});

	it('may carry them in one write, without a pause', async () => {
		const opened = await streams.open(['short-polling', 'short-polling']);
		const [one, two] = opened.keys;
		const message = streams.post(
			`${MESSAGES_PATH}?lane=${two}`,
			'{"message":"你好"}'.replace('你好', 'hi')
		);
		const texts = [
			streams.get(pathOf('short-polling', one)),
			streams.get('/healthz'),
			message,
			streams.get('/healthz')
		];
		const client = await streams.connect();
		client.write(texts.join(''));
		await client.until(({ text }) => text.split('HTTP/1.1 2').length === 5);
		const records = await doneRecords(opened, 2);
		expect(records.map(({ client: bytes }) => bytes)).toEqual([texts[0], texts[2]]);
		expect(records.map(({ server }) => server.split('\r\n')[0])).toEqual([
			'HTTP/1.1 200 OK',
			'HTTP/1.1 204 No Content'
		]);
	});

	it('is told once to have closed, after what it carried', async () => {
		const opened = await streams.open(['short-polling', 'long-polling']);
		const client = await streams.connect();
		await ask(client, streams.get(pathOf('short-polling', opened.keys[0])));
		client.write(streams.get(pathOf('long-polling', opened.keys[1], '&hold=60')));
		await eventually(() => laneRecords(opened.page.events).length === 2);
		client.destroy();
		await eventually(() => laneTold(opened.page.events, 'socket-closed').length === 1);
		const names = opened.page.events.flatMap((event) =>
			event.kind === 'lane' ? [event.told.name] : []
		);
		expect(names).toEqual(['exchange', 'done', 'exchange', 'done', 'socket-closed']);
		expect(laneTold(opened.page.events, 'socket-closed')).toEqual([
			{ name: 'socket-closed', socket: 1 }
		]);
	});

	it('has another number than the next one', async () => {
		const opened = await streams.open(['short-polling']);
		for (let n = 0; n < 2; n++) {
			const client = await streams.connect();
			await ask(client, streams.get(pathOf('short-polling', opened.keys[0])));
		}
		const records = await doneRecords(opened, 2);
		expect(records.map(({ socket }) => socket)).toEqual([1, 2]);
	});
});

describe('an exchange', () => {
	it('is told from its first byte to its end', async () => {
		const opened = await streams.open(['short-polling']);
		const client = await streams.connect();
		await ask(client, streams.get(pathOf('short-polling', opened.keys[0])));
		const [record] = await doneRecords(opened, 1);
		const told = record?.events.map((event) =>
			event.kind === 'lane' ? event.told.name : event.kind
		);
		expect(told).toEqual(['exchange', 'accepted', 'data', 'data', 'done']);
		const times = record?.events.map(({ t }) => t).filter((_t, index) => index !== 1) ?? [];
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});

	it('ends with the body that came after its answer', async () => {
		const opened = await streams.open(['short-polling']);
		const client = await streams.connect();
		const path = `${MESSAGES_PATH}?lane=${opened.keys[0]}`;
		const body = 'x'.repeat(200_000);
		client.write(streams.post(path, body).slice(0, -150_000));
		await client.until(({ text }) => text.includes('413'));
		client.write('x'.repeat(150_000));
		await ask(client, streams.get(pathOf('short-polling', opened.keys[0])));
		const records = await doneRecords(opened, 2);
		expect(records[0]?.total.client).toBe(streams.post(path, body).length);
		expect(sumOf(records)).toEqual(crossed(client.socket));
	});

	it('has the interim answer of one who asks first', async () => {
		const opened = await streams.open(['short-polling']);
		const client = await streams.connect();
		const body = '{"message":"hi"}';
		const text = streams.post(
			`${MESSAGES_PATH}?lane=${opened.keys[0]}`,
			body,
			'Expect: 100-continue\r\n'
		);
		client.write(text.slice(0, -body.length));
		await client.until(({ text: got }) => got.includes('100 Continue'));
		client.write(body);
		await client.until(({ text: got }) => got.includes('204'));
		const records = await doneRecords(opened, 1);
		expect(sumOf(records)).toEqual(crossed(client.socket));
		expect(records[0]?.server).toBe(client.text);
	});

	it('is recorded where its cursor is refused', async () => {
		const opened = await streams.open(['short-polling']);
		const client = await streams.connect();
		await ask(client, streams.get(pathOf('short-polling', opened.keys[0], '&after=7')));
		const [record] = await doneRecords(opened, 1);
		expect(record?.server).toBe(client.text);
		expect(record?.server).toMatch(/^HTTP\/1\.1 400 /);
	});

	it('is no part of a recording that could be forgotten', async () => {
		const opened = await streams.open(['short-polling']);
		const client = await streams.connect();
		await ask(client, streams.get(pathOf('short-polling', opened.keys[0])));
		const [record] = await doneRecords(opened, 1);
		const { connection = 0 } = record ?? {};
		expect(await opened.page.codeOf({ type: 'forget', connection })).toBe('unknown-connection');
	});

	it('loses nothing over a break of the channel', async () => {
		const opened = await streams.open(['short-polling']);
		await startSource(opened);
		const client = await streams.connect();
		for (let n = 0; n < 40; n++) {
			if (n % 10 === 5) opened.page.lose();
			await ask(client, streams.get(pathOf('short-polling', opened.keys[0])));
		}
		const records = await doneRecords(opened, 40);
		expect(records).toHaveLength(40);
		expect(sumOf(records)).toEqual(crossed(client.socket));
	});
});
