/**
 * What the chat's server says, one JSON text a message: `{type, id, at, from, body}`. What is in it
 * was written by strangers, and is text.
 */
import * as v from 'valibot';

export interface Person {
	readonly id: string;
	readonly name: string;
}

const person = v.object({ id: v.string(), name: v.string() });
const common = { id: v.string(), at: v.pipe(v.string(), v.isoTimestamp()) };
const fromSomebody = { ...common, from: person };

const message = v.object({ type: v.literal('message'), ...fromSomebody, body: v.string() });

const envelope = v.variant('type', [
	message,
	v.object({ type: v.literal('joined'), ...fromSomebody }),
	v.object({ type: v.literal('left'), ...fromSomebody }),
	v.object({ type: v.literal('renamed'), ...fromSomebody, body: v.string() }),
	v.object({
		type: v.literal('welcome'),
		...fromSomebody,
		body: v.object({ room: v.string(), here: v.array(person), last: v.array(message) })
	}),
	v.object({
		type: v.literal('error'),
		...common,
		body: v.object({ code: v.string(), re: v.nullable(v.string()) })
	})
]);

export type ChatEnvelope = v.InferOutput<typeof envelope>;

/** Null where the text is no such envelope. */
export function readEnvelope(text: string): ChatEnvelope | null {
	try {
		const { success, output } = v.safeParse(envelope, JSON.parse(text));
		return success ? output : null;
	} catch {
		return null;
	}
}
