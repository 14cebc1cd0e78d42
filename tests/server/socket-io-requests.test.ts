/** Requests to the address of Socket.IO: which are refused, and with what status. */
import { describe, expect, it, vi } from 'vitest';
import { socketIoPath } from './support/engine-client.ts';
import { startLab } from './support/lab-fixture.ts';
import { handshake, openRaw, openWebSocket } from './support/raw-client.ts';
import { OVER_WEBSOCKET, useSocketIoLab } from './support/socket-io-lab.ts';

vi.setConfig({ testTimeout: 20_000 });

const socketIo = useSocketIoLab();

describe('a request', () => {
	const good = { EIO: '4', transport: 'polling' };
	const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
		handshake(path, { method, headers: { Upgrade: null, Connection: 'close', ...headers } });

	it.each<[string, number, (key: string) => string]>([
		['of no lane', 404, () => get(socketIoPath(good))],
		['of an unknown lane', 404, () => get(socketIoPath({ ...good, lane: 'guess' }))],
		[
			'of another origin',
			403,
			(lane) => get(socketIoPath({ ...good, lane }), { Origin: 'http://evil.example' })
		],
		[
			'under another name',
			421,
			(lane) => get(socketIoPath({ ...good, lane }), { Host: 'evil.example' })
		],
		['of Engine.IO 3', 400, (lane) => get(socketIoPath({ ...good, EIO: '3', lane }))],
		['without EIO', 400, (lane) => get(socketIoPath({ transport: 'polling', lane }))],
		['of no transport', 400, (lane) => get(socketIoPath({ EIO: '4', lane }))],
		[
			'of WebTransport',
			400,
			(lane) => get(socketIoPath({ EIO: '4', transport: 'webtransport', lane }))
		],
		[
			'of WebSocket without an upgrade',
			400,
			(lane) => get(socketIoPath({ ...OVER_WEBSOCKET, lane }))
		],
		['with a parameter twice', 400, (lane) => get(`${socketIoPath({ ...good, lane })}&lane=other`)],
		[
			'with a session nobody has',
			400,
			(lane) => get(socketIoPath({ ...good, lane, sid: 'guess' }))
		],
		[
			'with a session named __proto__',
			400,
			(lane) => get(socketIoPath({ ...good, lane, sid: '__proto__' }))
		],
		['with PUT', 405, (lane) => get(socketIoPath({ ...good, lane }), {}, 'PUT')],
		[
			'with a POST that begins a session',
			400,
			(lane) => get(socketIoPath({ ...good, lane }), { 'Content-Length': '0' }, 'POST')
		],
		[
			'with a long body',
			413,
			(lane) => get(socketIoPath({ ...good, lane }), { 'Content-Length': '999999' }, 'POST')
		],
		['to upgrade a poll', 400, (lane) => handshake(socketIoPath({ ...good, lane }))],
		['to upgrade for no lane', 404, () => handshake(socketIoPath(OVER_WEBSOCKET))],
		[
			'to upgrade from another origin',
			403,
			(lane) =>
				handshake(socketIoPath({ ...OVER_WEBSOCKET, lane }), {
					headers: { Origin: 'http://evil.example' }
				})
		],
		[
			'to upgrade under another name',
			421,
			(lane) =>
				handshake(socketIoPath({ ...OVER_WEBSOCKET, lane }), { headers: { Host: 'evil.example' } })
		],
		[
			'to upgrade to Engine.IO 3',
			400,
			(lane) => handshake(socketIoPath({ EIO: '3', transport: 'websocket', lane }))
		],
		[
			'to upgrade a session nobody has',
			400,
			(lane) => handshake(socketIoPath({ ...OVER_WEBSOCKET, lane, sid: 'guess' }))
		],
		[
			'to upgrade without a key',
			400,
			(lane) =>
				handshake(socketIoPath({ ...OVER_WEBSOCKET, lane }), {
					headers: { 'Sec-WebSocket-Key': null }
				})
		],
		[
			'for the address without its slash',
			404,
			(lane) => get(socketIoPath({ ...good, lane }).replace('/?', '?'))
		]
	])('%s gets %i', async (_name, status, request) => {
		const raw = await openRaw(socketIo.lab.port);
		raw.write(request(socketIo.openLane().key));
		await raw.untilAfterHead(0);
		expect(raw.text.slice(9, 12)).toBe(String(status));
		raw.destroy();
	});

	it('of one lane cannot speak in a session of another’s', async () => {
		const [mine, other] = [socketIo.openLane(), socketIo.openLane()];
		const { sid } = await socketIo.engine(mine.key).open();
		const thief = socketIo.engine(other.key);
		thief.sid = sid;
		expect((await thief.poll()).status).toBe(403);
		const path = socketIoPath({ ...OVER_WEBSOCKET, lane: other.key, sid });
		const raw = await openWebSocket(socketIo.lab.port, path);
		expect(raw.text).toMatch(/^HTTP\/1.1 403 /);
		raw.destroy();
	});

	it('beyond the places of its lane gets 503, also many in one write', async () => {
		const small = await startLab({ subscribers: socketIo.lanes, transportBounds: { perLane: 2 } });
		const { key, lane } = socketIo.openLane();
		const path = socketIoPath({ ...good, lane: key });
		const raw = await openRaw(small.port);
		raw.write(handshake(path, { headers: { Upgrade: null, Connection: 'keep-alive' } }).repeat(5));
		await expect.poll(() => lane.observed.length).toBe(5);
		await expect.poll(() => small.lab.held()).toBe(2);
		const late = await fetch(`http://127.0.0.1:${small.port}${path}`);
		expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5']);
		expect(lane.drops).toContain('too-many-held');
		raw.destroy();
		await small.close();
	});
});
