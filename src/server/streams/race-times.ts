/** When the events of a race are due: the same times for the same settings and seed. */
import type { StreamSource } from '#lib/transports/stream-source.ts';
import { seededRandom } from './seeded-random.ts';

export type RaceSource = Extract<StreamSource, { kind: 'race' }>;

/** A bunch has the events of one second, but no fewer than this. */
const LEAST_BUNCH = 4;
/** ms that rare events are apart on the average, if the rate does not set them further apart. */
const RARE_GAP = 2000;
/** What dividing leaves over, as a part of one event. */
const ROUNDING = 1e-9;

/** ms from the start for each event, in order, none later than the end of the source. */
export function* raceTimes(source: RaceSource): Generator<number, void, void> {
	if (source.rate <= 0) return;
	if (source.pattern === 'rare') yield* rareTimes(source);
	else yield* regularTimes(source);
}

/** Event n is due n / rate seconds after the start; of a bunch, when its last one is. */
function* regularTimes({ pattern, rate, seconds }: RaceSource): Generator<number, void, void> {
	const count = Math.floor(rate * seconds + ROUNDING);
	const bunch = pattern === 'bursty' ? Math.max(LEAST_BUNCH, Math.round(rate)) : 1;
	for (let n = 1; n <= count; n++) {
		const last = Math.min(count, Math.ceil(n / bunch) * bunch);
		yield Math.min((last * 1000) / rate, seconds * 1000);
	}
}

/** Gaps from half to one and a half times their average. */
function* rareTimes({ rate, seconds, seed }: RaceSource): Generator<number, void, void> {
	const random = seededRandom(seed);
	const average = Math.max(1000 / rate, RARE_GAP);
	let at = 0;
	for (;;) {
		at += average * (0.5 + random());
		if (at > seconds * 1000) return;
		yield at;
	}
}
