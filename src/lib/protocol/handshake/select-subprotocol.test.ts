import { expect, it } from 'vitest';
import { selectSubprotocol } from './select-subprotocol.ts';

it.each([
	[['a', 'b'], ['b', 'a'], 'client', 'a'],
	[['a', 'b'], ['b', 'a'], 'server', 'b'],
	[['x', 'b'], ['b', 'a'], 'client', 'b'],
	[['chat', 'superchat'], ['superchat'], 'client', 'superchat'],
	[['x'], ['a'], 'client', null],
	[['x'], ['a'], 'server', null],
	[[], ['a'], 'client', null],
	[['a'], [], 'server', null],
	// Letter for letter: names have a case.
	[['A'], ['a'], 'client', null],
	[['a', 'a'], ['a'], 'server', 'a']
] as const)('of %j offered and %j spoken the order of the %s takes %j', (...row) => {
	const [offered, spoken, order, chosen] = row;
	expect(selectSubprotocol(offered, spoken, order)).toBe(chosen);
});

it('goes by the order of the client unless told otherwise', () => {
	expect(selectSubprotocol(['a', 'b'], ['b', 'a'])).toBe('a');
});
