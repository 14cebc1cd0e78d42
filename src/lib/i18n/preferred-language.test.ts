import { describe, expect, it } from 'vitest';
import { inLanguage, pathLanguage, preferredLanguage } from './preferred-language.ts';

describe('the language asked for', () => {
	it.each<[string | null, string]>([
		[null, 'en'],
		['', 'en'],
		['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
		['zh-Hant-TW', 'zh'],
		['en-GB,en;q=0.9', 'en'],
		['fr-FR,fr;q=0.9,zh;q=0.5,en;q=0.4', 'zh'],
		['en;q=0.3, zh;q=0.7', 'zh'],
		['zh;q=0, en;q=0.1', 'en'],
		['de,*;q=0.5', 'en'],
		['zh;q=nonsense', 'en'],
		[';;,,=;q', 'en']
	])('reads %j as %s', (header, language) => {
		expect(preferredLanguage(header)).toBe(language);
	});

	it('leaves the rest of an endless header unread', () => {
		expect(preferredLanguage(`${'fr,'.repeat(100_000)}zh`)).toBe('en');
	});
});

describe('the language of a path', () => {
	it.each([
		['/zh', 'zh'],
		['/en/lab', 'en'],
		['/fr/lab', null],
		['/', null],
		['/english', null]
	])('finds in %s %s', (pathname, language) => {
		expect(pathLanguage(pathname)).toBe(language);
	});

	it.each([
		['/zh', '/en'],
		['/zh/', '/en'],
		['/zh/lab', '/en/lab'],
		['/en/lab/', '/en/lab/'],
		['/fr', '/en/fr'],
		['/', '/en']
	])('turns %s into %s', (pathname, turned) => {
		expect(inLanguage(pathname, 'en')).toBe(turned);
	});
});
