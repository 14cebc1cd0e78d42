/** The ways on which a raw client reaches our own peers: straight, through a proxy, through TLS. */
import type { Way } from '#lib/runs/way.ts';
import { Proxy } from './proxy/proxy.ts';
import type { Observation } from '../tap/recording-sink.ts';
import { TlsWay, type TlsWayOptions } from './tls/tls-way.ts';
import { InnerListener } from '../peers/inner-listener.ts';
import { InnerPeers, type InnerPeersOptions } from '../peers/inner-peers.ts';
import type { Dialled } from '../sockets/loopback-listener.ts';

/** Where a way reports, and for whom it is opened. */
export interface WayEnds {
	/** What the student's side says and is told. */
	readonly observation: Observation;
	/** The other side of what is on the way; null on a way that is direct. */
	readonly second: Observation | null;
	/** `host:port` of the client's page: a forward proxy knows it. */
	readonly host: string;
}

export interface WayOpener {
	/** Whether there is a way through TLS. */
	readonly hasTls: boolean;
	/** Whether it can be opened now: TLS takes a moment at the start of the server. */
	canOpen(way: Way): boolean;
	open(way: Way, ends: WayEnds): Dialled;
}

export interface WaysOptions
	extends InnerPeersOptions, Pick<TlsWayOptions, 'makeCertificate' | 'startAfter'> {
	/** TLS is off, and why. */
	readonly onTlsOff: (error: unknown) => void;
}

export class Ways implements WayOpener {
	readonly inner: InnerListener;
	readonly tls: TlsWay;
	readonly #proxy: Proxy;

	constructor(options: WaysOptions) {
		const peers = new InnerPeers(options);
		this.inner = new InnerListener(peers);
		this.#proxy = new Proxy({ ...options, inner: this.inner });
		this.tls = new TlsWay({ ...options, peers, onOff: options.onTlsOff });
	}

	get hasTls(): boolean {
		return this.tls.isOn;
	}

	/** Connections of which an end is open; a way that is not direct has two. */
	get size(): number {
		return this.inner.size + this.tls.size;
	}

	canOpen(way: Way): boolean {
		return way.kind !== 'tls' || this.tls.isReady;
	}

	open(way: Way, { observation, second, host }: WayEnds): Dialled {
		if (way.kind === 'direct') return this.inner.dial(observation);
		if (second === null) throw new TypeError('second is needed on a way with two sides');
		if (way.kind === 'tls') return this.tls.open(observation, second);
		return this.#proxy.open(way, { observation, second, host });
	}

	async close(): Promise<void> {
		await Promise.all([this.tls.close(), this.inner.close()]);
		this.#proxy.close();
	}
}
