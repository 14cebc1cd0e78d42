/**
 * Path data that only grows: cut into chunks of about a second, of which only the last is ever
 * written again. A browser then parses one second's marks a frame, however long the run.
 */

/** ms of the run that one chunk covers. */
export const CHUNK = 1000;

export interface PathChunks {
	/** The same array until one more chunk is finished. */
	readonly finished: readonly string[];
	/** Of the second that is running; '' where it has nothing yet. */
	readonly last: string;
}

export class ChunkedPath implements PathChunks {
	#finished: readonly string[] = [];
	#last = '';
	#second = 0;
	/** Seconds of the finished chunks. */
	readonly #seconds: number[] = [];

	get finished(): readonly string[] {
		return this.#finished;
	}

	get last(): string {
		return this.#last;
	}

	/**
	 * @param time ms since the run began, by which chunks are cut; what comes late joins the last
	 * @param piece path data
	 */
	add(time: number, piece: string): void {
		const second = Math.floor(time / CHUNK);
		if (second > this.#second) {
			if (this.#last !== '') this.#finish();
			this.#last = '';
			this.#second = second;
		}
		this.#last += piece;
	}

	/** How many finished chunks hold nothing that reaches `time`, ms: marks are added at their ends. */
	before(time: number): number {
		const second = Math.floor(time / CHUNK);
		const first = this.#seconds.findIndex((each) => each >= second);
		return first < 0 ? this.#seconds.length : first;
	}

	#finish(): void {
		this.#finished = [...this.#finished, this.#last];
		this.#seconds.push(this.#second);
	}
}

/** All of it as one string, for a picture. */
export function joinChunks({ finished, last }: PathChunks): string {
	return finished.join('') + last;
}
