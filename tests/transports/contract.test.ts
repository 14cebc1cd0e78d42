/** What each of the five transports promises, with its real server and its real client. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { TRANSPORTS } from '#lib/transports/transport.ts';
import type { EventLog } from '#server/streams/event-log.ts';
import type { Follower } from './follower.ts';
import { openDeafReader, statusOf } from './raw-reader.ts';
import { eventually, startTransportsLab, type TransportsLab } from './transports-lab.ts';

vi.setConfig({ testTimeout: 60_000 });

const KIB = 1024;
/** Transports whose server keeps writing to one connection, which may be read too slowly. */
const STREAMING = new Set(['server-sent-events', 'websocket', 'socket-io']);

const TEXTS = [
	['an empty text', ''],
	['Chinese', '你好，世界'],
	['emoji of several code points', '👩‍👩‍👧‍👦🏳️‍🌈'],
	['a line separator and a paragraph separator', 'a\u2028b\u2029c'],
	['NUL', 'a\0b'],
	['LF at both ends', '\na\n\nb\n'],
	['CR alone, and before LF', '\ra\rb\r\nc\r'],
	['a byte order mark', '\ufeffa\ufeff'],
	['spaces at both ends', ' a  '],
	['half of a surrogate pair', 'a\ud800b'],
	['what looks like a field', 'data: x\nid: 9\n\nevent: y'],
	['what looks like JSON', '{"id":1,"data":"x"}'],
	['control characters', '\x01\x1f\x7f\x85']
] as const;

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function appendNumbered(log: EventLog, count: number): void {
	for (let each = 0; each < count; each++) log.append(`event ${log.lastId + 1}`);
}

/** The loop of events goes round once: sockets are read and written. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** An event reaches the follower: it is connected, and what it sends goes somewhere. */
async function connected(log: EventLog, ...followers: readonly Follower[]): Promise<void> {
	const { id } = log.append('hello');
	await eventually(() => followers.every(({ client }) => client.last >= id));
}

