/** The address that limits are counted by: the peer's, or what a configured proxy says it is. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

export class ClientAddresses {
	readonly #proxies = new BlockList();

	/** @param trustProxy addresses or subnets, such as `10.0.0.0/8` */
	constructor(trustProxy: readonly string[]) {
		for (const item of trustProxy) {
			const [address = '', prefix] = item.split('/');
			const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
			if (prefix === undefined) this.#proxies.addAddress(address, family);
			else this.#proxies.addSubnet(address, Number(prefix), family);
		}
	}

	isFromProxy(request: IncomingMessage): boolean {
		return this.#isProxy(peerAddress(request));
	}

	/** The last address of X-Forwarded-For that no trusted proxy has (RFC 7239 §7.4). */
	of(request: IncomingMessage): string {
		const peer = peerAddress(request);
		if (!this.#isProxy(peer)) return peer;
		const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
		const chain = forwarded.map((item) => plain(item.trim())).filter((item) => isIP(item) > 0);
		return chain.reverse().find((address) => !this.#isProxy(address)) ?? chain.at(-1) ?? peer;
	}

	/** From this very machine, not through a proxy on it. */
	isLoopback(request: IncomingMessage): boolean {
		const { headers } = request;
		const isForwarded = headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via;
		if (isForwarded !== undefined && !this.isFromProxy(request)) return false;
		const address = this.of(request);
		return address === '::1' || address.startsWith('127.');
	}

	#isProxy(address: string): boolean {
		const version = isIP(address);
		return version > 0 && this.#proxies.check(address, version === 6 ? 'ipv6' : 'ipv4');
	}
}

function peerAddress(request: IncomingMessage): string {
	return plain(request.socket.remoteAddress ?? '');
}

/** IPv4 as IPv4, also where a dual-stack socket maps it into IPv6. */
function plain(address: string): string {
	return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
