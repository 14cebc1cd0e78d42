/**
 * The body that answers short and long polling:
 * `{"last":12,"gap":null,"events":[{"id":11,"data":"…"},{"id":12,"data":"…"}]}`.
 *
 * `gap` tells of events asked for and no longer kept; what does not fit is asked for next.
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
}

const schema = v.object({
	last: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	gap: v.nullable(gapSchema),
	events: v.array(eventSchema)
});

export function encodePollBody(
	last: number,
	gap: Gap | null,
	events: readonly StreamEvent[]
): string {
	return pollBodyOf(last, gap, events.map(encodeEventMessage));
}

/** The same from events in their own JSON already, so that each is encoded once for everybody. */
export function pollBodyOf(last: number, gap: Gap | null, events: readonly string[]): string {
	const told = gap === null ? 'null' : `{"from":${gap.from},"to":${gap.to}}`;
	return `{"last":${last},"gap":${told},"events":[${events.join(',')}]}`;
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
