/**
 * An outside judge of the transports lab: the bytes that the page counts for a lane are those that
 * tshark captures on loopback for the same run, to the byte, in both directions.
 *
 * Without tshark (or the right to capture) it is skipped by name; with CI=true it fails.
 */
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SOURCE, plainLane, type PlannedLane } from '#lib/transports/measure/race-plan.ts';
import { TRANSPORTS, type Transport } from '#lib/transports/transport.ts';
import { reasonToSkip } from './support/capture.ts';
import { runCapturedRace, type CapturedLane, type CapturedRace } from './support/captured-race.ts';

vi.setConfig({ testTimeout: 60_000 });

const reason = reasonToSkip();
const isRequired = process.env.CI === 'true';
if (reason !== null && !isRequired) console.warn(`Skipped, ${reason}: lanes against tshark.`);

const CLIENT = { interval: 200, hold: 5, usesEtag: false };
const SOURCE = { ...DEFAULT_SOURCE, rate: 20, size: 200, seconds: 1 };
const laneOf = (transport: Transport, settings: Partial<PlannedLane> = {}): PlannedLane =>
	plainLane(transport, { client: CLIENT, ...settings });
const all = (settings: Partial<PlannedLane> = {}) =>
	TRANSPORTS.map((transport) => laneOf(transport, settings));

interface Bytes {
	readonly up: number;
	readonly down: number;
}

function sumOf(parts: readonly Bytes[]): Bytes {
	return {
		up: parts.reduce((sum, { up }) => sum + up, 0),
		down: parts.reduce((sum, { down }) => sum + down, 0)
	};
}

/** What the page says of each lane, and what tshark has of it. */
const countedOf = ({ lanes }: CapturedRace) =>
	lanes.map(({ transport, result: { up, down } }) => ({ transport, up, down }));
const capturedOf = ({ lanes }: CapturedRace) =>
	lanes.map(({ transport, captured }) => ({ transport, ...sumOf(captured) }));

/** A line for each exchange: its target and its bytes. */
function linesOf(exchanges: readonly (Bytes & { readonly target: string | null })[]): string[] {
	return exchanges.map(({ target, up, down }) => `${target} ${up} up, ${down} down`).toSorted();
}

function expectEqual(race: CapturedRace): void {
	expect(race.targets.cut).toEqual(race.targets.found);
	expect(countedOf(race)).toEqual(capturedOf(race));
	expect(sumOf(countedOf(race))).toEqual(race.crossed);
	for (const { result } of race.lanes) {
		expect(result).toMatchObject({ missing: 0, received: 1 });
		expect(result.delivered).toBeGreaterThanOrEqual(20);
	}
}

const hasField = ({ captured }: CapturedLane, field: RegExp) =>
	captured.some(({ answer }) => field.test(answer));

describe.skipIf(reason !== null && !isRequired)('bytes that the page counts', () => {
	it.each(TRANSPORTS)('are those that tshark captures: %s', async (transport) => {
		const race = await runCapturedRace({ source: SOURCE, lanes: [laneOf(transport)] });
		expectEqual(race);
		expect(race.crossed.down).toBeGreaterThan(20 * SOURCE.size);
	});

	it('are those that tshark captures where all transports share connections, exchange by exchange', async () => {
		const race = await runCapturedRace({ source: SOURCE, lanes: all() });
		expectEqual(race);
		expect(race.shared).toBeGreaterThan(0);
		for (const { counted, captured } of race.lanes) {
			expect(linesOf(counted)).toEqual(linesOf(captured));
		}
	});

	it('are those that tshark captures behind a delay with jitter', async () => {
		const lanes = all({ delay: 40, jitter: 60 });
		expectEqual(await runCapturedRace({ source: SOURCE, lanes }));
	});

	it('are those that tshark captures of compressed answers and messages', async () => {
		const race = await runCapturedRace({ source: SOURCE, lanes: all({ compression: true }) });
		expectEqual(race);
		const [polling, longPolling, events, webSocket, socketIo] = race.lanes;
		for (const lane of [polling, longPolling, events]) {
			expect(lane && hasField(lane, /\r\ncontent-encoding: gzip\r\n/i)).toBe(true);
		}
		for (const lane of [webSocket, socketIo]) {
			expect(lane && hasField(lane, /\r\nsec-websocket-extensions: permessage-deflate/i)).toBe(
				true
			);
		}
	});

	it('are those that tshark captures where bytes are counted and not kept', async () => {
		const race = await runCapturedRace({ source: SOURCE, lanes: all() }, { maxLaneBytes: 1024 });
		expectEqual(race);
		for (const { counted } of race.lanes) expect(counted.some(({ isCut }) => isCut)).toBe(true);
	});

	it('are those that tshark captures of large events and other tabs', async () => {
		const source = { ...SOURCE, size: 16_384 };
		const lanes = [laneOf('long-polling', { otherTabs: 2 }), laneOf('websocket', { otherTabs: 2 })];
		expectEqual(await runCapturedRace({ source, lanes }));
	});
});
