/** Speaks the lab channel (`/lab/channel`, subprotocol `wire101.v1`) with `ws`. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SessionRegistry } from './session-registry.ts';

/** What the peer tells a log; pino's shape. No payloads, no tokens. */
export interface ChannelLog {
	info(details: object, message: string): void;
	warn(details: object, message: string): void;
}

export interface ChannelPeerOptions {
	readonly registry: SessionRegistry;
	readonly log?: ChannelLog;
	/** Counts refusals by kind, for metrics. */
	readonly onRefusal?: (kind: string) => void;
}

export class ChannelPeer {
	constructor(_options: ChannelPeerOptions) {
		void _options;
	}

	/** Channels open now. */
	get size(): number {
		return 0;
	}

	/** Takes an upgrade of `/lab/channel` whose Host and Origin have been checked. */
	upgrade(_request: IncomingMessage, _socket: Duplex, _head: Buffer): void {
		return;
	}

	/** Closes every channel with 1001 and terminates those that do not answer within `within` ms. */
	async close(_within = 2000): Promise<void> {
		return;
	}
}
