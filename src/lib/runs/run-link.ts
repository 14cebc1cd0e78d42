/** A run in a link. Links come from anywhere: what does not validate is refused. */
import * as v from 'valibot';
import { bytesToBase64 } from '#lib/capture/base64-bytes.ts';
import { boundedList, TOO_LONG } from './bounded-list.ts';
import { base64Bytes, milliseconds, openLink, sealLink, whole } from './link-envelope.ts';
import { MAX_STEPS } from './run-script.ts';
import { RUN_LIMITS, type Run, type RunItem } from './run.ts';

export type RunLinkFault = 'not-a-run' | 'too-big' | 'newer-version';

export type DecodedRunLink =
	{ readonly ok: true; readonly run: Run } | { readonly ok: false; readonly fault: RunLinkFault };

const frame = v.object({
	bytes: base64Bytes,
	cuts: v.optional(boundedList(whole, MAX_STEPS), []),
	joins: v.optional(v.boolean(), false),
	times: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(RUN_LIMITS.frames)), 1)
});
const item = v.union([
	frame,
	v.object({ pause: milliseconds }),
	v.object({ end: v.picklist(['fin', 'rst']) })
]);
const schema = v.object({
	role: v.picklist(['client', 'server']),
	/** What may stand in a header's value (RFC 9110 §5.5). */
	extensions: v.optional(v.pipe(v.string(), v.maxLength(1024), v.regex(/^[\x20-\x7e\t]*$/)), ''),
	unit: v.optional(v.picklist(['as-cut', 'byte']), 'as-cut'),
	gap: v.optional(milliseconds, 0),
	items: boundedList(item, RUN_LIMITS.items)
});

type LinkItem = v.InferInput<typeof item>;
type LinkRun = v.InferInput<typeof schema>;

/** Text for the part of a URL behind `#`. Ids are not kept. */
export async function encodeRunLink(run: Run): Promise<string> {
	const { role, extensions, unit, gap } = run;
	const link: LinkRun = {
		role,
		...(extensions !== '' && { extensions }),
		...(unit !== 'as-cut' && { unit }),
		...(gap > 0 && { gap }),
		items: run.items.map(linkItem)
	};
	return sealLink(link);
}

/** What is as usual is left out: links stay short. */
function linkItem(item: RunItem): LinkItem {
	if (item.kind === 'pause') return { pause: item.ms };
	if (item.kind === 'end') return { end: item.how };
	return {
		bytes: bytesToBase64(item.bytes),
		...(item.cuts.length > 0 && { cuts: [...item.cuts] }),
		...(item.joinsNext && { joins: true }),
		...(item.times > 1 && { times: item.times })
	};
}

/** Never throws. Items are numbered from 1. @param text with or without the `#` before it */
export async function decodeRunLink(text: string): Promise<DecodedRunLink> {
	const link = await openLink(text);
	if (link.ok) return readRunJson(link.json);
	return { ok: false, fault: link.fault === 'not-a-link' ? 'not-a-run' : link.fault };
}

function readRunJson(json: unknown): DecodedRunLink {
	// Up to the first fault: each of a hundred thousand would be described.
	const result = v.safeParse(schema, json, { abortEarly: true });
	if (!result.success) {
		const isTooLong = result.issues[0].message === TOO_LONG;
		return { ok: false, fault: isTooLong ? 'too-big' : 'not-a-run' };
	}
	const { items, ...rest } = result.output;
	const run = { ...rest, items: items.map(readItem) };
	if (!run.items.every(hasCutsInside)) return { ok: false, fault: 'not-a-run' };
	return isWithinLimits(run) ? { ok: true, run } : { ok: false, fault: 'too-big' };
}

function readItem(item: v.InferOutput<typeof schema>['items'][number], index: number): RunItem {
	const id = index + 1;
	if ('pause' in item) return { id, kind: 'pause', ms: item.pause };
	if ('end' in item) return { id, kind: 'end', how: item.end };
	const { bytes, cuts, joins, times } = item;
	return { id, kind: 'frame', bytes, cuts, joinsNext: joins, times };
}

function hasCutsInside(item: RunItem): boolean {
	if (item.kind !== 'frame') return true;
	const { cuts, bytes } = item;
	return cuts.every((cut, index) => cut > (cuts[index - 1] ?? 0) && cut < bytes.length);
}

function isWithinLimits({ items }: Run): boolean {
	const frames = items.filter((item) => item.kind === 'frame');
	const total = frames.reduce((sum, { bytes }) => sum + bytes.length, 0);
	const sent = frames.reduce((sum, { times }) => sum + times, 0);
	return (
		items.length <= RUN_LIMITS.items &&
		frames.every(({ bytes }) => bytes.length <= RUN_LIMITS.frameBytes) &&
		total <= RUN_LIMITS.draftBytes &&
		sent <= RUN_LIMITS.frames
	);
}
