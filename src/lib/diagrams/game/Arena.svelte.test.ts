import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Snapshot } from '#lib/transports/game/snapshot.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import Arena from './Arena.svelte';

const PLAYER = { facing: 0, pose: 'idle', health: 3, score: 0, seen: 0 } as const;
const SNAPSHOT: Snapshot = {
	tick: 812,
	players: [
		{ ...PLAYER, number: 1, x: 100, y: 200 },
		{ ...PLAYER, number: 2, x: 300, y: 200, pose: 'down' }
	],
	monsters: [{ number: 5, x: 120, y: 220, mood: 'chase', health: 1 }],
	happenings: []
};

async function show(snapshot: Snapshot | null = SNAPSHOT) {
	return renderWithText(Arena, { label: 'two players', snapshot, you: 1 });
}

test('everybody stands where the snapshot says, and the own player is marked', async () => {
	await show();
	await expect.element(page.getByRole('img', { name: 'two players' })).toBeVisible();
	const players = [...document.querySelectorAll<SVGGElement>('.player')];
	expect(players.map(({ style }) => style.transform)).toEqual([
		'translate(100px, 200px)',
		'translate(300px, 200px)'
	]);
	expect(players.map(({ dataset }) => 'you' in dataset)).toEqual([true, false]);
	expect(players[1]?.dataset.pose).toBe('down');
});

test('nothing moves by itself: only a new snapshot changes a place, without a transition', async () => {
	const screen = await show();
	const monster = document.querySelector<SVGGElement>('.monster');
	expect(monster && getComputedStyle(monster).transitionDuration).toBe('0s');
	const [first] = SNAPSHOT.monsters;
	await screen.update({ snapshot: { ...SNAPSHOT, monsters: first ? [{ ...first, x: 500 }] : [] } });
	expect(document.querySelector<SVGGElement>('.monster')?.style.transform).toBe(
		'translate(500px, 220px)'
	);
});

test('it is empty before the first snapshot', async () => {
	await show(null);
	await expect.element(page.getByRole('img', { name: 'two players' })).toBeVisible();
	expect(document.querySelectorAll('.player, .monster')).toHaveLength(0);
});
