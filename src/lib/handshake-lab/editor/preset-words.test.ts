import { REQUEST_PRESETS } from '#lib/handshakes/presets/request-presets.ts';
import { RESPONSE_PRESETS } from '#lib/handshakes/presets/response-presets.ts';
import { editor as en } from '#lib/i18n/en/handshake-lab/editor.ts';
import { editor as zh } from '#lib/i18n/zh/handshake-lab/editor.ts';
import { describe, expect, test } from 'vitest';

const all = [...REQUEST_PRESETS, ...RESPONSE_PRESETS];
const sorted = (words: Iterable<string>) => [...words].sort();

describe.each([
	['en', en],
	['zh', zh]
])('the words of the presets in %s', (_, words) => {
	test('are those of every preset, and of no other', () => {
		expect(sorted(Object.keys(words.presets))).toEqual(sorted(all.map(({ id }) => id)));
	});

	test('name every group, and no other', () => {
		expect(sorted(Object.keys(words.presetGroups))).toEqual(
			sorted(new Set(all.map(({ group }) => group)))
		);
	});

	test('tell presets of one side apart by name within their group', () => {
		for (const side of [REQUEST_PRESETS, RESPONSE_PRESETS]) {
			const names = side.map(({ id, group }) => `${group}: ${words.presets[id].name}`);
			expect(new Set(names).size).toBe(names.length);
		}
	});

	test('are one note each, which ends as a sentence does', () => {
		for (const { note } of Object.values(words.presets)) expect(note).toMatch(/[.。？?]$/);
	});
});
