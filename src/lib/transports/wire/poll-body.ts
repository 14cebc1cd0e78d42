/**
 * The body that answers short and long polling:
 * `{"last":12,"gap":null,"events":[{"id":11,"data":"…"},{"id":12,"data":"…"}]}`.
 *
 * `gap` tells of events asked for and no longer kept; `"more":true` stands at its end where not all
 * that there was did fit: the rest is asked for at once.
 */
import * as v from 'valibot';
import {
	encodeEventMessage,
	eventSchema,
	gapSchema,
	parseJson,
	type Gap,
	type StreamEvent
} from './event-message.ts';

export interface PollBody {
	/** Id of the last event in it, else of the last one seen: the cursor of the next question. */
	readonly last: number;
	readonly gap: Gap | null;
	readonly events: readonly StreamEvent[];
	/** Not all that there was did fit. */
	readonly more?: boolean;
}

const schema = v.object({
	last: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	gap: v.nullable(gapSchema),
	events: v.array(eventSchema),
	more: v.optional(v.boolean())
});

export function encodePollBody({ last, gap, events, more = false }: PollBody): string {
	const told = gap === null ? 'null' : `{"from":${gap.from},"to":${gap.to}}`;
	const list = events.map(encodeEventMessage).join(',');
	return `{"last":${last},"gap":${told},"events":[${list}]${more ? ',"more":true' : ''}}`;
}

/** Null where the text is not such a body. */
export function decodePollBody(text: string): PollBody | null {
	const { success, output } = v.safeParse(schema, parseJson(text));
	return success ? output : null;
}

/**
 * Entity tag of an answer of short polling: weak, since the same answer may be compressed (RFC 9110
 * §8.8.1). It names the last event, so a client knows the tag of what it has without keeping one.
 */
export function entityTag(last: number): string {
	return `W/"${last}"`;
}
