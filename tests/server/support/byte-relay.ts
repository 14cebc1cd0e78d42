/** A TCP relay that keeps the exact bytes of both directions: the judge of a recording. */
import { Buffer } from 'node:buffer';
import { connect, createServer, type AddressInfo } from 'node:net';

export interface ByteRelay {
	readonly port: number;
	/** Of the n-th connection, counted from 0. */
	bytes(connection: number): { client: Buffer; server: Buffer };
	close(): Promise<void>;
}

export async function startRelay(target: number): Promise<ByteRelay> {
	const seen: { client: Buffer[]; server: Buffer[] }[] = [];
	const relay = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
		const chunks = { client: [] as Buffer[], server: [] as Buffer[] };
		seen.push(chunks);
		const server = connect({
			port: target,
			host: '127.0.0.1',
			noDelay: true,
			allowHalfOpen: true
		});
		for (const [from, to, kept] of [
			[client, server, chunks.client],
			[server, client, chunks.server]
		] as const) {
			from.on('data', (bytes) => {
				kept.push(Buffer.from(bytes));
				to.write(bytes);
			});
			from.on('end', () => to.end());
			from.on('error', () => to.resetAndDestroy());
			from.on('close', () => to.destroySoon());
		}
	});
	await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
	return {
		port: (relay.address() as AddressInfo).port,
		bytes: (connection) => ({
			client: Buffer.concat(seen[connection]?.client ?? []),
			server: Buffer.concat(seen[connection]?.server ?? [])
		}),
		close: () => new Promise((resolve) => relay.close(() => resolve()))
	};
}
