/** Events that are sent as they come: server-sent events, and those over a WebSocket. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { maskedFrame } from './support/raw-client.ts';
import { SOCKET, STREAM, useTransportLab } from './support/transport-lab.ts';

const transports = useTransportLab();

describe('server-sent events', () => {
	it('say when to come back, what was missed, and what comes', async () => {
		transports.lane.log.append('one');
		const client = await transports.askRaw(STREAM);
		await client.until(({ text }) => text.includes('id: 1\ndata: one\n\n'));
		transports.lane.log.append('two');
		await client.until(({ text }) => text.includes('id: 2\ndata: two\n\n'));
		expect(client.text).toMatch(/^HTTP\/1.1 200 [^]*text\/event-stream[^]*retry: 2000\n\n/);
	});

	it('resume behind Last-Event-ID, which beats `after`', async () => {
		for (const data of ['one', 'two']) transports.lane.log.append(data);
		const client = await transports.askRaw(`${STREAM}&after=0`, { 'Last-Event-ID': '1' });
		await client.until(({ text }) => text.includes('id: 2'));
		expect(client.text).not.toContain('id: 1');
	});

	it('refuse a Last-Event-ID that is none', async () => {
		const client = await transports.askRaw(STREAM, { 'Last-Event-ID': 'x' });
		await client.untilAfterHead(1);
		expect(client.text).toMatch(/^HTTP\/1.1 400 [^]*Last-Event-ID is/);
	});

	it('are kept alive by comments', async () => {
		const client = await transports.askRaw(STREAM);
		await client.until(({ text }) => text.includes(': keep-alive\n\n'));
		expect(transports.lane.drops).toEqual([]);
	});

	it('arrive at once where they are compressed', async () => {
		const response = await transports.ask('/lab/events/stream?lane=ZIP');
		expect(response.headers.get('content-encoding')).toBe('gzip');
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		transports.zipped.log.append('one');
		let text = '';
		while (!text.includes('data: one')) text += (await reader?.read())?.value ?? '';
		expect(text).toContain('id: 1\ndata: one\n\n');
		await reader?.cancel();
		await transports.untilHeld(0);
	});
});

describe('a WebSocket', () => {
	it('resumes behind `after` and gets each event as a text message', async () => {
		for (const data of ['zero', 'one']) transports.lane.log.append(data);
		const client = await transports.openSocket(`${SOCKET}&after=1`);
		const message = '{"id":2,"data":"one"}';
		await client.untilAfterHead(message.length + 2);
		expect(client.afterHead.toString('latin1')).toBe(
			`\x81${String.fromCharCode(message.length)}${message}`
		);
	});

	it('takes messages', async () => {
		const client = await transports.openSocket();
		client.write(maskedFrame(0x81, Buffer.from('{"message":"hello"}')));
		await expect.poll(() => transports.lane.received).toEqual(['hello']);
	});

	it.each([
		['text that is no JSON', 0x81, 'hello', 1008],
		['JSON that is no message', 0x81, '{"text":1}', 1008],
		['a binary message', 0x82, '{"message":"hello"}', 1003],
		['a message over 64 KiB', 0x81, `{"message":"${'x'.repeat(65_536)}"}`, 1009]
	])('is closed after %s', async (_name, first, payload, code) => {
		const client = await transports.openSocket();
		client.write(maskedFrame(first, Buffer.from(payload)));
		await client.untilAfterHead(4);
		expect([client.afterHead[0], client.afterHead.readUInt16BE(2)]).toEqual([0x88, code]);
		expect(transports.lane.received).toEqual([]);
	});

	it('agrees to permessage-deflate where its lane wants it', async () => {
		const offer = { 'Sec-WebSocket-Extensions': 'permessage-deflate' };
		expect((await transports.openSocket('/ws/events?lane=ZIP', offer)).text).toContain(
			'permessage-deflate'
		);
		expect((await transports.openSocket(SOCKET, offer)).text).not.toContain('permessage-deflate');
	});

	it('has no place beyond those of its lane', async () => {
		await transports.openSocket();
		await transports.openSocket();
		const third = await transports.openSocket();
		expect(third.text).toMatch(/^HTTP\/1.1 503 [^]*Retry-After: 5/);
	});

	it('is closed with 1000 when its lane ends', async () => {
		const webSocket = new WebSocket(`ws://127.0.0.1:${transports.port}${SOCKET}`);
		await new Promise((resolve) => webSocket.once('open', resolve));
		const closed = new Promise((resolve) => webSocket.once('close', resolve));
		transports.lane.end();
		expect(await closed).toBe(1000);
	});
});
