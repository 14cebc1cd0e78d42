/** Fields of messages both ways. */
import * as v from 'valibot';

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** 128 bits in base64url. */
export const secret = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));
