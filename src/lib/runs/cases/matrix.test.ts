import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countedList } from '../../../../tests/support/counted-list.ts';
import { CLIENT_CASES } from './client-cases.ts';
import { findRow, fingerprintOf, matrixToJson, readMatrix, type Matrix } from './matrix.ts';
import { SERVER_CASES } from './server-cases.ts';

const [tried] = CLIENT_CASES;
if (!tried) throw new Error('there are cases');

const MATRIX: Matrix = {
	recordedAt: '2026-11-20T12:00:00.000Z',
	peers: { client: 'ws 8', server: 'a browser' },
	rows: [
		{
			role: 'client',
			id: tried.id,
			fingerprint: fingerprintOf(tried.run),
			strict: { kind: 'legal' },
			peer: { kind: 'accepted', hasPageError: false, end: null, messages: 1, pongs: 0 }
		}
	]
};

const json = (): unknown => JSON.parse(JSON.stringify(matrixToJson(MATRIX)));

it('is read back as it was written', () => {
	const read = readMatrix(json());
	expect(read).toMatchObject(MATRIX);
});

it('says in the file whether the judges agree', () => {
	expect(json()).toMatchObject({ rows: [{ agreement: 'agree' }] });
});

it.each([
	['no object', 'x'],
	['another format', { ...(json() as object), format: 'other' }],
	['another version', { ...(json() as object), version: 2 }],
	['no date', { ...(json() as object), recordedAt: 'yesterday' }],
	['a row without a verdict', { ...(json() as object), rows: [{ role: 'client', id: 'x' }] }]
])('is not read from %s', (_, text) => {
	expect(readMatrix(text)).toBeNull();
});

it.each([
	['too many rows', 1001, 0],
	['rows that are none', 1000, 1]
])('is given up at the first fault where it has %s', (_, length, most) => {
	const { items, read } = countedList(Array(length).fill({}));
	expect(readMatrix({ ...(json() as object), rows: items })).toBeNull();
	expect(read.size).toBeLessThanOrEqual(most);
});

it('finds the row of a case by its bytes', () => {
	expect(findRow(MATRIX, tried)).toBe(MATRIX.rows[0]);
	expect(findRow(MATRIX, { ...tried, run: { ...tried.run, items: [] } })).toBeNull();
});

it('tells every case from every other by its bytes, extensions and end', () => {
	for (const cases of [CLIENT_CASES, SERVER_CASES]) {
		expect(new Set(cases.map(({ run }) => fingerprintOf(run))).size).toBe(
			new Set(cases.map(({ run: { extensions, items } }) => JSON.stringify({ extensions, items })))
				.size
		);
	}
});

describe.each(['chromium', 'firefox'])('the recording of %s', (name) => {
	const read = readMatrix(
		JSON.parse(readFileSync(`content/recordings/matrix-${name}.json`, 'utf8'))
	);

	it('has a row for every case as it is today', () => {
		const missing = [...CLIENT_CASES, ...SERVER_CASES].filter(
			(each) => !read || !findRow(read, each)
		);
		expect(missing.map(({ role, id }) => `${role} ${id}`)).toEqual([]);
	});

	it('has every case judged', () => {
		expect(read?.rows.filter(({ peer }) => peer.kind === 'waiting')).toEqual([]);
	});
});
