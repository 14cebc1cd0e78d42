/** A lane in words: its name, which says which one where there are several, and what was set. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { PlannedLane, RaceSource } from '#lib/transports/measure/race-plan.ts';
import type { RaceResult } from '#lib/transports/measure/race-result.ts';

type Words = Text['transportsLab']['shell'];

/** Names of a plan's lanes, in its order. */
export function laneNames(
	lanes: readonly Pick<PlannedLane, 'transport'>[],
	words: Words,
	{ number }: Formats
): readonly string[] {
	return lanes.map(({ transport }, index) => {
		const same = lanes.filter((lane) => lane.transport === transport);
		const name = words.transports[transport];
		if (same.length === 1) return name;
		const before = lanes.slice(0, index).filter((lane) => lane.transport === transport);
		return words.laneName(name, number(before.length + 1));
	});
}

/** Names of a result's lanes, in its order: other tabs' stand under their lane's name. */
export function resultLaneNames(
	{ plan, lanes }: RaceResult,
	words: Words,
	format: Formats
): readonly string[] {
	const names = laneNames(plan.lanes, words, format);
	return lanes.map(({ index, tab }) => {
		const name = names[index] ?? '';
		return tab === 0 ? name : words.otherTab(name, format.number(tab));
	});
}

export function describeLane(lane: PlannedLane, words: Words, { number }: Formats): string {
	const { laneSettings: said } = words;
	const { transport, client, delay, jitter, compression, otherTabs } = lane;
	const parts: string[] = [];
	if (transport === 'short-polling') {
		parts.push(said.interval(number(client.interval)));
		if (client.usesEtag) parts.push(said.etag);
	} else if (transport === 'long-polling') {
		parts.push(said['long-polling'], said.hold(number(client.hold)));
	} else parts.push(said[transport]);
	if (delay > 0) parts.push(said.delay(number(delay)));
	if (jitter > 0) parts.push(said.jitter(number(jitter)));
	if (compression) parts.push(said.compression);
	if (otherTabs > 0) parts.push(said.tabs(otherTabs));
	return parts.join(said.separator);
}

export function describeSource(
	{ rate, pattern, size, seconds }: RaceSource,
	words: Words,
	format: Formats
): string {
	const time = format.number(seconds);
	if (rate === 0) return words.noEvents(time);
	return words.source(String(rate), words.patterns[pattern], format.bytes(size), time);
}
