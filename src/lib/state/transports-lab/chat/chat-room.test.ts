import { describe, expect, it } from 'vitest';
import { joinLines, type ChatLine } from './chat-line.ts';
import { MISDEEDS, misdeedTexts } from './chat-misdeeds.ts';
import { chatUrl, hashOf, roomOf, suggestName } from './chat-room.ts';

describe('the room of a link', () => {
	it.each(['blue', '小组 3', 'a&b=c#d', '100%'])('%j comes back from its fragment', (room) => {
		expect(roomOf(hashOf(room))).toBe(room);
	});

	it.each(['', '#', '#room=', '#room=%20', '#other=1', `#room=${'x'.repeat(25)}`])(
		'%j means the lobby',
		(hash) => expect(roomOf(hash)).toBe('lobby')
	);

	it('and the name go to the server as they were written', () => {
		const url = new URL(chatUrl('https://wire101.example', 'a&b', 'Ada & Bob'));
		expect([url.protocol, url.pathname]).toEqual(['wss:', '/ws/chat']);
		expect(Array.from(url.searchParams.values())).toEqual(['a&b', 'Ada & Bob']);
	});
});

it('a suggested name is made of words and a number by chance alone', () => {
	const whole = (first: string, second: string, number: string) => `${first}${second}${number}`;
	const words = { first: ['a', 'b'], second: ['c', 'd'], whole };
	expect(suggestName(words, () => 0)).toBe('ac10');
	expect(suggestName(words, () => 0.999)).toBe('bd99');
});

it('what an earlier visit has shown is not shown again', () => {
	const line = (key: string, id: string, isEarlier: boolean) =>
		({ key, kind: 'message', id, isEarlier }) as ChatLine;
	const first = [line('1', 'x', false)];
	const second = [line('2', 'x', true), line('3', 'y', true)];
	expect(joinLines([first, second]).map(({ key }) => key)).toEqual(['1', '3']);
});

describe('a misdeed', () => {
	const textsOf = (misdeed: (typeof MISDEEDS)[number]) => misdeedTexts(misdeed, () => '7', 'Bob');

	it.each([
		['not-json', 1],
		['unknown-type', 1],
		['name-taken', 1],
		['long-text', 1],
		['flood', 30],
		['big-message', 1]
	] as const)('%s is %i messages', (misdeed, count) => {
		expect(textsOf(misdeed)).toHaveLength(count);
	});

	it('takes the name of somebody who is there, or of nobody', () => {
		expect(JSON.parse(textsOf('name-taken')[0] ?? '')).toEqual({
			type: 'rename',
			id: '7',
			body: 'Bob'
		});
		expect(misdeedTexts('name-taken', () => '7', null)).toEqual([]);
	});

	it('is no JSON only where it says so', () => {
		expect(() => JSON.parse(textsOf('not-json')[0] ?? '') as unknown).toThrow(SyntaxError);
		for (const misdeed of MISDEEDS.slice(1)) {
			expect(JSON.parse(textsOf(misdeed)[0] ?? '')).toHaveProperty('type');
		}
	});
});
