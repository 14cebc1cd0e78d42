/** A raw client: the student writes every byte that goes to our own peers over a real connection. */
import { HeadWatch } from './head-watch.ts';
import type { InnerListener } from './inner-listener.ts';
import type { RawConnection, RawLimits, RawObservation, RunCount } from './raw-connection.ts';
import { RawLine } from './raw-line.ts';

export interface RawClientOptions {
	readonly inner: InnerListener;
	readonly observation: RawObservation;
	readonly limits: RawLimits;
	readonly onRun: RunCount;
}

/** Dials the peers; a run given at once begins when the connection stands. */
export function openRawClient(options: RawClientOptions): RawConnection {
	const { inner, observation, limits, onRun } = options;
	const dialled = inner.dial(observation);
	const { socket, ready } = dialled;
	const heads = new HeadWatch(socket);
	const line = new RawLine({ socket, observation, role: 'client', limits, ready, heads, onRun });
	const client: RawConnection = {
		role: 'client',
		run: (script) => line.run(script),
		cancel: () => line.cancel(),
		hangUp: (how) => line.hangUp(how),
		destroy() {
			line.destroy();
			dialled.destroy();
		}
	};
	dialled.closed.whenOpen(() => {
		observation.sink.hurry?.();
		observation.release();
	});
	observation.hold(client);
	return client;
}
