import { expect, test } from 'vitest';
import { createFormats } from '#lib/i18n/format.ts';
import { shell as en } from '#lib/i18n/en/transports-lab/shell.ts';
import { shell as zh } from '#lib/i18n/zh/transports-lab/shell.ts';
import { DEFAULT_CLIENT, DEFAULT_SOURCE, plainLane } from '#lib/transports/measure/race-plan.ts';
import { describeLane, describeSource, laneNames } from './lane-words.ts';

const format = createFormats('en');

test('a transport that runs once has its own name', () => {
	const lanes = [plainLane('websocket'), plainLane('long-polling')];
	expect(laneNames(lanes, en, format)).toEqual(['WebSocket', 'Long polling']);
});

test('lanes of one transport are numbered in their order', () => {
	const lanes = [plainLane('websocket'), plainLane('socket-io'), plainLane('websocket')];
	expect(laneNames(lanes, en, format)).toEqual(['WebSocket 1', 'Socket.IO', 'WebSocket 2']);
});

test.each([
	[plainLane('websocket'), 'either side may speak first'],
	[plainLane('short-polling'), 'asks every 1,000 ms'],
	[
		plainLane('short-polling', { client: { ...DEFAULT_CLIENT, usesEtag: true } }),
		'asks every 1,000 ms, ETag'
	],
	[plainLane('long-polling'), 'each request waits for an event, held up to 25 s'],
	[
		plainLane('server-sent-events', { delay: 150, jitter: 20, compression: true, otherTabs: 5 }),
		'one response that never ends, +150 ms each way, +0–20 ms jitter, compressed, 5 other tabs'
	]
])('what was set is said in a few words: %#', (lane, said) => {
	expect(describeLane(lane, en, format)).toBe(said);
});

test('the source is one line in either language', () => {
	expect(describeSource(DEFAULT_SOURCE, en, format)).toBe(
		'5 events a second (steady), 64\u00a0B each, for 20 s'
	);
	expect(describeSource({ ...DEFAULT_SOURCE, rate: 0 }, zh, format)).toBe('没有事件，持续 20 秒');
});
