import { expect, it } from 'vitest';
import { loginIdOf, phoneAddresses, phoneUrl } from './login-addresses.ts';

const ID = 'AbC_-0123456789abcdefg';

it.each([
	['this computer alone', 'http://localhost:3000', [], ['http://localhost:3000'], true],
	['this computer alone', 'http://[::1]:3000', [], ['http://[::1]:3000'], true],
	[
		'the network',
		'http://127.0.0.1:3000',
		['http://192.0.2.7:3000', 'http://198.51.100.2:3000'],
		['http://192.0.2.7:3000', 'http://198.51.100.2:3000'],
		false
	],
	[
		'the network under the name that the page has',
		'http://192.0.2.7:3000',
		['http://198.51.100.2:3000', 'http://192.0.2.7:3000'],
		['http://192.0.2.7:3000', 'http://198.51.100.2:3000'],
		false
	],
	['everybody', 'https://wire.example', [], ['https://wire.example'], false]
])('phones of %s are given the addresses of %s', (_who, page, told, origins, isLocalOnly) => {
	expect(phoneAddresses(page, told)).toEqual({ origins, isLocalOnly });
});

it('the id of a log-in stands in the fragment, which no server is sent', () => {
	const url = new URL(phoneUrl('http://192.0.2.7:3000', 'zh', ID));
	expect([url.pathname, url.search, url.hash]).toEqual(['/zh/phone', '', `#${ID}`]);
	expect(loginIdOf(url.hash)).toBe(ID);
});

it.each([['', '#', '#short', `#${ID}x`, `?${ID}`, `#${ID.slice(1)}%`]].flat())(
	'%j holds no id',
	(hash) => expect(loginIdOf(hash)).toBeNull()
);
