import { describe, expect, it } from 'vitest';
import type { PageTold } from '#lib/capture/recording-event.ts';
import { BrowserPeer, utf8Length } from './browser-peer.ts';

/** A WebSocket whose events the test fires; it refuses what the WHATWG API refuses. */
class ScriptedSocket extends EventTarget {
	static last: ScriptedSocket;
	readyState = 0;
	protocol = '';
	extensions = '';
	bufferedAmount = 0;
	binaryType = 'blob';

	constructor(url: string) {
		super();
		if (url.includes('#')) throw new DOMException('The URL contains a fragment', 'SyntaxError');
		ScriptedSocket.last = this;
	}

	send(): void {
		if (this.readyState === 0) throw new DOMException('Still in CONNECTING', 'InvalidStateError');
	}

	close(code?: number): void {
		if (code === 1005) throw new DOMException('The code must be 1000', 'InvalidAccessError');
		this.readyState = 2;
	}
}

function connect(url = 'ws://localhost/ws/echo?ticket=t') {
	const told: [PageTold, number, number][] = [];
	let clock = 0;
	const peer = new BrowserPeer({
		url,
		shownUrl: 'ws://localhost/ws/echo',
		protocols: ['chat'],
		witness: (...entry) => told.push(entry),
		WebSocket: ScriptedSocket as unknown as typeof WebSocket,
		now: () => (clock += 10)
	});
	return { peer, told, socket: ScriptedSocket.last };
}

describe('BrowserPeer', () => {
	it('witnesses the constructor without the ticket', () => {
		expect(connect().told).toEqual([
			[{ name: 'new', url: 'ws://localhost/ws/echo', protocols: ['chat'] }, 10, 0]
		]);
	});

	it('witnesses each event with the ready state it left', () => {
		const { told, socket } = connect();
		Object.assign(socket, { readyState: 1, protocol: 'chat' });
		socket.dispatchEvent(new Event('open'));
		socket.dispatchEvent(new MessageEvent('message', { data: '你好' }));
		socket.dispatchEvent(new MessageEvent('message', { data: new ArrayBuffer(5) }));
		expect(told.slice(1)).toEqual([
			[{ name: 'open', protocol: 'chat', extensions: '' }, 20, 1],
			[{ name: 'message', data: 'text', size: 6 }, 30, 1],
			[{ name: 'message', data: 'binary', size: 5 }, 40, 1]
		]);
	});

	it('returns and witnesses an exception of close() as the browser words it', () => {
		const { peer, told } = connect();
		const refusal = {
			call: 'close',
			exception: 'InvalidAccessError',
			message: 'The code must be 1000'
		};
		expect(peer.close(1005)).toEqual(refusal);
		expect(told.at(-1)?.[0]).toEqual({ name: 'exception', ...refusal });
	});

	it('returns the exception of send() before the connection is open', () => {
		expect(connect().peer.send('early')).toMatchObject({ exception: 'InvalidStateError' });
	});

	it('throws what the constructor throws', () => {
		expect(() => connect('ws://localhost/#fragment')).toThrow('fragment');
	});

	it('times a call by its beginning', () => {
		const { peer, told } = connect();
		peer.close(3000, 'bye');
		expect(told.at(-1)).toEqual([{ name: 'close-call', code: 3000, reason: 'bye' }, 20, 2]);
	});
});

it.each([
	['', 0],
	['Hello', 5],
	['é', 2],
	['你好', 6],
	['😀', 4],
	['\ud83d', 3]
])('counts the UTF-8 bytes of %j as %i', (text, bytes) => {
	expect(utf8Length(text)).toBe(bytes);
});
