import { describe, expect, it } from 'vitest';
import { DEFAULT_CLIENT } from '../measure/race-plan.ts';
import type { Transport } from '../transport.ts';
import { findLoginFindings } from './login-findings.ts';
import type { LoginResult } from './login-result.ts';

function result(
	transport: Transport,
	scan: number | null,
	decision: number | null,
	numbers: Partial<LoginResult> = {}
): LoginResult {
	return {
		number: 1,
		transport,
		client: DEFAULT_CLIENT,
		outcome: 'confirmed',
		steps: [
			{ step: 'scanned', delay: scan },
			{ step: 'confirmed', delay: decision }
		],
		waited: 4_000_000,
		requests: 5,
		emptyAnswers: 0,
		up: 500,
		down: 300,
		clockError: 500,
		...numbers
	};
}

const kinds = (...results: LoginResult[]) => findLoginFindings(results).map(({ kind }) => kind);

describe('findings on log-ins', () => {
	it('are none before the first', () => {
		expect(kinds()).toEqual([]);
	});

	it('are none of an attempt that nobody scanned', () => {
		const outcome = { outcome: 'expired', steps: [{ step: 'expired', delay: 900 }] } as const;
		expect(kinds(result('websocket', null, null, outcome))).toEqual([]);
	});

	it('put the waits of all short polling with the same interval together', () => {
		const slow = { client: { ...DEFAULT_CLIENT, interval: 9000 } };
		const [asked] = findLoginFindings([
			result('short-polling', 8_000_000, 9_000_000, slow),
			result('short-polling', 200_000, 400_000),
			result('short-polling', null, 900_000)
		]);
		expect(asked).toEqual({
			kind: 'asked',
			interval: 1000,
			count: 3,
			least: 200_000,
			most: 900_000,
			mean: 500_000
		});
	});

	it('count the answers that brought nothing', () => {
		const found = findLoginFindings([result('short-polling', 1, 2, { emptyAnswers: 3 })]);
		expect(found.at(-1)).toEqual({ kind: 'empty', empty: 3, requests: 5 });
	});

	it('say of the newest that was pushed how soon the page knew', () => {
		const pushed = result('websocket', 3000, 4000);
		expect(findLoginFindings([pushed])).toEqual([
			{ kind: 'told', result: pushed, scan: 3000, decision: 4000 }
		]);
	});

	it('compare the fastest with the slowest, and the cheapest with the dearest', () => {
		const [asked, pushed, held] = [
			result('short-polling', 1, 700_000, { up: 2000 }),
			result('websocket', 1, 4000, { up: 100 }),
			result('long-polling', 1, 9000, { up: 900 })
		];
		const found = findLoginFindings([asked, pushed, held]);
		expect(found.slice(-2)).toEqual([
			{ kind: 'faster', fast: pushed, slow: asked },
			{ kind: 'cheaper', cheap: pushed, dear: asked }
		]);
	});

	it('compare the newest of each way only', () => {
		const found = findLoginFindings([
			result('websocket', 1, 900_000),
			result('websocket', 1, 4000),
			result('long-polling', 1, 9000)
		]);
		expect(found.find(({ kind }) => kind === 'faster')).toMatchObject({
			fast: { transport: 'websocket' },
			slow: { transport: 'long-polling' }
		});
	});

	it('call none faster where the clocks may be wrong by as much', () => {
		const [one, other] = [result('websocket', 1, 4000), result('long-polling', 1, 4900)];
		expect(kinds(one, other)).not.toContain('faster');
	});

	it('compare nothing with what nobody decided', () => {
		const open = result('long-polling', 5000, null, { outcome: 'stopped' });
		expect(kinds(result('websocket', 1, 4000), open)).toEqual(['told']);
	});
});
