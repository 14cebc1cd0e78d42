/** The tap: exact bytes of both directions, exchange by exchange, within its bounds. */
import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tapOf } from '#server/tap/tap.ts';
import { startRelay, type ByteRelay } from './support/byte-relay.ts';
import { startLab, type LabFixture } from './support/lab-fixture.ts';
import { handshake, maskedFrame, openRaw, openWebSocket } from './support/raw-client.ts';
import { exchangeOf, SHAPES } from './support/shapes.ts';

const ENDS = {
	close: ['fin client', 'fin server'],
	refused: ['fin server'],
	reset: ['rst client']
};

let lab: LabFixture;

beforeAll(async () => {
	lab = await startLab();
});
afterAll(() => lab.close());

describe.each(SHAPES)('$name', (shape) => {
	let relay: ByteRelay;

	beforeAll(async () => {
		relay = await startRelay(lab.port);
	});
	afterAll(() => relay.close());

	it('is recorded byte for byte', async () => {
		const recording = lab.expect();
		await shape.run(relay.port, `/ws/echo?ticket=${recording.ticket}`);
		await recording.released;
		const stream = exchangeOf(relay.bytes(0), shape);
		expect(recording.bytes('client').equals(stream.client)).toBe(true);
		expect(recording.bytes('server').equals(stream.server)).toBe(true);
	});

	it('ends as the connection ended', async () => {
		const recording = lab.expect();
		await shape.run(lab.port, `/ws/echo?ticket=${recording.ticket}`);
		await recording.released;
		expect(recording.ends[0]).toBe('accepted');
		expect(recording.ends.slice(1).sort()).toEqual(ENDS[shape.end]);
	});
});

describe('an observed connection', () => {
	it('has one chunk for what was one write', async () => {
		const recording = lab.expect();
		const client = await openRaw(lab.port);
		const request = Buffer.from(handshake(`/ws/echo?ticket=${recording.ticket}`));
		const frame = maskedFrame(0x81, Buffer.from('Hello'));
		client.write(Buffer.concat([request, frame]));
		await client.until(({ received }) => received.includes('Hello'));
		expect(recording.chunks('client').map(({ length }) => length)).toEqual([
			request.length + frame.length
		]);
		expect(recording.chunks('server')).toHaveLength(2);
		client.destroy();
	});

	it('keeps its chunks as they were when ws unmasks in place', async () => {
		const recording = lab.expect();
		const client = await openWebSocket(lab.port, `/ws/echo?ticket=${recording.ticket}`);
		const frame = maskedFrame(0x82, Buffer.alloc(1000, 5));
		client.write(frame);
		await client.untilAfterHead(1004);
		expect(Buffer.from(recording.chunks('client').at(-1) ?? []).equals(frame)).toBe(true);
		client.destroy();
	});

	it('never goes back in time', async () => {
		const recording = lab.expect();
		const client = await openWebSocket(lab.port, `/ws/echo?ticket=${recording.ticket}`);
		client.write(maskedFrame(0x81, Buffer.from('Hello')));
		await client.untilAfterHead(7);
		client.destroy();
		await recording.released;
		const times = recording.events.map(({ t }) => t);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(times.every(Number.isInteger)).toBe(true);
	});

	it('tells what ws told the server, after the bytes that made it', async () => {
		const recording = lab.expect();
		const client = await openWebSocket(lab.port, `/ws/echo?ticket=${recording.ticket}`, {
			headers: { 'Sec-WebSocket-Protocol': 'chat' }
		});
		client.write(maskedFrame(0x81, Buffer.from('Hello')));
		await client.untilAfterHead(7);
		client.write(maskedFrame(0x88, Buffer.from('0bb8', 'hex')));
		await client.until(({ socket }) => socket.readableEnded);
		client.socket.end();
		await recording.released;
		expect(recording.told).toEqual([
			{ name: 'connection', protocol: 'chat', extensions: '' },
			{ name: 'message', data: 'text', size: 5 },
			{ name: 'send', data: 'text', size: 5 },
			{ name: 'close', code: 3000, reason: '' }
		]);
	});

	it('reports what a handshake was refused with', async () => {
		const recording = lab.expect();
		const target = `/ws/echo?ticket=${recording.ticket}`;
		const client = await openWebSocket(lab.port, target, { headers: { Upgrade: 'websocket, x' } });
		client.destroy();
		await recording.released;
		expect(recording.told).toEqual([
			{ name: 'refused', status: 400, message: 'Invalid Upgrade header' }
		]);
	});

	it('obeys ping-peer and close-peer, and tells of both', async () => {
		const recording = lab.expect();
		const client = await openWebSocket(lab.port, `/ws/echo?ticket=${recording.ticket}`);
		recording.peer?.ping(Buffer.from('?'));
		recording.peer?.close(4000, 'enough');
		await client.untilAfterHead(13);
		expect(client.afterHead.toString('hex')).toBe(
			`89013f88080fa0${Buffer.from('enough').toString('hex')}`
		);
		expect(recording.told.slice(1)).toEqual([
			{ name: 'ping-call', size: 1 },
			{ name: 'close-call', code: 4000, reason: 'enough' }
		]);
		client.destroy();
	});

	it.each([
		['a ping of 126 bytes', () => recordingPeerPing(126)],
		['close 1005', () => peerClose(1005, '')],
		['a reason without a code', () => peerClose(null, 'x')],
		['a reason of 124 bytes', () => peerClose(1000, 'x'.repeat(124))]
	])('refuses to send %s and tells nothing', async (_name, act) => {
		const { thrown, told } = await act();
		expect(thrown).toBeInstanceOf(Error);
		expect(told).toEqual(['connection']);
	});
});

