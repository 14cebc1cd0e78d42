/**
 * Who may talk to this server: names it answers to (against DNS rebinding), origins that may open
 * what has state (against cross-site WebSocket hijacking, RFC 6455 §10.2).
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { Options } from '../options.ts';
import { parseTarget } from './request-target.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const INTERFACES_MAX_AGE = 10_000;

/** What a request under an unknown name is told: its reader may well be the operator. */
export const HOST_REFUSAL =
	'This server does not answer to that Host. Its operator can allow it with ORIGIN or ALLOWED_HOSTS.';

type GateOptions = Pick<Options, 'origin' | 'host' | 'allowedHosts'>;

export class HostGate {
	readonly #origin: string;
	readonly #names: ReadonlySet<string>;
	readonly #isOnNetwork: boolean;
	#machine: ReadonlySet<string> = new Set();
	#machineReadAt = -Infinity;
	/** A Host whose name is one of these: most requests have the same. */
	#known: string | null = null;

	constructor({ origin, host, allowedHosts }: GateOptions) {
		this.#origin = origin;
		const named = origin === '' ? [] : [new URL(origin).hostname];
		this.#names = new Set([...LOOPBACK, ...named, ...allowedHosts, bracketed(host)]);
		this.#isOnNetwork = !LOOPBACK.includes(bracketed(host));
	}

	/** A request without a Host (HTTP/1.0) comes from no browser: nothing can be rebound. */
	allowsHost(request: IncomingMessage, target = parseTarget(request.url)): boolean {
		const named = target?.host ?? request.headers.host;
		return named === undefined || named === '' || this.#allowsName(named);
	}

	/** True without an Origin header: browsers always send one with what they open. */
	allowsOrigin(request: IncomingMessage): boolean {
		const { origin, host } = request.headers;
		if (origin === undefined) return true;
		if (origin === this.#origin) return true;
		if (!URL.canParse(origin)) return false;
		const url = new URL(origin);
		return /^https?:$/.test(url.protocol) && url.host === host?.toLowerCase();
	}

	#allowsName(host: string): boolean {
		if (host === this.#known) return true;
		const name = /^(\[[^\]]*\]|[^:]*)(:\d{1,5})?$/.exec(host.toLowerCase())?.[1];
		if (name === undefined) return false;
		if (this.#names.has(name)) {
			this.#known = host;
			return true;
		}
		return this.#isOnNetwork && this.#machineNames().has(name);
	}

	#machineNames(): ReadonlySet<string> {
		const now = performance.now();
		if (now - this.#machineReadAt > INTERFACES_MAX_AGE) {
			this.#machineReadAt = now;
			this.#machine = new Set(machineNames());
		}
		return this.#machine;
	}
}

/** Names under which others on the network reach this machine. */
function machineNames(): string[] {
	const name = hostname().toLowerCase();
	return [name, `${name}.local`, ...machineAddresses().map(bracketed)];
}

/** Addresses of this machine on its networks, IPv4 first. */
export function machineAddresses(): string[] {
	const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
	const usable = all.filter(({ internal, scopeid }) => !internal && !scopeid);
	return usable
		.sort((left, right) => left.family.localeCompare(right.family))
		.map(({ address }) => address);
}

/** As a URL writes it: IPv6 in brackets. */
export function bracketed(address: string): string {
	return isIP(address) === 6 ? `[${address}]` : address.toLowerCase();
}
