import { describe, expect, it } from 'vitest';
import { createFormats } from '#lib/i18n/format.ts';
import { summary as en } from '#lib/i18n/en/transports-lab/summary.ts';
import { summary as zh } from '#lib/i18n/zh/transports-lab/summary.ts';
import type { Finding } from '#lib/transports/measure/findings.ts';
import { sayFinding, type FindingWords } from './say-finding.ts';

const laneName = (lane: number): string => ['Short polling', 'WebSocket'][lane] ?? `lane ${lane}`;
const ENGLISH: FindingWords = {
	words: en.findings,
	format: createFormats('en'),
	laneName,
	join: ' '
};
const CHINESE: FindingWords = {
	words: zh.findings,
	format: createFormats('zh-CN'),
	laneName,
	join: ''
};

const bytes = { lane: 0, bytes: 9000, other: 1, otherBytes: 2000 };
const extremes = { least: 1, leastBytes: 199.6, most: 0, mostBytes: 1000 };
const waits = { held: 6, waited: 2, unsent: 0, longest: 3_000_000, never: 1 };
const medians = { lane: 0, delay: 2000, other: 1, otherDelay: 1500, margin: 600 };

const FINDINGS: readonly (readonly [Finding, string])[] = [
	[{ kind: 'bytes-per-event', ...extremes }, 'WebSocket spent the fewest bytes on an event, 200 B'],
	[{ kind: 'silence', ...extremes, time: 20_000_000 }, 'In 20 s, WebSocket spent 200 B'],
	[{ kind: 'empty-answers', lane: 0, empty: 15, answers: 20 }, '15 of 20 responses (75%)'],
	[
		{ kind: 'polling-cheaper', ...bytes, delay: 4_000_000, otherDelay: 900 },
		'median delay was 4 s, against 900 µs'
	],
	[
		{ kind: 'polling-gathers', ...bytes, requests: 3, otherRequests: 100 },
		'it needed 3 requests, WebSocket 100'
	],
	[
		{
			kind: 'polling-dearer',
			...bytes,
			question: { heads: 500, bodies: 640, breakEven: 10_000_000 }
		},
		'asking about every 10 s'
	],
	[
		{ kind: 'polling-dearer', ...bytes, question: { heads: 500, bodies: 2048, breakEven: null } },
		'carried took 2 KiB by itself'
	],
	[{ kind: 'polling-dearer', ...bytes, question: null }, 'WebSocket 1.95 KiB.'],
	[{ kind: 'polling-delay', lane: 0, delay: 500_000, interval: 1_000_000 }, '500 ms, with an'],
	[{ kind: 'long-polling-delay', ...medians, verdict: 'same' }, 'as quick as WebSocket'],
	[{ kind: 'long-polling-delay', ...medians, verdict: 'slower' }, 'WebSocket 1.5 ms'],
	[{ kind: 'long-polling-delay', ...medians, verdict: 'quicker' }, 'lower median'],
	[
		{ kind: 'six-connections', isOwn: true, ...waits },
		'6 requests were held at once. 2 more waited inside the browser, up to 3 s'
	],
	[
		{ kind: 'six-connections', isOwn: false, ...waits, held: 2, unsent: 1 },
		'waited inside the browser for up to 3 s, unseen by the server (2 in all), though this race held no more than 2 at once itself.'
	],
	[
		{ kind: 'six-connections', isOwn: false, ...waits, held: 0, unsent: 1 },
		'other tabs probably held all. Of these, 1 never left it. Lanes that never got a connection: 1.'
	],
	[{ kind: 'late-code', lane: 1, code: 'late' }, 'WebSocket: the code of its client had not come'],
	[{ kind: 'late-code', lane: 1, code: 'failed' }, 'WebSocket: the code of its client could not'],
	[{ kind: 'compression', ...bytes, bytes: 500 }, '75% less'],
	[{ kind: 'compression', ...bytes }, 'saved Short polling nothing'],
	[
		{
			kind: 'envelope',
			lane: 0,
			other: 1,
			opening: 2000,
			otherOpening: 500,
			perEvent: 100,
			otherPerEvent: 80
		},
		'100 B on each event'
	],
	[{ kind: 'heads', lane: 0, heads: 850, bytes: 1000 }, '850 B (85%) were HTTP heads'],
	[{ kind: 'opening', lane: 1, opening: 500, bytes: 1000 }, '500 B (50%)'],
	[{ kind: 'all-delivered', events: 100, lanes: 5 }, 'All 100 events arrived on all 5 lanes.'],
	[
		{ kind: 'lost', lane: 0, missing: 0, skipped: 2, events: 9 },
		'no longer kept 2 events when the client asked for them'
	],
	[{ kind: 'lost', lane: 0, missing: 3, skipped: 0, events: 9 }, '3 of 9 events'],
	[{ kind: 'lost', lane: 0, missing: 1, skipped: 0, events: 1 }, '1 of 1 event had'],
	[{ kind: 'duplicated', lane: 1, duplicates: 4 }, '4 events came again and were dropped'],
	[{ kind: 'duplicated', lane: 1, duplicates: 1 }, '1 event came again and was dropped'],
	[{ kind: 'dropped', lane: 1, times: 1 }, 'dropped its client once.'],
	[{ kind: 'clock', error: 480 }, 'up to 480 µs'],
	[{ kind: 'cut-short', outcome: 'lost' }, 'The connection to the lab server was lost']
];

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a finding in words', () => {
	it.each(FINDINGS)('says its numbers: %j', (finding, part) => {
		expect(plain(sayFinding(finding, ENGLISH))).toContain(part);
	});

	it.each(FINDINGS)('has no word left open in Chinese: %j', (finding) => {
		const said = sayFinding(finding, CHINESE);
		expect(said).toMatch(/。$/);
		expect(said).not.toMatch(/undefined|NaN|\$\{/);
		// Chinese and Latin stand apart.
		expect(said).not.toMatch(/\p{Script=Han}[\p{Script=Latin}\p{Nd}]/u);
		expect(said).not.toMatch(/[\p{Script=Latin}\p{Nd}]\p{Script=Han}/u);
	});
});
