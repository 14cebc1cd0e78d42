import { expect, it } from 'vitest';
import { readProtocols } from './read-protocols.ts';

it.each([
	['nothing', '', []],
	['only spaces', '  ', []],
	['one name', 'chat', ['chat']],
	['several names', 'chat, superchat ,x', ['chat', 'superchat', 'x']],
	['a name being typed', 'chat, ', ['chat']],
	['an empty name between, which a browser refuses', 'a,,b', ['a', '', 'b']],
	['a name twice, which a browser refuses', 'a, a', ['a', 'a']]
])('%s is read as the page would offer it', (_name, text, names) => {
	expect(readProtocols(text)).toEqual(names);
});
