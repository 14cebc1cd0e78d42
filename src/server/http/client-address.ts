/** The address that limits are counted by: the peer's, or what a configured proxy says it is. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** What proxies add to a request, in their many ways. */
const PROXY_HEADER = /^(forwarded|via|x-real-ip|x-forwarded-.+|.+-connecting-ip|.+-client-ip)$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

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

	/**
	 * The last address of X-Forwarded-For that no trusted proxy has (RFC 7239 §7.4). What stands
	 * before an entry that is no address cannot be believed: anybody may have written it. Of IPv6 its
	 * network of 64 bits, within which a client takes as many addresses as it likes (RFC 4941).
	 */
	of(request: IncomingMessage): string {
		let address = peerAddress(request);
		const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
		while (this.#isProxy(address)) {
			const next = plain(withoutPort(forwarded.pop()?.trim() ?? ''));
			if (isIP(next) === 0) break;
			address = next;
		}
		return networkOf(address);
	}

	/** From this very machine and under its own name, not through a proxy: one may run here too. */
	isLoopback(request: IncomingMessage): boolean {
		const { headers } = request;
		if (Object.keys(headers).some((name) => PROXY_HEADER.test(name))) return false;
		const address = peerAddress(request);
		const isHere = address === '::1' || address.startsWith('127.');
		return isHere && LOOPBACK_HOST.test(headers.host ?? 'localhost');
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

/** Some proxies write the client's port as well: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
	return /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, '$1');
}

/** IPv4 as it is, IPv6 as `2001:db8:0:1::/64`. */
function networkOf(address: string): string {
	if (isIP(address) !== 6) return address;
	const [left = [], right = []] = address
		.split('::')
		.map((side) => side.split(':').filter(Boolean));
	const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
	const groups = [...left, ...zeros, ...right].slice(0, 4);
	return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
