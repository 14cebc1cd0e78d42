import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AddressSockets } from './address-sockets.ts';
import { ClientAddresses } from './client-address.ts';

class FakeSocket extends EventEmitter {
	readonly remoteAddress: string;
	destroyed = false;

	constructor(remoteAddress: string) {
		super();
		this.remoteAddress = remoteAddress;
	}

	destroy(): void {
		this.destroyed = true;
		this.emit('close');
	}
}

function open(sockets: AddressSockets, address: string): FakeSocket {
	const socket = new FakeSocket(address);
	sockets.admit(socket as unknown as Socket);
	return socket;
}

function twoEach(): AddressSockets {
	return new AddressSockets(2, new ClientAddresses(['10.0.0.1']));
}

describe('the connections of an address', () => {
	it('are ended over the bound, and only its own', () => {
		const sockets = twoEach();
		const addresses = ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'];
		const opened = addresses.map((address) => open(sockets, address));
		expect(opened.map(({ destroyed }) => destroyed)).toEqual([false, false, true, false]);
	});

	it('leave their places when they close, once each', () => {
		const sockets = twoEach();
		const [first] = [1, 2, 3].map(() => open(sockets, '192.0.2.1'));
		first?.destroy();
		expect(open(sockets, '192.0.2.1').destroyed).toBe(false);
		expect(open(sockets, '192.0.2.1').destroyed).toBe(true);
	});

	it('of IPv6 are those of its network', () => {
		const sockets = twoEach();
		const opened = [1, 2, 3].map((host) => open(sockets, `2001:db8::${host}`));
		expect(opened.map(({ destroyed }) => destroyed)).toEqual([false, false, true]);
	});

	it('are unbounded for a trusted proxy', () => {
		const sockets = twoEach();
		const opened = [1, 2, 3].map(() => open(sockets, '::ffff:10.0.0.1'));
		expect(opened.some(({ destroyed }) => destroyed)).toBe(false);
	});
});
