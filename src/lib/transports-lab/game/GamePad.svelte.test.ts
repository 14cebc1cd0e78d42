import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { GameInput } from '#lib/state/transports-lab/game/game-input.ts';
import { en } from '#lib/i18n/en/index.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import GamePad from './GamePad.svelte';
import { gameKey } from './keys.ts';

const words = en.transportsLab.game.pad;

async function show(disabled = false) {
	const sent: string[] = [];
	const input = new GameInput({
		now: () => performance.now(),
		send: (message) => {
			sent.push(message);
			return Promise.resolve({ kind: 'sent', isTaken: true });
		}
	});
	await renderWithText(GamePad, { input, disabled });
	return { sent, input };
}

test('a direction holds while its button is pressed, and ends with it', async () => {
	const { sent, input } = await show();
	await page.getByRole('button', { name: words.right }).click();
	await vi.waitFor(() => expect(sent).toEqual(['1 1 0 0', '2 0 0 0']));
	expect(input.held.size).toBe(0);
});

test('the buttons are pressed by the keyboard too', async () => {
	const { sent } = await show();
	page.getByRole('button', { name: words.strike }).element().focus();
	await userEvent.keyboard('{Enter}');
	await vi.waitFor(() => expect(sent).toEqual(['1 0 0 1']));
});

test('nothing is sent while nobody plays', async () => {
	await show(true);
	for (const name of [words.up, words.down, words.left, words.right, words.strike]) {
		await expect.element(page.getByRole('button', { name })).toBeDisabled();
	}
});

test.each([
	['ArrowUp', {}, 'up'],
	['KeyD', {}, 'right'],
	['Space', {}, 'strike'],
	['Tab', {}, null],
	['Escape', {}, null],
	['KeyD', { ctrlKey: true }, null],
	['ArrowLeft', { altKey: true }, null]
] as const)('%s %j is %s: what is not the game’s stays the browser’s', (code, more, key) => {
	expect(gameKey(new KeyboardEvent('keydown', { code, ...more }))).toBe(key);
});
