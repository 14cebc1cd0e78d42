import { describe, expect, it } from 'vitest';
import type { PageTold, RecordingEvent } from '#lib/capture/recording-event.ts';
import { connectDelay, failuresInARow } from './browser-delay.ts';

const CLOSED: PageTold = { name: 'close', code: 1006, reason: '', wasClean: false };
const OPEN: PageTold = { name: 'open', protocol: '', extensions: '' };
const ASKED: PageTold = { name: 'new', url: 'ws://localhost/ws/raw', protocols: [] };

function page(told: PageTold, t = 0): Extract<RecordingEvent, { kind: 'page' }> {
	return { kind: 'page', connection: 1, t, error: 300, readyState: 0, told };
}

function connection(...told: readonly PageTold[]) {
	return { told: told.map((each, eventIndex) => ({ event: page(each), eventIndex })) };
}

const failed = connection(ASKED, { name: 'error' }, CLOSED);
const opened = connection(ASKED, OPEN, CLOSED);
const pending = connection(ASKED);
const byHand = connection();

describe('failures in a row', () => {
	it.each([
		['none at first', [], 0],
		['each that closed before it opened', [failed, failed], 2],
		['only those since the last success', [failed, opened, failed], 1],
		['none where the last one opened, however it closed', [failed, failed, opened], 0],
		['not what is undecided', [failed, pending], 1],
		['not what no page asked for', [failed, byHand, failed], 2]
	])('count %s', (_name, connections, count) => {
		expect(failuresInARow(connections)).toBe(count);
	});
});

describe('the delay', () => {
	const accepted: RecordingEvent = { kind: 'accepted', connection: 1, t: 2500 };

	it('lies between the constructor and the accepted connection', () => {
		expect(connectDelay([page(ASKED, 500), accepted])).toEqual({ time: 2000, error: 300 });
	});

	it.each([
		['no page asked', [accepted]],
		['nothing was accepted yet', [page(ASKED, 500)]]
	])('is unknown where %s', (_name, events) => {
		expect(connectDelay(events)).toBeNull();
	});
});
