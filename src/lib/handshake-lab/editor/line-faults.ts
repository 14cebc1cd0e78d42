/** The broken rules of a draft, each on the line where its bits are. */
import type { DraftLine } from '#lib/handshakes/read-draft.ts';
import type { HeaderId } from '#lib/protocol/headers.ts';
import type { HttpViolation } from '#lib/protocol/http-violation.ts';

const NONE: readonly HttpViolation[] = [];

/** What is missing has no place of its own: the start line bears the fault. */
const MISSING: Readonly<Record<string, HeaderId>> = {
	'host-missing': 'host',
	'upgrade-missing': 'upgrade',
	'connection-missing': 'connection',
	'key-missing': 'sec-websocket-key',
	'version-missing': 'sec-websocket-version',
	'response-upgrade-missing': 'upgrade',
	'response-connection-missing': 'connection',
	'accept-missing': 'sec-websocket-accept',
	'supported-versions-missing': 'sec-websocket-version'
};

/** First byte of a broken rule, and the one behind its last. */
export function faultSpan({ bitOffset, bitLength }: HttpViolation): { from: number; to: number } {
	const from = bitOffset >> 3;
	return { from, to: Math.max(from + 1, (bitOffset + bitLength + 7) >> 3) };
}

/** Faults by index of the line; what lies behind all lines belongs to the last one. */
export function faultsByLine(
	lines: readonly DraftLine[],
	violations: readonly HttpViolation[]
): ReadonlyMap<number, readonly HttpViolation[]> {
	const byLine = new Map<number, HttpViolation[]>();
	for (const violation of violations) {
		const { from } = faultSpan(violation);
		const line = lines.find(({ next }) => from < next) ?? lines.at(-1);
		if (!line) continue;
		const known = byLine.get(line.index);
		if (!known) byLine.set(line.index, [violation]);
		// Two checks may find the same.
		else if (!known.some(({ code, bitOffset }) => isSame(violation, code, bitOffset))) {
			known.push(violation);
		}
	}
	return byLine;
}

function isSame(violation: HttpViolation, code: string, bitOffset: number): boolean {
	return violation.code === code && violation.bitOffset === bitOffset;
}

export function faultsOf(
	byLine: ReadonlyMap<number, readonly HttpViolation[]>,
	line: number
): readonly HttpViolation[] {
	return byLine.get(line) ?? NONE;
}

/** The header whose absence the rule is about; null for all other rules. */
export function missingHeader(code: string): HeaderId | null {
	return MISSING[code] ?? null;
}

/** Whether any of the faults touches bytes `start` to `end` (exclusive). */
export function isBroken(faults: readonly HttpViolation[], start: number, end: number): boolean {
	return faults.some((fault) => {
		if (missingHeader(fault.code)) return false;
		const { from, to } = faultSpan(fault);
		return from < end && to > start;
	});
}
