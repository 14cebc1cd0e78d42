import { expect, test } from 'vitest';
import { race as en } from '#lib/i18n/en/transports-lab/race.ts';
import { race as zh } from '#lib/i18n/zh/transports-lab/race.ts';
import { findPlanFault } from '#lib/transports/measure/race-plan.ts';
import { addLane, FIRST_PLAN, MOST_ROWS, removeLane, setLane, tabsLeft } from './edit-plan.ts';
import { PRESET_IDS, PRESETS } from './presets.ts';

test.each(PRESET_IDS)('the preset %s can be run as it is', (id) => {
	expect(findPlanFault(PRESETS[id])).toBeNull();
	expect(PRESETS[id].lanes.length).toBeLessThanOrEqual(MOST_ROWS);
});

test.each([
	['en', en],
	['zh', zh]
] as const)('every preset says in %s what it is worth', (_language, words) => {
	expect(Object.keys(words.presets.items)).toEqual(PRESET_IDS);
});

test('the first plan can be run, without the client of Socket.IO', () => {
	expect(findPlanFault(FIRST_PLAN)).toBeNull();
	expect(FIRST_PLAN.lanes.map(({ transport }) => transport)).not.toContain('socket-io');
});

test('no lane is added where the rows are full', () => {
	let plan = FIRST_PLAN;
	for (let lane = 0; lane < 20; lane++) plan = addLane(plan, 'websocket');
	expect(plan.lanes).toHaveLength(MOST_ROWS);
});

test('other tabs take what the other lanes leave', () => {
	let plan = FIRST_PLAN;
	for (const index of [0, 1, 2]) plan = setLane(plan, index, { otherTabs: 9 });
	expect(tabsLeft(plan, 3, 9)).toBe(1);
	expect(tabsLeft(removeLane(plan, 0), 2, 9)).toBe(9);
});
