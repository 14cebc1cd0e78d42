/** Two connections, one behind the other, as one: they are let go of together. */
import { Latch } from './latch.ts';
import { letGo } from './let-go.ts';
import type { Dialled } from './loopback-listener.ts';

/** How long everything else may outlive the client's socket, in ms. */
const LINGER = 2000;

/** @param behind the connection that whoever serves the first one has dialled, if it has */
export function chainDials(first: Dialled, behind: () => Dialled | null): Dialled {
	const closed = new Latch();
	const destroy = (): void => {
		first.destroy();
		behind()?.destroy();
	};
	first.socket.once('close', () => {
		// Who serves may wait for more than its client's end: a TLS handshake does.
		const timer = setTimeout(destroy, LINGER).unref();
		closed.whenOpen(() => clearTimeout(timer));
	});
	first.closed.whenOpen(() => {
		const second = behind();
		if (second === null) return closed.open();
		second.closed.whenOpen(() => closed.open());
		// Who has joined the two may have to hand a reset on, and is told of the end in this turn too.
		setImmediate(() => letGo(second.socket));
	});
	return { socket: first.socket, ready: first.ready, closed, destroy };
}
