/** A list that is counted before it is looked through. */
import * as v from 'valibot';

/** The message of the issue of a list that is too long. */
export const TOO_LONG = 'too long';

/** @param most items; a longer list is refused before its first one is read */
export function boundedList<S extends v.GenericSchema>(item: S, most: number) {
	const isShort = (value: unknown): boolean => !Array.isArray(value) || value.length <= most;
	return v.pipe(v.unknown(), v.check(isShort, TOO_LONG), v.array(item));
}