describe.each(TRANSPORTS)('%s', (transport) => {
	let lab: TransportsLab;

	beforeEach(async () => {
		lab = await startTransportsLab();
		onTestFinished(() => lab.close());
	});

	it('gives each event once, in the order they were made', async () => {
		const { key, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		for (let round = 0; round < 20; round++) {
			appendNumbered(log, 5);
			await turn();
		}
		await eventually(() => follower.client.last === 100);
		expect(follower.ids).toEqual(upTo(100));
		expect(follower.events.at(-1)).toEqual({ id: 100, data: 'event 100' });
	});

	it('gives from the beginning all that was made before it came', async () => {
		const { key, log } = lab.openLane();
		appendNumbered(log, 30);
		const follower = await lab.follow(transport, key);
		await eventually(() => follower.client.last === 30);
		expect(follower.ids).toEqual(upTo(30));
		expect(follower.gaps).toEqual([]);
	});

	it('gives only what came after the last event seen', async () => {
		const { key, log } = lab.openLane();
		appendNumbered(log, 30);
		const follower = await lab.follow(transport, key, { after: 27 });
		await connected(log, follower);
		expect(follower.ids).toEqual([28, 29, 30, 31]);
		expect(follower.client.duplicates).toBe(0);
	});

	it('loses nothing and repeats nothing where its connection is cut while events flow', async () => {
		const { key, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		let cuts = 0;
		for (let round = 0; round < 4; round++) {
			await connected(log, follower);
			for (let each = 0; each < 10; each++) log.append('x'.repeat(64 * KIB));
			await turn();
			cuts += lab.cut();
			appendNumbered(log, 5);
		}
		await connected(log, follower);
		expect(follower.ids).toEqual(upTo(log.lastId));
		expect(follower.gaps).toEqual([]);
		expect(cuts).toBeGreaterThanOrEqual(4);
	});

	it('tells which events are no longer kept, and goes on with those that are', async () => {
		const { key, log } = lab.openLane({ maxEvents: 5 });
		appendNumbered(log, 12);
		const follower = await lab.follow(transport, key, { after: 2 });
		await eventually(() => follower.client.last === 12);
		expect(follower.gaps).toEqual([{ from: 3, to: 7 }]);
		expect(follower.ids).toEqual([8, 9, 10, 11, 12]);
	});

	it('tells of what is no longer kept when it comes back', async () => {
		const { key, log } = lab.openLane({ maxEvents: 5 });
		const follower = await lab.follow(transport, key);
		await connected(log, follower);
		lab.cut();
		appendNumbered(log, 20);
		await eventually(() => follower.client.last === 21);
		const lost = follower.gaps.flatMap(({ from, to }) => upTo(to).slice(from - 1));
		expect([...follower.ids, ...lost].sort((a, b) => a - b)).toEqual(upTo(21));
	});

	it('brings events of 256 KiB whole', async () => {
		const { key, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		const texts = ['a', '你', '👩'].map((each) => each.repeat((256 * KIB) / each.length));
		for (const text of texts) log.append(text);
		await eventually(() => follower.client.last === 3);
		expect(follower.events.map(({ data }) => data === texts.shift())).toEqual([true, true, true]);
	});

	it('brings any text as it was', async () => {
		const { key, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		for (const [, text] of TEXTS) log.append(text);
		await eventually(() => follower.client.last === TEXTS.length);
		const arrived = follower.events.map(({ data }, at) => [TEXTS[at]?.[0], data]);
		expect(arrived).toEqual(TEXTS);
	});

	it('brings any text as it was, compressed', async () => {
		const { key, log } = lab.openLane({}, { compression: true });
		const follower = await lab.follow(transport, key);
		for (const [, text] of TEXTS) log.append(text);
		log.append('again '.repeat(10_000));
		await eventually(() => follower.client.last === TEXTS.length + 1);
		expect(follower.events.slice(0, -1).map(({ data }) => data)).toEqual(
			TEXTS.map(([, text]) => text)
		);
		expect(follower.events.at(-1)?.data).toBe('again '.repeat(10_000));
	});

	it('brings a burst of 500 events', async () => {
		const { key, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		await connected(log, follower);
		appendNumbered(log, 500);
		await eventually(() => follower.client.last === 501);
		expect(follower.ids).toEqual(upTo(501));
	});

	it('tells 200 subscribers of each event', async () => {
		const { key, log } = lab.openLane();
		const settings = { interval: 1_000, hold: 30, usesEtag: false };
		const followers = await Promise.all(
			upTo(200).map(() => lab.follow(transport, key, { settings }))
		);
		await connected(log, ...followers);
		appendNumbered(log, 2);
		await eventually(() => followers.every(({ client }) => client.last === 3));
		expect(followers.filter(({ ids }) => ids.join() !== '1,2,3')).toEqual([]);
	});

	it('keeps the events of two streams apart', async () => {
		const [left, right] = [lab.openLane(), lab.openLane()];
		const followers = await Promise.all([
			lab.follow(transport, left.key),
			lab.follow(transport, right.key)
		]);
		for (const text of ['a', 'b', 'c']) {
			left.log.append(`left ${text}`);
			right.log.append(`right ${text}`);
			await turn();
		}
		await eventually(() => followers.every(({ client }) => client.last === 3));
		expect(followers.map(({ events }) => events.map(({ data }) => data))).toEqual([
			['left a', 'left b', 'left c'],
			['right a', 'right b', 'right c']
		]);
	});

	it('brings messages to the server once, in the order they were sent', async () => {
		const { key, lane, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		await connected(log, follower);
		const messages = upTo(50).map((each) => `message ${each} 你好 \0 \u2028 👩`);
		const outcomes = await Promise.all(messages.map((each) => follower.client.send(each)));
		expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['sent']));
		await eventually(() => lane.received.length >= messages.length);
		expect(lane.received).toEqual(messages);
	});

	it('says that a message is too large, and goes on', async () => {
		const { key, lane, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		await connected(log, follower);
		const outcome = await follower.client.send('x'.repeat(300 * KIB));
		const isRefused = outcome.kind === 'failed' && outcome.trouble.kind === 'too-large';
		await eventually(() => isRefused || follower.troubles.includes('too-large'));
		await connected(log, follower);
		await follower.client.send('short');
		await eventually(() => lane.received.length > 0);
		expect(lane.received).toEqual(['short']);
		expect(follower.ids).toEqual([1, 2]);
	});

	it('stops for good where the lane is unknown', async () => {
		const follower = await lab.follow(transport, 'nobody-knows-this-lane');
		await eventually(() => follower.state === 'stopped');
		expect(follower.troubles.at(-1)).toBe('unknown-lane');
	});

	it('stops for good where the lane has ended', async () => {
		const { key, lane, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		await connected(log, follower);
		lane.end();
		await eventually(() => follower.state === 'stopped');
		expect(follower.troubles.at(-1)).toBe('unknown-lane');
	});

	it('refuses a cursor that no event has', async () => {
		const { key, log } = lab.openLane();
		appendNumbered(log, 3);
		const follower = await lab.follow(transport, key, { after: 10_000 });
		await eventually(() => follower.state === 'stopped');
		expect(follower.troubles.at(-1)).toBe('refused');
		expect(follower.events).toEqual([]);
	});

	it('refuses a page of another origin', async () => {
		const { key } = lab.openLane();
		const foreign = { origin: 'https://elsewhere.example' };
		expect(await statusOf(transport, lab.port, { lane: key }, foreign)).toBe(403);
	});

	it('refuses a Host it does not answer to before it looks at the lane', async () => {
		const { key } = lab.openLane();
		const rebound = { host: 'rebound.example' };
		expect(await statusOf(transport, lab.port, { lane: key }, rebound)).toBe(421);
	});

	it('holds up nobody for a reader that takes nothing, and lets go of it with a reason', async () => {
		const { key, lane, log } = lab.openLane({ maxBytes: 512 * KIB * KIB });
		const close = await openDeafReader(transport, lab.port, key);
		onTestFinished(close);
		const reader = await lab.follow(transport, key);
		const isStreaming = STREAMING.has(transport);
		for (let each = 0; each < 400 && lane.drops.length === 0; each++) {
			if (!isStreaming && each > 20) break;
			const { id } = log.append('x'.repeat(256 * KIB));
			await eventually(() => reader.client.last === id);
		}
		expect(lane.drops).toEqual(isStreaming ? ['slow-reader'] : []);
		expect(reader.ids).toEqual(upTo(log.lastId));
		const late = await lab.follow(transport, key, { after: 1 });
		await eventually(() => late.client.last === log.lastId);
		expect(late.ids).toEqual(upTo(log.lastId).slice(1));
	});

	it('says that the server shuts down, and takes no cut for it', async () => {
		const { key, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		await connected(log, follower);
		await lab.shutDown();
		await eventually(() => follower.troubles.length > 0);
		expect(['closing', 'busy']).toContain(follower.troubles[0]);
		expect(follower.ids).toEqual([1]);
	});

	it('leaves no connection in use when it is stopped, and says nothing more', async () => {
		const { key, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		await connected(log, follower);
		await follower.client.stop();
		const said = follower.states.length;
		await eventually(() => {
			lab.closeIdle();
			return lab.sockets.size === 0;
		});
		appendNumbered(log, 3);
		await turn();
		expect(lab.held).toBe(0);
		expect(follower.ids).toEqual([1]);
		expect(follower.states.slice(said - 1)).toEqual(['stopped']);
	});

	it('can be stopped before it is connected', async () => {
		const { key } = lab.openLane();
		const follower = await lab.follow(transport, key);
		await follower.client.stop();
		await eventually(() => {
			lab.closeIdle();
			return lab.sockets.size === 0;
		});
		expect(lab.held).toBe(0);
		expect(follower.states).toEqual(['connecting', 'stopped']);
	});

	it('holds nothing for a client that is gone', async () => {
		const { key } = lab.openLane();
		const close = await openDeafReader(transport, lab.port, key);
		if (transport !== 'short-polling') await eventually(() => lab.held > 0);
		close();
		await eventually(() => lab.held === 0 && lab.sockets.size === 0);
	});

	it('tells when each of its requests began, was answered, and ended', async () => {
		const { key, log } = lab.openLane();
		const follower = await lab.follow(transport, key);
		await connected(log, follower);
		await follower.client.stop();
		const first = follower.requests.filter(({ request }) => request === 1);
		expect(first.map(({ kind }) => kind)).toEqual(['begin', 'first-byte', 'end']);
		const times = first.map(({ t }) => t);
		expect(times).toEqual([...times].sort((a, b) => a - b));
	});
});
