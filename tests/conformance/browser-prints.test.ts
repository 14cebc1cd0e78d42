/**
 * What the explanations say of browsers, held against the record of what browsers did
 * (`npm run prints`): no claim without a row.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	fingerprintOf,
	PRINT_CONTEXT,
	readPrints,
	type BrowserFamily,
	type BrowserPrint
} from '#lib/handshakes/prints/browser-print.ts';
import { PRINTED_RESPONSES } from '#lib/handshakes/prints/print-probes.ts';
import { readDraft } from '#lib/handshakes/draft/read-draft.ts';
import { compareHandshake, type ExplanationId } from '#lib/handshakes/verdict/agreement.ts';
import type { ResponseHead } from '#lib/protocol/http/http-head.ts';

const FAMILIES = ['chromium', 'firefox'] as const;

const records = Object.fromEntries(
	FAMILIES.map((family) => {
		const text = readFileSync(`content/recordings/prints-${family}.json`, 'utf8');
		const prints = readPrints(JSON.parse(text));
		if (!prints) throw new Error(`the record of ${family} cannot be read`);
		return [family, prints];
	})
) as Record<BrowserFamily, NonNullable<ReturnType<typeof readPrints>>>;

function rowOf(family: BrowserFamily, id: string): BrowserPrint {
	const row = records[family].rows.find((each) => each.id === id);
	if (!row) throw new Error(`${family} has no row ${id}`);
	return row;
}

describe.each(FAMILIES)('the record of %s', (family) => {
	it.each(PRINTED_RESPONSES)('is of the bytes that $id has today', ({ id, build }) => {
		expect(rowOf(family, id).fingerprint).toBe(fingerprintOf(build(PRINT_CONTEXT)));
	});

	it('says who was observed, and when', () => {
		const { browser, recordedAt } = records[family];
		expect(browser.family).toBe(family);
		expect(browser.version).toMatch(/^\d+\.\d+/);
		expect(Date.parse(recordedAt)).not.toBeNaN();
	});

	it('has 1006 without a reason for each failure, and an error before it', () => {
		const failed = records[family].rows.filter(({ outcome }) => outcome === 'failed');
		const told = failed.map((row) => row.told);
		const close = { name: 'close', code: 1006, reason: '', wasClean: false };
		expect(told).toEqual(failed.map(() => [{ name: 'error' }, close]));
	});
});

it.each([
	// [explanation's claim, id, Chromium, Firefox]
	['a bare LF is taken by both', 'answer-bare-lf', 'opened', 'opened'],
	['a line without a colon is taken by both', 'answer-no-colon', 'opened', 'opened'],
	['a folded value is taken by both', 'answer-folded', 'opened', 'opened'],
	['a space before the colon is taken by both', 'answer-space-before-colon', 'opened', 'opened'],
	['junk before the status line is taken by both', 'probe-junk-first', 'opened', 'opened'],
	['a 101 of HTTP/1.0 is taken by one', 'answer-http-1-0', 'opened', 'failed'],
	['a 101 of HTTP/2.0 is taken by one', 'probe-http-2-0', 'opened', 'failed'],
	['websocket in a list is taken by one', 'answer-upgrade-list', 'failed', 'opened'],
	['Upgrade twice is taken by one', 'probe-upgrade-twice', 'failed', 'opened'],
	['another subprotocol than those offered fails', 'subprotocol-not-offered', 'failed', 'failed'],
	['one where none was offered is passed over', 'probe-subprotocol-unasked', 'failed', 'opened'],
	['an offer without an answer fails in one', 'probe-subprotocol-owed', 'failed', 'opened'],
	['an interim response ends it in one', 'due-after-103', 'failed', 'opened'],
	['a 100 first ends it in one', 'probe-100-first', 'failed', 'opened'],
	['an empty list element is refused', 'probe-extension-empty-element', 'failed', 'failed'],
	['a redirect is not followed', 'status-302', 'failed', 'failed'],
	['a challenge is not answered', 'status-401', 'failed', 'failed'],
	['a response that never ends is waited for', 'answer-never-ends', 'unanswered', 'unanswered'],
	['silence is waited for', 'answer-silence', 'unanswered', 'unanswered']
] as const)('%s', (_, id, chromium, firefox) => {
	expect(rowOf('chromium', id).outcome).toBe(chromium);
	expect(rowOf('firefox', id).outcome).toBe(firefox);
});

it('Chromium says why, Firefox hardly ever', () => {
	const reasons = (family: BrowserFamily) =>
		new Set(
			records[family].rows
				.filter(({ outcome }) => outcome === 'failed')
				.map(({ console }) => console.map(({ text }) => text).join('\n'))
		);
	expect(reasons('chromium').size).toBeGreaterThan(20);
	expect(reasons('firefox').size).toBeLessThan(4);
});

it('Chromium gives its panel neither status nor headers of a response that it refuses', () => {
	const failed = records.chromium.rows.filter(({ outcome }) => outcome === 'failed');
	expect(failed.map(({ panel }) => panel?.status)).toEqual(failed.map(() => null));
	expect(failed.every(({ panel }) => panel?.error)).toBe(true);
});

/** Explanations that speak of a browser, from what the record holds. */
const explained = FAMILIES.flatMap((family) =>
	PRINTED_RESPONSES.flatMap(({ id, build }) => {
		const draft = build(PRINT_CONTEXT);
		const { verdict, head } = readDraft(draft);
		const row = rowOf(family, id);
		if (row.outcome === 'unanswered') return [];
		const opened = row.told.find((told) => told.name === 'open');
		const answer = {
			kind: row.outcome,
			head: head as ResponseHead,
			hasInterim: /^(due-after-103|probe-100-first)$/.test(id),
			offered: draft.protocols,
			protocol: opened?.name === 'open' ? opened.protocol : null,
			extensions: opened?.name === 'open' ? opened.extensions : null,
			close: null,
			hasError: row.outcome === 'failed'
		};
		return compareHandshake(verdict, answer, 'server').explanations;
	})
);

it.each([
	'browser-takes-bare-lf',
	'browser-takes-http-fault',
	'browser-takes-http-1-0',
	'browser-takes-upgrade-list',
	'browser-takes-subprotocol',
	'subprotocol-owed',
	'redirect-not-followed',
	'challenge-not-answered',
	'failure-hidden'
] as const satisfies readonly ExplanationId[])('the explanation %s has a case on record', (id) => {
	expect(explained).toContain(id);
});
