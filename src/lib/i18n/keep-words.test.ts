import { expect, it } from 'vitest';
import { en } from './en/index.ts';
import { loadText } from './load-text.ts';
import { keepWords } from './keep-words.ts';
import { LANGUAGES } from './text.ts';

it('a page that is left still has its words when the next one needs fewer', async () => {
	const keep = keepWords();
	const lab = await loadText('en', 'frame-lab');
	keep(lab);
	expect(keep(await loadText('en', 'front')).frameLab).toBe(lab.frameLab);
});

it('a tool of the frame lab that is left still has its words on the next one', async () => {
	const keep = keepWords();
	const { frameLab } = keep(await loadText('en', 'frame-lab/masking'));
	const next = keep(await loadText('en', 'frame-lab/limits'));
	expect(next.frameLab.masking).toBe(frameLab.masking);
	expect(next.frameLab.limits).toBeDefined();
});

it.each(LANGUAGES)('with all its tools the frame lab has all its words: %s', async (language) => {
	const keep = keepWords();
	for (const tool of ['fragments', 'cases', 'compression', 'masking', 'limits'] as const) {
		keep(await loadText(language, `frame-lab/${tool}`));
	}
	const { frameLab } = keep(await loadText(language, 'frame-lab'));
	expect(Object.keys(frameLab).sort()).toEqual(Object.keys(en.frameLab).sort());
});

it.each(LANGUAGES)(
	'with all its tools the handshake lab has all its words: %s',
	async (language) => {
		const keep = keepWords();
		for (const tool of ['', 'response', 'accept', 'negotiation', 'views', 'proxies', 'tls']) {
			keep(await loadText(language, `handshake-lab/${tool}`));
		}
		const { handshakeLab } = keep(await loadText(language, 'handshake-lab'));
		expect(Object.keys(handshakeLab).sort()).toEqual(Object.keys(en.handshakeLab).sort());
	}
);

it('the words of another language take the place of those before', async () => {
	const keep = keepWords();
	keep(await loadText('en', 'workbench'));
	const zh = await loadText('zh', 'workbench');
	expect(keep(zh)).toEqual(zh);
});
