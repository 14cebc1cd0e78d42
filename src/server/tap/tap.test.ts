import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Observation } from './recording-sink.ts';
import { Tap } from './tap.ts';

const OBSERVATION: Observation = {
	connection: 1,
	sink: { append: () => undefined, now: () => 0 },
	take: () => true,
	attach: () => undefined,
	release: () => undefined
};
const REQUEST = { method: 'GET', url: '/x', httpVersion: '1.1' } as IncomingMessage;

function observeAfter(headBytes: number) {
	const tap = new Tap(new Socket());
	const chunk = Buffer.alloc(64 * 1024, 'a');
	for (let sent = 0; sent < headBytes; sent += chunk.length) {
		tap.willRead(chunk);
		tap.didRead();
	}
	tap.willRead(Buffer.from('\r\n\r\nGET /x HTTP/1.1\r\n\r\n'));
	return tap.observe(REQUEST, null, OBSERVATION, 1000);
}

describe('a tap', () => {
	it('finds the request behind a head of 256 KiB', () => {
		expect(observeAfter(256 * 1024)).not.toBeNull();
	});

	it('gives up where what it takes for a head has no end, and holds nothing of it', () => {
		expect(observeAfter(1024 * 1024)).toBeNull();
	});
});
