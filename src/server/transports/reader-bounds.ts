/** What may wait for readers: much for a few slow ones, and for all together no more than memory has. */
import type { Places } from './places.ts';
import type { ReaderBounds } from './slow-reader.ts';

export interface SharedReaderBounds extends ReaderBounds {
	/** Bytes that may wait for all readers together. */
	readonly bufferedInAll: number;
	/** Bytes that may wait for one reader, however many there are. */
	readonly leastBuffered: number;
}

/** A reader's share grows and shrinks with the number of those who have a place. */
export function sharedBounds(
	{ buffered, bufferedInAll, leastBuffered, patience }: SharedReaderBounds,
	places: Pick<Places, 'taken'>
): ReaderBounds {
	return {
		patience,
		get buffered() {
			const share = bufferedInAll / Math.max(1, places.taken);
			return Math.min(buffered, Math.max(leastBuffered, share));
		}
	};
}
