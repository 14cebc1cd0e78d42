import { expect, it } from 'vitest';
import { loadText } from './load-text.ts';
import { keepWords } from './keep-words.ts';

it('a page that is left still has its words when the next one needs fewer', async () => {
	const keep = keepWords();
	const lab = await loadText('en', 'frame-lab');
	keep(lab);
	expect(keep(await loadText('en', 'front')).frameLab).toBe(lab.frameLab);
});

it('the words of another language take the place of those before', async () => {
	const keep = keepWords();
	keep(await loadText('en', 'workbench'));
	const zh = await loadText('zh', 'workbench');
	expect(keep(zh)).toEqual(zh);
});
