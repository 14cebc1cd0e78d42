import { describe, expect, it } from 'vitest';
import { PING } from '#lib/protocol/frames/opcode.ts';
import { WayRecordings } from '../../../../tests/support/way-recordings.ts';
import {
	closeFrame,
	frame,
	head,
	switching,
	upgradeRequest
} from '../../../../tests/support/wire-script.ts';
import { readEvidence } from './evidence.ts';
import { layoutWay } from './layout.ts';

const PLAIN = head('GET /ws/echo HTTP/1.1', 'Host: localhost:3000', 'Via: 1.1 proxy');
const REFUSED = head('HTTP/1.1 426 Upgrade Required', 'Content-Length: 0');
const CONNECT = head('CONNECT localhost:3000 HTTP/1.1', 'Host: localhost:3000');

const recordings = () => new WayRecordings().accepted('near').accepted('far');
const opened = () =>
	recordings().through('client', upgradeRequest()).through('server', switching());
const echoed = (text: string) =>
	opened()
		.through('client', frame('client', { text }))
		.through('server', frame('server', { text }));

const rowsOf = (way: WayRecordings) => layoutWay(way.records('near'), way.records('far'));
const evidenceOf = (way: WayRecordings) => readEvidence(way.records('near'), way.records('far'));

describe('rows of a way', () => {
	it('show what was handed on as one, and each TCP connection by itself', () => {
		const rows = rowsOf(echoed('hi'));
		expect(rows.map(({ near, far }) => [near?.kind ?? null, far?.kind ?? null])).toEqual([
			['accepted', null],
			[null, 'accepted'],
			['request', 'request'],
			['response', 'response'],
			['frame', 'frame'],
			['frame', 'frame']
		]);
	});

	it('begin on the side of whoever sent it', () => {
		const [, , request, response] = rowsOf(opened());
		expect(request).toMatchObject({ t: 3000, delay: 1000, isSame: true });
		expect(response).toMatchObject({ t: 5000, delay: 1000, direction: 'server' });
	});

	it('run downwards in time on both sides', () => {
		const way = new WayRecordings()
			.accepted('near')
			.data('near', 'client', upgradeRequest())
			.accepted('far')
			.data('far', 'client', upgradeRequest());
		const kinds = rowsOf(way).map(({ near, far }) => near?.kind ?? far?.kind);
		expect(kinds).toEqual(['accepted', 'accepted', 'request']);
	});

	it('begin with what was seen first where two cross in the proxy', () => {
		const [up, down] = [frame('client', { text: 'up' }), frame('server', { text: 'down' })];
		const way = opened()
			.data('near', 'client', up)
			.data('far', 'server', down)
			.data('near', 'server', down)
			.data('far', 'client', up);
		const directions = rowsOf(way)
			.slice(-2)
			.map(({ direction }) => direction);
		expect(directions).toEqual(['client', 'server']);
	});

	it('compare the heads of both sides', () => {
		const row = rowsOf(recordings().through('client', upgradeRequest(), PLAIN))[2];
		const removed = row?.difference?.lines.filter(({ change }) => change === 'removed');
		expect(removed?.map(({ name }) => name)).toContain('Upgrade');
		expect(row?.isSame).toBe(false);
	});

	it('leave what the proxy answers itself without a partner', () => {
		const way = recordings()
			.data('near', 'client', upgradeRequest())
			.data('near', 'server', head('HTTP/1.1 502 Bad Gateway', 'Content-Length: 0'));
		expect(rowsOf(way).every(({ near, far }) => near === null || far === null)).toBe(true);
	});

	it('say how long it was quiet before them', () => {
		const way = opened().data('near', 'client', frame('client', { text: 'late' }), 500_000);
		expect(rowsOf(way).at(-1)?.quiet).toBe(500_000);
	});

	it('keep their keys while the recordings grow', () => {
		const keys = rowsOf(opened()).map(({ key }) => key);
		expect(rowsOf(echoed('hi')).map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
	});
});

describe('what the recordings prove', () => {
	it('a WebSocket that was forwarded', () => {
		expect(evidenceOf(echoed('hi'))).toEqual({
			tunnel: null,
			status: 101,
			isOwnAnswer: false,
			forwarded: { client: 1, server: 1 },
			changed: 0,
			removed: [],
			isCut: false,
			cutAfter: null
		});
	});

	it('an upgrade that was dropped', () => {
		const way = recordings().through('client', upgradeRequest(), PLAIN).through('server', REFUSED);
		expect(evidenceOf(way)).toMatchObject({ status: 426, isOwnAnswer: false });
		expect(evidenceOf(way).removed).toEqual(expect.arrayContaining(['Upgrade', 'Connection']));
	});

	it('an answer of the proxy’s own', () => {
		const way = new WayRecordings()
			.accepted('near')
			.data('near', 'client', upgradeRequest())
			.data('near', 'server', REFUSED);
		expect(evidenceOf(way)).toMatchObject({ status: 426, isOwnAnswer: true });
	});

	it('a tunnel that a forward proxy refused', () => {
		const way = new WayRecordings()
			.accepted('near')
			.data('near', 'client', CONNECT)
			.data('near', 'server', head('HTTP/1.1 403 Forbidden', 'Content-Length: 0'));
		expect(evidenceOf(way)).toMatchObject({ tunnel: 403, status: null });
	});

	it('a connection that was cut, and after how much quiet', () => {
		const way = echoed('hi').end('far', 'client', 'fin', 900_000).end('near', 'server', 'fin', 100);
		expect(evidenceOf(way)).toMatchObject({ isCut: true, cutAfter: 900_100 });
	});

	it.each([
		['after Close frames', echoed('hi').through('client', closeFrame('client', 1000))],
		['after the client’s FIN', echoed('hi').end('near', 'client')],
		['after the server’s FIN', echoed('hi').end('far', 'server')]
	])('no cut where TCP ends %s', (_name, way) => {
		expect(evidenceOf(way.end('near', 'server')).isCut).toBe(false);
	});

	it('frames that are no data count as none', () => {
		const way = opened().through('client', frame('client', { opcode: PING }));
		expect(evidenceOf(way).forwarded).toEqual({ client: 0, server: 0 });
	});

	it('a frame that came out changed', () => {
		const [a, b] = ['a', 'b'].map((text) => frame('client', { text }));
		if (a && b) expect(evidenceOf(opened().through('client', a, b)).changed).toBe(1);
	});
});
