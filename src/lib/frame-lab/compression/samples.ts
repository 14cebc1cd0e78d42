/** Messages to begin with; each set shows another side of deflate. */
import type { Text } from '#lib/i18n/text.ts';

export const SAMPLES = ['chat', 'prices', 'far', 'poem', 'long'] as const;
export type SampleId = (typeof SAMPLES)[number];

const PRICES = [101.25, 101.3, 101.2, 101.35, 101.3, 101.45];
const POEM =
	'床前明月光，疑是地上霜。举头望明月，低头思故乡。\n春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。\n白日依山尽，黄河入海流。欲穷千里目，更上一层楼。\n床前明月光，处处闻啼鸟。欲穷千里目，低头思故乡。';

export function sampleMessages(id: SampleId, words: Text['frameLab']['compression']): string[] {
	if (id === 'chat') return words.messages.chatLines.split('\n');
	if (id === 'poem') return POEM.split('\n');
	if (id === 'prices') return PRICES.map(price);
	if (id === 'far') return farApart(words.messages.phrase);
	return [[...Object.values(words.blocks.says), ...Object.values(words.broken.why)].join('\n')];
}

function price(value: number, index: number): string {
	return JSON.stringify({
		type: 'price',
		symbol: 'WIRE101',
		sequence: 4200 + index,
		price: value,
		currency: 'CNY',
		market: 'Shanghai'
	});
}

/** The same phrase again behind 600, 3,000 and 12,000 characters: windows of 10, 12 and 14 bits. */
function farApart(phrase: string): string[] {
	return [phrase, ...[600, 3000, 12_000].flatMap((gap) => [fill(gap), phrase])];
}

/** Characters that repeat as little as possible, the same at each call (a linear congruence). */
function fill(length: number): string {
	let text = '';
	for (let state = length; text.length < length;) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		text += state.toString(36);
	}
	return text.slice(0, length);
}
