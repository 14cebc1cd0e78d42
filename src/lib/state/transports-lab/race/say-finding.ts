/** Findings of a race as sentences in the page's language. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { Finding, FindingKind } from '#lib/transports/measure/findings.ts';

export interface FindingWords {
	readonly words: Text['transportsLab']['summary']['findings'];
	readonly format: Pick<Formats, 'number' | 'bytes' | 'duration'>;
	/** Name of a lane by its place in `RaceResult.lanes`. */
	readonly laneName: (lane: number) => string;
	/** Between the sentences of one finding: a space in English, nothing in Chinese. */
	readonly join: string;
}

type Of<K extends FindingKind> = Extract<Finding, { kind: K }>;
type Sayers = { readonly [K in FindingKind]: (finding: Of<K>, say: Say) => readonly string[] };

interface Say extends FindingWords {
	/** Bytes an event, with a digit behind the point where they are few. */
	readonly each: (bytes: number) => string;
	readonly share: (part: number, whole: number) => string;
}

export function sayFinding(finding: Finding, words: FindingWords): string {
	const { bytes, number } = words.format;
	const sayer = SAYERS[finding.kind] as (finding: Finding, say: Say) => readonly string[];
	return sayer(finding, {
		...words,
		each: (count) => bytes(Math.round(count)),
		share: (part, whole) => `${number(Math.round((100 * part) / Math.max(1, whole)))}%`
	}).join(words.join);
}

const SAYERS: Sayers = {
	'bytes-per-event': ({ least, leastBytes, most, mostBytes }, { words, laneName, each }) => [
		words['bytes-per-event'](laneName(least), each(leastBytes), laneName(most), each(mostBytes))
	],
	silence: ({ least, leastBytes, most, mostBytes, time }, { words, laneName, each, format }) => [
		words.silence(
			laneName(least),
			each(leastBytes),
			laneName(most),
			each(mostBytes),
			format.duration(time)
		)
	],
	'empty-answers': ({ lane, empty, answers }, { words, laneName, format, share }) => [
		words['empty-answers'](
			laneName(lane),
			format.number(empty),
			format.number(answers),
			share(empty, answers)
		)
	],
	'polling-cheaper': (finding, { words, laneName, format }) => {
		const { lane, bytes, other, otherBytes, delay, otherDelay } = finding;
		const said = words['polling-cheaper'](
			laneName(lane),
			format.bytes(bytes),
			laneName(other),
			format.bytes(otherBytes)
		);
		if (delay === null || otherDelay === null) return [said];
		const { duration } = format;
		return [said, words['polling-cheaper-delay'](duration(delay), duration(otherDelay))];
	},
	'polling-gathers': (finding, { words, laneName, format }) => [
		words['polling-gathers'](
			laneName(finding.lane),
			format.bytes(finding.bytes),
			format.number(finding.requests),
			laneName(finding.other),
			format.bytes(finding.otherBytes),
			format.number(finding.otherRequests)
		)
	],
	'polling-dearer': (finding, { words, laneName, format, each }) => {
		const { lane, bytes, other, otherBytes, question } = finding;
		const said = words['polling-dearer'](
			laneName(lane),
			format.bytes(bytes),
			laneName(other),
			format.bytes(otherBytes)
		);
		if (question === null) return [said];
		const { heads, bodies, breakEven } = question;
		const whether =
			breakEven === null
				? words['no-break-even'](format.bytes(bodies))
				: words['break-even'](format.duration(breakEven));
		return [said, words['question'](each(heads)), whether];
	},
	'polling-delay': ({ lane, delay, interval }, { words, laneName, format }) => [
		words['polling-delay'](laneName(lane), format.duration(delay), format.duration(interval))
	],
	'long-polling-delay': (finding, { words, laneName, format }) => {
		const { lane, delay, other, otherDelay, verdict } = finding;
		const said = words[`long-polling-${verdict}`];
		const { duration } = format;
		return [said(laneName(lane), duration(delay), laneName(other), duration(otherDelay))];
	},
	'six-connections': ({ isOwn, held, waited, unsent, longest, never }, { words, format }) => [
		...(isOwn
			? [words['six-connections'](format.number(held))]
			: [
					words['six-others'](format.number(held), format.number(waited), format.duration(longest))
				]),
		...(isOwn && waited > 0
			? [words['six-waited'](format.number(waited), format.duration(longest))]
			: []),
		...(unsent > 0 ? [words['six-unsent'](format.number(unsent))] : []),
		...(never > 0 ? [words['six-never'](format.number(never))] : [])
	],
	'late-code': ({ lane, code }, { words, laneName }) => [
		words[code === 'failed' ? 'failed-code' : 'late-code'](laneName(lane))
	],
	compression: ({ lane, bytes, otherBytes }, { words, laneName, format, share }) => {
		const [withIt, without] = [format.bytes(bytes), format.bytes(otherBytes)];
		if (bytes >= otherBytes) return [words['compression-larger'](laneName(lane), withIt, without)];
		const less = share(otherBytes - bytes, otherBytes);
		return [words['compression-smaller'](laneName(lane), withIt, without, less)];
	},
	envelope: (finding, { words, laneName, each }) => [
		words.envelope(
			laneName(finding.lane),
			each(finding.opening),
			each(finding.perEvent),
			laneName(finding.other),
			each(finding.otherOpening),
			each(finding.otherPerEvent)
		)
	],
	heads: ({ lane, heads, bytes }, { words, laneName, format, share }) => [
		words.heads(laneName(lane), format.bytes(heads), format.bytes(bytes), share(heads, bytes))
	],
	opening: ({ lane, opening, bytes }, { words, laneName, format, share }) => [
		words.opening(laneName(lane), format.bytes(opening), format.bytes(bytes), share(opening, bytes))
	],
	'all-delivered': ({ events, lanes }, { words, format }) => [
		words['all-delivered'](format.number(events), format.number(lanes))
	],
	lost: ({ lane, missing, skipped, events }, { words, laneName, format }) => [
		...(missing > 0
			? [words.lost(laneName(lane), format.number(missing), format.number(events))]
			: []),
		...(skipped > 0 ? [words.skipped(laneName(lane), format.number(skipped))] : [])
	],
	duplicated: ({ lane, duplicates }, { words, laneName, format }) => [
		words.duplicated(laneName(lane), format.number(duplicates))
	],
	dropped: ({ lane, times }, { words, laneName, format }) => [
		words.dropped(laneName(lane), format.number(times))
	],
	clock: ({ error }, { words, format }) => [words.clock(format.duration(error))],
	'cut-short': ({ outcome }, { words }) => [
		outcome === 'lost' ? words['session-lost'] : words.stopped
	]
};
