/** `bytes 12–17`: where something lies in a body, in words. */
import type { Text } from '#lib/i18n/text.ts';
import { formatCount } from '../../field-tree/format.ts';

export function placeWords(text: Text, start: number, end: number): string {
	const words = text.transportsLab.lane.dissect.body;
	if (end <= start + 1) return words.placeOne(formatCount(start));
	return words.place(formatCount(start), formatCount(end - 1));
}
