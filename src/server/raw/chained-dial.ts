/** Two connections, one behind the other, as one: they are let go of together. */
import { Latch } from './latch.ts';
import { letGo } from './let-go.ts';
import type { Dialled } from './loopback-listener.ts';

/** @param behind the connection that whoever serves the first one has dialled, if it has */
export function chainDials(first: Dialled, behind: () => Dialled | null): Dialled {
	const closed = new Latch();
	first.closed.whenOpen(() => {
		const second = behind();
		if (second === null) return closed.open();
		second.closed.whenOpen(() => closed.open());
		letGo(second.socket);
	});
	return {
		socket: first.socket,
		ready: first.ready,
		closed,
		destroy() {
			first.destroy();
			behind()?.destroy();
		}
	};
}
