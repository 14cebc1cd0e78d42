/**
 * What the handler of the pages pipes into its answers. It looks back at neither end (sirv): a file
 * that cannot be read would end the process, and one whose reader has gone would stay open for ever.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

export class PipedFiles {
	readonly #ofSocket = new WeakMap<Socket, Set<Readable>>();

	add(file: Readable, response: ServerResponse): void {
		const files = this.#filesOf(response.req.socket);
		files.add(file);
		file.once('error', () => response.destroy());
		file.once('close', () => files.delete(file));
		if (response.req.socket.destroyed) file.destroy();
	}

	/** The socket's end counts: a response that waits for the one before it hears of nothing. */
	#filesOf(socket: Socket): Set<Readable> {
		let files = this.#ofSocket.get(socket);
		if (!files) {
			const opened = (files = new Set<Readable>());
			this.#ofSocket.set(socket, opened);
			socket.once('close', () => {
				for (const file of opened) file.destroy();
			});
		}
		return files;
	}
}
