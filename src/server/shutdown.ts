/**
 * The graceful end: accept nothing new, answer what is held, close WebSockets with 1001, cut off
 * who does not listen, exit with 0.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { LabServer } from './lab-server.ts';
import type { Logger } from './log.ts';

/** After the grace period, for what has just been cut off; then the process ends anyway. */
const LAST_MOMENT = 1000;

/** @param grace ms that clients get to answer */
export function stopOnSignals(server: Server, lab: LabServer, grace: number, log: Logger): void {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	let isStopping = false;
	const stop = (signal: string) => {
		if (isStopping) return process.exit(0);
		isStopping = true;
		log.info({ signal }, 'stopping');
		setTimeout(() => process.exit(0), grace + LAST_MOMENT).unref();
		void end(server, lab, sockets, grace).then(() => process.exit(0));
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}

async function end(
	server: Server,
	lab: LabServer,
	sockets: ReadonlySet<Socket>,
	grace: number
): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeIdleConnections();
	const timer = setTimeout(() => {
		for (const socket of sockets) socket.destroy();
	}, grace);
	await Promise.all([lab.close(), closed]);
	clearTimeout(timer);
}