async function withPeer(
	act: (peer: NonNullable<ReturnType<LabFixture['expect']>['peer']>) => void
) {
	const recording = lab.expect();
	const client = await openWebSocket(lab.port, `/ws/echo?ticket=${recording.ticket}`);
	let thrown: unknown = null;
	try {
		if (recording.peer) act(recording.peer);
	} catch (error) {
		thrown = error;
	}
	client.destroy();
	return { thrown, told: recording.told.map(({ name }) => name) };
}
const recordingPeerPing = (size: number) => withPeer((peer) => peer.ping(Buffer.alloc(size)));
const peerClose = (code: number | null, reason: string) =>
	withPeer((peer) => peer.close(code, reason));

describe('a keep-alive connection', () => {
	it('carries an observed exchange between unobserved ones', async () => {
		const recording = lab.expect();
		const observed = `GET /ws/echo?ticket=${recording.ticket} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
		const page = 'POST /page HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\nab';
		const client = await openRaw(lab.port);
		client.write(page + observed + page);
		await client.until(({ text }) => text.split('page /page 2').length === 3);
		client.destroy();
		await recording.released;
		const answer = recording.bytes('server').toString('latin1');
		expect(recording.bytes('client').toString()).toBe(observed);
		expect(answer.startsWith('HTTP/1.1 426 Upgrade Required\r\n')).toBe(true);
		expect(client.text).toContain(answer);
		expect(answer).not.toContain('page');
	});

	it('carries the body of an observed request that comes in pieces', async () => {
		const recording = lab.expect();
		const head = `POST /ws/echo?ticket=${recording.ticket} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\n\r\n`;
		const client = await openRaw(lab.port);
		await client.writeSlowly(Buffer.from(`${head}abcd`));
		await client.until(({ text }) => text.includes('4.1)'));
		await recording.until((kept) => kept.bytes('client').length === head.length + 4);
		expect(recording.bytes('client').toString()).toBe(`${head}abcd`);
		client.destroy();
	});
});

describe('an unobserved connection', () => {
	it('is left without a tap after its upgrade', async () => {
		const taps: unknown[] = [];
		lab.server.once('upgrade', (_request, socket) => taps.push(tapOf(socket)));
		const client = await openWebSocket(lab.port, '/ws/echo');
		expect(taps).toEqual([null]);
		client.destroy();
	});

	it('echoes as before', async () => {
		const client = await openWebSocket(lab.port, '/ws/echo');
		client.write(maskedFrame(0x81, Buffer.from('Hello')));
		await client.untilAfterHead(7);
		expect(client.afterHead.toString('hex')).toBe('810548656c6c6f');
		client.destroy();
	});
});

describe('a recording at its bound', () => {
	it('of the connection stops with a marker while the connection goes on', async () => {
		const small = await startLab({ limits: { maxRecordingBytes: 2000 } });
		const recording = small.expect();
		const client = await openWebSocket(small.port, `/ws/echo?ticket=${recording.ticket}`);
		for (let i = 0; i < 3; i++) client.write(maskedFrame(0x82, Buffer.alloc(1000)));
		await client.untilAfterHead(3 * 1004);
		client.destroy();
		await recording.released;
		const size = recording.bytes('client').length + recording.bytes('server').length;
		expect(size).toBeLessThanOrEqual(2000);
		expect(recording.ends.slice(0, 2)).toEqual(['accepted', 'stopped connection']);
		await small.close();
	});

	it('of the session stops likewise', async () => {
		const recording = lab.expect();
		recording.room = 600;
		const client = await openWebSocket(lab.port, `/ws/echo?ticket=${recording.ticket}`);
		client.write(maskedFrame(0x82, Buffer.alloc(1000)));
		await client.untilAfterHead(1004);
		expect(recording.ends).toEqual(['accepted', 'stopped session']);
		client.destroy();
	});

	it('still notes how the connection ends', async () => {
		const recording = lab.expect();
		recording.room = 600;
		const client = await openWebSocket(lab.port, `/ws/echo?ticket=${recording.ticket}`);
		client.write(maskedFrame(0x82, Buffer.alloc(1000)));
		await client.untilAfterHead(1004);
		client.write(maskedFrame(0x88, Buffer.alloc(0)));
		await client.until(({ socket }) => socket.readableEnded);
		client.socket.end();
		await recording.released;
		expect(recording.ends.slice(2).sort()).toEqual(['fin client', 'fin server']);
	});
});
