/** Streams of a session: what may be opened, and that they leave nothing behind. */
import { once } from 'node:events';
import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import type { Command } from '#lib/channel/messages.ts';
import type { StreamSource } from '#lib/transports/stream-source.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { eventually } from './channel-harness.ts';
import { laneRecords } from './support/lane-records.ts';
import type { RawLabSettings, RawPage } from './support/raw-lab.ts';
import {
	ask,
	doneRecords,
	emittedBy,
	laneOf,
	openOn,
	pathOf,
	RACE,
	startSource,
	useStreamLab
} from './support/stream-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const streams = useStreamLab();

describe('a stream', () => {
	const closed = async (response: IncomingMessage): Promise<void> => {
		response.resume();
		await once(response, 'close');
	};

	/** An event stream that is open, through an agent of its own. */
	async function follow(key = ''): Promise<IncomingMessage> {
		const agent = new Agent();
		streams.destroyAfter(agent);
		const asked: ClientRequest = httpRequest({
			port: streams.lab.port,
			path: pathOf('server-sent-events', key),
			agent
		});
		asked.on('error', () => undefined);
		asked.end();
		const [response] = (await once(asked, 'response')) as [IncomingMessage];
		response.on('error', () => undefined);
		return response;
	}

	const nothing = { streams: 0, lanes: 0 };
	const isFreed = (): Promise<void> =>
		vi.waitFor(
			() => {
				expect(streams.lab.registry.counts).toMatchObject(nothing);
				expect(streams.lab.lab.held()).toBe(0);
			},
			{ timeout: 20_000 }
		);

	it('ends with its keys and connections when it is closed', async () => {
		const opened = await streams.open(['server-sent-events', 'short-polling']);
		await startSource(opened);
		const response = await follow(opened.keys[0]);
		const { page, stream } = opened;
		await page.command({ type: 'close-stream', stream });
		await closed(response);
		const { answer } = await ask(
			await streams.connect(),
			streams.get(pathOf('short-polling', opened.keys[1]))
		);
		expect(answer).toMatch(/^HTTP\/1\.1 404 /);
		await isFreed();
		for (const type of ['start-stream', 'stop-stream', 'close-stream'] as const) {
			expect(await page.codeOf({ type, stream })).toBe('unknown-stream');
		}
	});

	it.each<[string, (page: RawPage) => unknown]>([
		['its page leaves', (page) => page.channel.close()],
		['the server shuts down', () => streams.lab.lab.close()]
	])('ends when %s', async (_title, end) => {
		const opened = await streams.open(['server-sent-events']);
		await startSource(opened);
		const response = await follow(opened.keys[0]);
		const isClosed = closed(response);
		await end(opened.page);
		await isClosed;
		await isFreed();
		expect(streams.lab.registry.lanes.find(opened.keys[0] ?? '')).toBeNull();
	});

	it('ends with a session whose page does not come back', async () => {
		await streams.start({ session: { grace: 50 } });
		const opened = await openOn(streams.lab.openPage(60_000), ['server-sent-events']);
		await startSource(opened);
		const response = await follow(opened.keys[0]);
		const isClosed = closed(response);
		opened.page.lose();
		await isClosed;
		await isFreed();
	});

	it('takes one more lane, which has the events from the first', async () => {
		const opened = await streams.open(['short-polling']);
		await startSource(opened);
		await eventually(() => emittedBy(opened).last > 2);
		const { page, stream } = opened;
		const added = await page.command({ type: 'add-lane', stream, lane: laneOf('short-polling') });
		expect(added.lane).toBe(2);
		const { answer } = await ask(
			await streams.connect(),
			streams.get(pathOf('short-polling', added.key))
		);
		expect(answer).toContain('"events":[{"id":1,');
	});

	it.each<[string, Transport[], StreamSource, RawLabSettings, string | null]>([
		['a race', ['websocket'], RACE, {}, null],
		[
			'more lanes than a session has',
			['websocket', 'websocket'],
			RACE,
			lanesPerSession(1),
			'too-many-lanes'
		],
		[
			'a source that this server has not',
			['websocket'],
			{ kind: 'game' },
			{ session: {} },
			'bad-argument'
		]
	])('of %s', async (_title, transports, source, settings, code) => {
		await streams.start(settings);
		const page = streams.lab.openPage();
		const lanes = transports.map(laneOf);
		expect(await page.codeOf({ type: 'open-stream', source, lanes })).toBe(code);
		expect(streams.lab.registry.counts.lanes).toBe(code === null ? 1 : 0);
	});

	it('is one too many beyond the bound, until another is closed', async () => {
		const opened = await streams.open(['websocket'], { session: { maxSessionStreams: 1 } });
		const lanes = [laneOf('websocket')];
		const again: Command = { type: 'open-stream', source: RACE, lanes };
		expect(await opened.page.codeOf(again)).toBe('too-many-streams');
		await opened.page.command({ type: 'close-stream', stream: opened.stream });
		expect(await opened.page.codeOf(again)).toBeNull();
	});

	it('has lanes that other sessions know nothing of', async () => {
		const opened = await streams.open(['short-polling']);
		const other = streams.lab.openPage();
		expect(await other.codeOf({ type: 'close-stream', stream: opened.stream })).toBe(
			'unknown-stream'
		);
		const theirs = await openOn(other, ['short-polling']);
		await ask(await streams.connect(), streams.get(pathOf('short-polling', theirs.keys[0])));
		await doneRecords(theirs, 1);
		expect(laneRecords(opened.page.events)).toEqual([]);
	});
});

function lanesPerSession(maxSessionLanes: number): RawLabSettings {
	return { session: { maxSessionLanes } };
}

describe('the terms of a session', () => {
	it('name no address of a server for this machine only', async () => {
		const { page } = await streams.open(['websocket']);
		expect(page.terms).toMatchObject({ addresses: [], hasLoad: false });
	});
});
