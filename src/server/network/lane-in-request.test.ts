import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { laneInRequest } from './lane-in-request.ts';

const KEY = 'AbCdEfGhIjKlMnOpQr-_01';

describe('the lane of a chunk', () => {
	it.each([
		[`GET /lab/events/poll?lane=${KEY}&after=3 HTTP/1.1\r\nHost: x\r\n\r\n`, KEY],
		[`POST /lab/events/messages?lane=${KEY} HTTP/1.1\r\n`, KEY],
		[`GET /ws/events?after=0&lane=${KEY} HTTP/1.1\r\n`, KEY],
		[`GET http://127.0.0.1:3000/ws/events?lane=${KEY} HTTP/1.1\r\n`, KEY],
		['GET /en/lab HTTP/1.1\r\nHost: x\r\n\r\n', null],
		[`GET /en?plane=${KEY} HTTP/1.1\r\n`, null],
		[`GET /en HTTP/1.1\r\nReferer: /lab?lane=${KEY}\r\n\r\n`, null],
		[`GET /lab/events/poll?lane=${KEY}`, undefined],
		[`{"message":"GET /?lane=${KEY} HTTP/1.1"}`, undefined],
		['', undefined]
	])('of %j is %j', (chunk, key) => {
		expect(laneInRequest(Buffer.from(chunk))).toBe(key);
	});

	it('is in no frame of a client', () => {
		const frame = Buffer.concat([
			Buffer.from('41a1', 'hex'),
			Buffer.from(` /?lane=${KEY} HTTP/1.1\r\n`)
		]);
		expect(laneInRequest(frame)).toBeUndefined();
	});

	it('is not looked for beyond 2 KiB', () => {
		const line = `GET /?x=${'a'.repeat(3000)}&lane=${KEY} HTTP/1.1\r\n`;
		expect(laneInRequest(Buffer.from(line))).toBeUndefined();
	});
});
