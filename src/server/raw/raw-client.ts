/** A raw client: the student writes every byte that goes to our own peers over a real connection. */
import type { Way } from '#lib/runs/way.ts';
import { CommandError } from '../session/command-error.ts';
import { HeadWatch } from './head-watch.ts';
import type { RawConnection, RawLimits, RawObservation, RunCount } from './raw-connection.ts';
import { RawLine } from './raw-line.ts';
import type { WayOpener } from '../ways/ways.ts';

export interface RawClientOptions {
	readonly ways: WayOpener;
	readonly way: Way;
	/** What the student's side says and is told. */
	readonly observation: RawObservation;
	/** The other side of what is on the way; null where there is none. */
	readonly second: RawObservation | null;
	/** `host:port` of the client's page. */
	readonly host: string;
	readonly limits: RawLimits;
	readonly onRun: RunCount;
}

/** Dials the peers; a run given at once begins when the connection stands. */
export function openRawClient(options: RawClientOptions): RawConnection {
	const { ways, way, observation, second, host, limits, onRun } = options;
	const dialled = ways.open(way, { observation, second, host });
	const { socket, ready } = dialled;
	const heads = new HeadWatch(socket);
	const line = new RawLine({ socket, observation, role: 'client', limits, ready, heads, onRun });
	const destroy = (): void => {
		line.destroy();
		dialled.destroy();
	};
	const client: RawConnection = {
		role: 'client',
		run: (script) => line.run(script),
		cancel: () => line.cancel(),
		hangUp: (how) => line.hangUp(how),
		destroy
	};
	dialled.closed.whenOpen(() => {
		observation.sink.hurry?.();
		observation.release();
		second?.release();
	});
	observation.hold(client);
	second?.hold(onlyEnded(destroy));
	return client;
}

/** The second connection is not the student's: it ends with the first, which ends with it. */
function onlyEnded(destroy: () => void): RawConnection {
	const refuse = (): never => {
		throw new CommandError('not-open', 'no student writes on this connection');
	};
	return { role: 'client', run: refuse, cancel: refuse, hangUp: refuse, destroy };
}
