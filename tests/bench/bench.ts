/** What a bench file exports as `benches`, and how two things are compared fairly. */

export interface Figure {
	/** Median of the rounds' ratios. */
	readonly ratio: number;
	readonly min: number;
	readonly max: number;
}

export interface Bench {
	/** Such as `decode 64 B text`. */
	readonly name: string;
	/** Such as `>= 1.0`; `none` where the figure is for whoever wants to know. */
	readonly target: string;
	run(): Promise<Figure>;
}

/** Median, minimum and maximum. @throws RangeError when there are no ratios */
export function figureOf(ratios: readonly number[]): Figure {
	const sorted = [...ratios].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle];
	const lower = sorted.length % 2 ? upper : sorted[middle - 1];
	const [min] = sorted;
	const max = sorted.at(-1);
	if (upper === undefined || lower === undefined || min === undefined || max === undefined) {
		throw new RangeError('ratios must not be empty');
	}
	return { ratio: (upper + lower) / 2, min, max };
}

/** One side of a comparison: `prepare` is not timed, `run` is. */
export interface Contender<Input> {
	prepare(): Input;
	run(input: Input): void;
}

/**
 * How many times as fast as `theirs` `ours` is. The two alternate, and change places every round,
 * so that a busy machine troubles both; the first rounds only warm up.
 */
export function compareSpeed<A, B>(
	ours: Contender<A>,
	theirs: Contender<B>,
	{ rounds = 21, warmUp = 4 } = {}
): Figure {
	const ratios: number[] = [];
	for (let round = -warmUp; round < rounds; round++) {
		const oursFirst = round % 2 === 0;
		const before = oursFirst ? time(ours) : 0;
		const other = time(theirs);
		const own = oursFirst ? before : time(ours);
		if (round >= 0) ratios.push(other / own);
	}
	return figureOf(ratios);
}

/** Milliseconds of one run. */
function time<Input>({ prepare, run }: Contender<Input>): number {
	const input = prepare();
	const start = performance.now();
	run(input);
	return performance.now() - start;
}
