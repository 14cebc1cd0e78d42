import { expect, it } from 'vitest';
import { findFunctions } from './source-functions.ts';

const SOURCE = `/** Not of the function. */
export function first(): void {
	const inner = () => [].map(function ofFirst() {});
}

class Chat {
	constructor() {}

	/** Its comment. */
	#join(
		name: string
	): void {
		first();
	}
}
`;

it('functions and methods are found by their lines, without the comments above them', async () => {
	expect(await findFunctions(SOURCE)).toEqual([
		{ name: 'first', first: 2, last: 4 },
		{ name: 'constructor', first: 7, last: 7 },
		{ name: '#join', first: 10, last: 14 }
	]);
});

it('a file without functions has none', async () => {
	expect(await findFunctions('const a = 1;\n')).toEqual([]);
});
