import { describe, expect, it } from 'vitest';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { CLIENT_CASES } from '#lib/runs/cases/client-cases.ts';
import { SERVER_CASES } from '#lib/runs/cases/server-cases.ts';

const ids = [...new Set([...CLIENT_CASES, ...SERVER_CASES].map(({ id }) => id))].sort();

describe.each([
	['English', en],
	['Chinese', zh]
])('the words of the cases in %s', (_, { frameLab }) => {
	it('name every case, and no case that is gone', () => {
		expect(Object.keys(frameLab.cases.table).sort()).toEqual(ids);
	});
});
