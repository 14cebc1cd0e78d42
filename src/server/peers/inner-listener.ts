/** The loopback listener behind which our own peers are, for raw clients and for nobody else. */
import type { Observation } from '../tap/recording-sink.ts';
import type { InnerPeers } from './inner-peers.ts';
import { LoopbackListener, type Dialled, type Serve } from '../sockets/loopback-listener.ts';

export class InnerListener {
	readonly #peers: InnerPeers;
	readonly #listener = new LoopbackListener();

	constructor(peers: InnerPeers) {
		this.#peers = peers;
	}

	/** The port it listens on; null before the first raw client. */
	get port(): number | null {
		return this.#listener.port;
	}

	/** Connections of which an end is open. */
	get size(): number {
		return this.#listener.size;
	}

	/** Dials the peers. */
	dial(observation: Observation): Dialled {
		return this.#listener.dial((accepted) => this.#peers.serve(accepted, observation));
	}

	/** The same for somebody who was dialled here: the socket may be written to at once. */
	dialAtOnce(observation: Observation): Dialled {
		return this.#listener.dialAtOnce((accepted) => this.#peers.serve(accepted, observation));
	}

	/** Dials somebody who stands before the peers. */
	dialTo(serve: Serve): Dialled {
		return this.#listener.dial(serve);
	}

	/** Ends every connection, and the peers. */
	async close(): Promise<void> {
		await this.#listener.close();
		this.#peers.close();
	}
}
