import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { FrameLab } from '#lib/state/frame-lab/frame-lab.svelte.ts';
import RunPane from './RunPane.svelte';

beforeEach(() => page.viewport(1000, 900));

async function show(language?: 'en' | 'zh') {
	const lab = new FrameLab(new URL('http://localhost:3000/en/lab/frames'));
	const props = { lab, showlink: vi.fn(), onsend: vi.fn(), onedit: vi.fn() };
	return { ...(await renderWithText(RunPane, props, language)), lab, props };
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const kinds = (lab: FrameLab) => lab.draft.run.items.map(({ kind }) => kind);
const ids = (lab: FrameLab) => lab.draft.run.items.map(({ id }) => id);

async function add(...names: (string | RegExp)[]) {
	for (const name of names) {
		await button('Add').click();
		await page.getByRole('menuitem', { name }).click();
	}
}

async function begun() {
	const shown = await show();
	await button('Text “Hello”').click();
	return shown;
}

test('an empty run says how to begin', async () => {
	await show();
	await expect.element(page.getByRole('heading', { name: 'Nothing to send yet' })).toBeVisible();
});

test('it begins with a masked text that is legal', async () => {
	const { lab } = await begun();
	await expect.element(page.getByText('Legal: by the RFC')).toBeVisible();
	expect(lab.draft.reading.verdict.kind).toBe('legal');
});

test('a frame, a pause and an end are added behind the chosen item', async () => {
	const { lab } = await begun();
	await add('Ping', /^Pause/, 'End: RST');
	expect(kinds(lab)).toEqual(['frame', 'frame', 'pause', 'end']);
});

test('Alt and the arrows move an item, and the focus stays on it', async () => {
	const { lab } = await begun();
	await add('Ping', /^Pause/);
	document.querySelector<HTMLElement>('[data-row="3"]')?.focus();
	await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
	await vi.waitFor(() => expect(ids(lab)).toEqual([3, 1, 2]));
	expect(document.activeElement?.getAttribute('data-row')).toBe('3');
});

test('the arrows choose, Delete removes', async () => {
	const { lab } = await begun();
	await add('Ping', /^Pause/);
	document.querySelector<HTMLElement>('[data-row="3"]')?.focus();
	await userEvent.keyboard('{ArrowUp}{Delete}');
	expect(ids(lab)).toEqual([1, 3]);
});

test('an item is duplicated behind itself', async () => {
	const { lab } = await begun();
	await button('Duplicate').click();
	expect(ids(lab)).toEqual([1, 2]);
});

test('undo and redo go through all of it', async () => {
	const { lab } = await begun();
	await button('Duplicate').click();
	await button('Undo').click();
	await button('Undo').click();
	expect(ids(lab)).toEqual([]);
	await button('Redo').click();
	expect(ids(lab)).toEqual([1]);
});

test.each([
	['Byte by byte', '11 bytes in 11 writes'],
	['All in one', '11 bytes in 1 write']
])('%s makes %s', async (name, said) => {
	await begun();
	await button('Add a cut').click();
	await button(name).click();
	await expect.element(page.getByText(said)).toBeVisible();
});

test('a cut is added and removed by buttons', async () => {
	await begun();
	await button('Add a cut').click();
	await expect.element(page.getByText('11 bytes in 2 writes')).toBeVisible();
	await button('Remove cut').click();
	await expect.element(page.getByText('11 bytes in 1 write')).toBeVisible();
});

test('what breaks a rule is told before it is sent', async () => {
	const { lab } = await begun();
	lab.draft.setBytes(Uint8Array.of(0xc1, 0x80, 1, 2, 3, 4));
	const verdict = page.getByRole('status', { name: 'What the RFC demands' });
	await expect.element(verdict).toHaveTextContent('fail the connection with 1002');
});

test('what is over a limit is told, with what to do', async () => {
	const { lab } = await begun();
	lab.draft.setBytes(new Uint8Array(2 ** 17 + 1));
	await expect.element(page.getByText(/A frame has 131,073 bytes/)).toBeVisible();
});

test('the other side may be played', async () => {
	const { lab } = await begun();
	await page.getByRole('radio', { name: 'Server' }).click({ force: true });
	expect(lab.draft.run.role).toBe('server');
});

test('nothing can be sent while the server is not reached', async () => {
	await begun();
	await expect.element(button('Send')).toBeDisabled();
});

test('a link goes to the address bar', async () => {
	const { props } = await begun();
	await button('Copy link').click();
	await vi.waitFor(() => expect(props.showlink).toHaveBeenCalledWith(expect.stringMatching(/^#./)));
});

test('in Chinese as well', async () => {
	await show('zh');
	await expect.element(button('文本帧“Hello”')).toBeVisible();
});
