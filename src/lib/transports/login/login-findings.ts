/** What attempts to be logged in show, as data; the words stand with the page. */
import { delayOf, type LoginResult } from './login-result.ts';

export type LoginFinding =
	/** Short polling: a step waits for the next question, up to an interval (ms); measured in µs. */
	| {
			readonly kind: 'asked';
			readonly interval: number;
			readonly count: number;
			readonly least: number;
			readonly most: number;
			readonly mean: number;
	  }
	/** So many answers of short polling brought nothing. */
	| { readonly kind: 'empty'; readonly empty: number; readonly requests: number }
	/** Long polling, SSE, WebSocket, Socket.IO: the server spoke as soon as it knew. */
	| {
			readonly kind: 'told';
			readonly result: LoginResult;
			readonly scan: number | null;
			readonly decision: number | null;
	  }
	/** Two ways of waiting, by the delay of the decision: the faster one first. */
	| { readonly kind: 'faster'; readonly fast: LoginResult; readonly slow: LoginResult }
	/** Two ways of waiting, by their bytes: the cheaper one first. */
	| { readonly kind: 'cheaper'; readonly cheap: LoginResult; readonly dear: LoginResult };

/** @param results in the order in which they were made; what the newest shows comes first */
export function findLoginFindings(results: readonly LoginResult[]): readonly LoginFinding[] {
	const newest = results.at(-1);
	if (!newest) return [];
	const asking = results.findLast(({ transport }) => transport === 'short-polling');
	return [
		...findTold(newest),
		...(asking ? findAsked(asking, results) : []),
		...compare(newestOfEachWay(results))
	];
}

/** µs from the server's knowing of the confirmation or refusal to the page's. */
export function decisionDelay(result: Pick<LoginResult, 'steps'>): number | null {
	return delayOf(result, 'confirmed') ?? delayOf(result, 'declined');
}

function findTold(result: LoginResult): LoginFinding[] {
	const [scan, decision] = [delayOf(result, 'scanned'), decisionDelay(result)];
	const isTold = scan !== null || decision !== null;
	const isPushed = result.transport !== 'short-polling';
	return isPushed && isTold ? [{ kind: 'told', result, scan, decision }] : [];
}

/** All steps for which short polling has waited with this interval, and the questions of the newest. */
function findAsked(newest: LoginResult, results: readonly LoginResult[]): LoginFinding[] {
	const { client, emptyAnswers: empty, requests } = newest;
	const { interval } = client;
	const waits = results
		.filter(
			({ transport, client }) => transport === newest.transport && client.interval === interval
		)
		.flatMap(({ steps }) => steps.flatMap(({ delay }) => (delay === null ? [] : [delay])));
	const [least, most] = [Math.min(...waits), Math.max(...waits)];
	const count = waits.length;
	const mean = waits.reduce((sum, wait) => sum + wait, 0) / count;
	return [
		...(count > 0 ? [{ kind: 'asked', interval, count, least, most, mean } as const] : []),
		...(empty > 0 ? [{ kind: 'empty', empty, requests } as const] : [])
	];
}

/** Of each transport with its settings the newest that was decided. */
function newestOfEachWay(results: readonly LoginResult[]): readonly LoginResult[] {
	const ways = new Map<string, LoginResult>();
	for (const result of results) {
		if (decisionDelay(result) !== null) ways.set(wayOf(result), result);
	}
	return [...ways.values()];
}

function wayOf({ transport, client: { interval, usesEtag, hold } }: LoginResult): string {
	if (transport === 'short-polling') return `${transport} ${interval} ${usesEtag}`;
	return transport === 'long-polling' ? `${transport} ${hold}` : transport;
}

function compare(ways: readonly LoginResult[]): LoginFinding[] {
	const [fast, slow] = extremes(ways, (way) => decisionDelay(way) ?? 0);
	const [cheap, dear] = extremes(ways, ({ up, down }) => up + down);
	return [
		...(fast && slow && isClear(fast, slow) ? [{ kind: 'faster', fast, slow } as const] : []),
		...(cheap && dear && cheap !== dear ? [{ kind: 'cheaper', cheap, dear } as const] : [])
	];
}

/** The two delays differ by more than both clocks may be wrong. */
function isClear(fast: LoginResult, slow: LoginResult): boolean {
	const difference = (decisionDelay(slow) ?? 0) - (decisionDelay(fast) ?? 0);
	return difference > fast.clockError + slow.clockError;
}

/** The least and the most; the same one where there is only one. */
function extremes(
	ways: readonly LoginResult[],
	measure: (way: LoginResult) => number
): readonly (LoginResult | undefined)[] {
	const sorted = ways.toSorted((left, right) => measure(left) - measure(right));
	return [sorted.at(0), sorted.at(-1)];
}
