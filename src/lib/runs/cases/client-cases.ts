/** Cases in which the student is the client of `ws`. */
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { makeCases, type CaseRecipe } from './cases.ts';
import { DEFLATE_RECIPES } from './deflate-recipes.ts';
import { FRAME_RECIPES } from './frame-recipes.ts';
import { hex } from './frame-writer.ts';
import { MESSAGE_RECIPES } from './message-recipes.ts';

const GIB = 2 ** 30;

/** 100,000 zeros, flushed: a literal, then matches of the longest kind. */
const ZEROS = joinBytes([
	hex('ec c1 31 01 00 00 00 c2 a0 f5 4f 6d 0d 0f a0'),
	new Uint8Array(96),
	hex('80 57 03 00 00 ff ff')
]);

const RECIPES: readonly CaseRecipe[] = [
	{
		id: 'key-zero',
		group: 'masking',
		pieces: (w) => [w.frame(0x81, 'Hello', { key: hex('00 00 00 00') })]
	},
	{ id: 'unmasked', group: 'masking', pieces: (w) => [w.frame(0x81, 'Hello', { key: null })] },
	{ id: 'unmasked-ping', group: 'masking', pieces: (w) => [w.frame(0x89, 'Hello', { key: null })] },
	{
		id: 'unmasked-close',
		group: 'masking',
		pieces: (w) => [w.frame(0x88, hex('03 e8'), { key: null })]
	},
	{
		id: 'unmasked-second',
		group: 'masking',
		pieces: (w) => [w.frame(0x81, 'Hello'), w.frame(0x81, 'Hello', { key: null })]
	},
	{
		id: 'announced-1-gib',
		group: 'limits',
		pieces: (w) => [w.frame(0x82, '', { announced: GIB })]
	},
	{
		id: 'fragments-1-gib',
		group: 'limits',
		pieces: (w) => [w.frame(0x02, 'first'), w.frame(0x80, '', { announced: GIB })]
	},
	{
		id: 'many-fragments',
		group: 'limits',
		pieces: (w) => [
			joinBytes([
				w.frame(0x02),
				...Array.from({ length: 16_400 }, () => w.frame(0x00)),
				w.frame(0x80)
			])
		]
	},
	{
		id: 'deflate-bomb',
		group: 'deflate',
		pieces: (w) => [
			w.frame(0x42, ZEROS),
			...Array.from({ length: 15 }, () => w.frame(0x00, ZEROS)),
			w.frame(0x80, hex('00'))
		]
	}
];

export const CLIENT_CASES = makeCases('client', [
	...FRAME_RECIPES,
	...RECIPES,
	...MESSAGE_RECIPES,
	...DEFLATE_RECIPES
]);
