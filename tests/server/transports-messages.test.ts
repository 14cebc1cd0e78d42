/** Messages to an event stream by POST: which are taken, and which refused. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { POST, useTransportLab } from './support/transport-lab.ts';

const transports = useTransportLab();

describe('messages by POST', () => {
	const headers = { 'Content-Type': 'application/json' };

	it('are taken', async () => {
		const response = await transports.ask(POST, {
			method: 'POST',
			headers,
			body: '{"message":"你好"}'
		});
		expect([response.status, transports.lane.received]).toEqual([204, ['你好']]);
	});

	it.each([
		['no JSON', 400, headers, 'hello'],
		['no message', 400, headers, '{"text":"hello"}'],
		['another type', 415, { 'Content-Type': 'text/plain' }, '{"message":"hello"}'],
		['more than 64 KiB', 413, headers, `{"message":"${'x'.repeat(65_536)}"}`]
	])('are refused as %s with %i', async (_name, status, given, body) => {
		const response = await transports.ask(POST, { method: 'POST', headers: given, body });
		expect([response.status, transports.lane.received]).toEqual([status, []]);
	});

	it('are refused as bytes that are no UTF-8', async () => {
		const body = Buffer.concat([Buffer.from('{"message":"'), Buffer.of(0xff), Buffer.from('"}')]);
		expect((await transports.ask(POST, { method: 'POST', headers, body })).status).toBe(400);
	});

	it('are bounded also where no length was announced', async () => {
		const client = await transports.askRaw(
			POST,
			{ ...headers, 'Transfer-Encoding': 'chunked' },
			'POST'
		);
		const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
		client.write(chunk + chunk + chunk + '0\r\n\r\n');
		await client.untilAfterHead(1);
		expect(client.text).toMatch(/^HTTP\/1.1 413 /);
	});

	it('get 429 where the lane takes no more', async () => {
		transports.lane.takes = false;
		const response = await transports.ask(POST, {
			method: 'POST',
			headers,
			body: '{"message":""}'
		});
		expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
	});
});
