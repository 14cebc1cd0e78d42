/** Cases in which the student is the server of this browser. */
import { makeCases, type CaseRecipe } from './cases.ts';
import { DEFLATE_RECIPES } from './deflate-recipes.ts';
import { FRAME_RECIPES } from './frame-recipes.ts';
import { hex, SAMPLE_KEY } from './frame-writer.ts';
import { MESSAGE_RECIPES } from './message-recipes.ts';

const RECIPES: readonly CaseRecipe[] = [
	{ id: 'masked', group: 'masking', pieces: (w) => [w.frame(0x81, 'Hello', { key: SAMPLE_KEY })] },
	{
		id: 'masked-ping',
		group: 'masking',
		pieces: (w) => [w.frame(0x89, 'Hello', { key: SAMPLE_KEY })]
	},
	{
		id: 'masked-close',
		group: 'masking',
		pieces: (w) => [w.frame(0x88, hex('03 e8'), { key: SAMPLE_KEY })]
	}
];

export const SERVER_CASES = makeCases('server', [
	...FRAME_RECIPES,
	...RECIPES,
	...MESSAGE_RECIPES,
	...DEFLATE_RECIPES
]);
