import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { HeadWatch, NO_HEAD_DUE } from './head-watch.ts';

const REFUSED = 'HTTP/1.1 426 Upgrade Required\r\nContent-Length: 3\r\n\r\nno\n';
const TUNNEL = 'HTTP/1.1 200 OK\r\n\r\n';
const SWITCHED = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';

let socket: EventEmitter;
let heads: HeadWatch;
/** Waits that are over, by their number. */
let over: number[];

beforeEach(() => {
	socket = new EventEmitter();
	heads = new HeadWatch(socket as Socket);
	over = [];
});

const read = (text: string): unknown => socket.emit('data', Buffer.from(text, 'latin1'));
const wait = (number: number): (() => void) => heads.whenNext(() => over.push(number));

describe('a wait for a head', () => {
	it('is over when the head has come whole', () => {
		wait(1);
		read(TUNNEL.slice(0, -1));
		expect(over).toEqual([]);
		read('\n');
		expect(over).toEqual([1]);
	});

	it('is over at once where the head came before', () => {
		read(TUNNEL);
		wait(1);
		expect(over).toEqual([1]);
	});

	it('takes one head and no more: the tunnel’s, then the handshake’s', () => {
		read(TUNNEL);
		wait(1);
		wait(2);
		expect(over).toEqual([1]);
		read(SWITCHED);
		expect(over).toEqual([1, 2]);
	});

	it('takes the head behind the body of the one before', () => {
		read(REFUSED + SWITCHED);
		wait(1);
		wait(2);
		expect(over).toEqual([1, 2]);
	});

	it('leaves its head to the next where it is taken back', () => {
		wait(1)();
		wait(2);
		read(TUNNEL);
		expect(over).toEqual([2]);
	});

	it('is never over behind a 101: what follows is not HTTP', () => {
		read(SWITCHED + '\r\n\r\n' + TUNNEL);
		read(TUNNEL);
		wait(1);
		wait(2);
		expect([over, socket.listenerCount('data')]).toEqual([[1], 0]);
	});

	it.each(['HTTP/1.1 200 OK\r\nX: HTTP/1.1 101 x', 'HTTP/1.1 1010 x', 'HTTP/1.1 200 101'])(
		'goes on behind what is no 101: %j',
		(lines) => {
			read(`${lines}\r\n\r\n`);
			read(TUNNEL);
			wait(1);
			wait(2);
			expect(over).toEqual([1, 2]);
		}
	);

	it('is told of heads however they are cut', () => {
		[1, 2, 3].forEach(wait);
		for (const character of REFUSED + TUNNEL + SWITCHED) read(character);
		expect(over).toEqual([1, 2, 3]);
	});
});

it('nobody waits where no head is due', () => {
	NO_HEAD_DUE.whenNext(() => over.push(1));
	NO_HEAD_DUE.whenNext(() => over.push(2));
	expect(over).toEqual([1, 2]);
});
