/** A TCP relay that cuts connections after a number of bytes in one direction, without a word. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Bytes after which a connection is cut; `toPage` counts what the server sends. */
export interface Cut {
	readonly direction: 'toPage' | 'toServer';
	readonly after: number;
	/** Both ends at once; otherwise what was relayed before the cut still arrives. */
	readonly isAbrupt: boolean;
}

export interface ChaosRelay {
	readonly port: number;
	/** Connections cut so far. */
	readonly cuts: number;
	close(): void;
}

/** Relays to `port`; asks for the cut of each new connection, null to let it be. */
export async function startChaosRelay(
	port: number,
	nextCut: () => Cut | null
): Promise<ChaosRelay> {
	const sockets = new Set<Socket>();
	let cuts = 0;
	const track = (socket: Socket, other: Socket): void => {
		sockets.add(socket);
		socket.on('error', () => socket.destroy());
		socket.on('end', () => other.end());
		socket.on('close', () => sockets.delete(socket));
	};
	const forward = (from: Socket, to: Socket, cut: Cut | null): void => {
		let rest = cut?.after ?? Infinity;
		from.on('data', (chunk) => {
			const part = rest < chunk.length ? chunk.subarray(0, rest) : chunk;
			if (part.length > 0) to.write(part);
			rest -= chunk.length;
			if (rest >= 0 || from.destroyed) return;
			cuts++;
			from.destroy();
			if (cut?.isAbrupt) to.destroy();
			else to.end();
		});
	};
	const server = createServer((page) => {
		const upstream = connect(port, '127.0.0.1');
		const cut = nextCut();
		track(page, upstream);
		track(upstream, page);
		forward(page, upstream, cut?.direction === 'toServer' ? cut : null);
		forward(upstream, page, cut?.direction === 'toPage' ? cut : null);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		get cuts() {
			return cuts;
		},
		close() {
			for (const socket of sockets) socket.destroy();
			server.close();
		}
	};
}
