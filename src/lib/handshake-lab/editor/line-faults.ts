/** The broken rules of a draft, each on the line where its bits are. */
import type { DraftLine } from '#lib/handshakes/draft/read-draft.ts';
import type { HeaderId } from '#lib/protocol/handshake/headers.ts';
import type { HttpViolation } from '#lib/protocol/http/http-violation.ts';

const NONE: readonly HttpViolation[] = [];
/** Faults of one line that are told one by one. */
const MOST = 8;

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

/**
 * Faults by index of the line, each once, though two checks may find it; what lies behind the lines
 * belongs to the last one. Lines are in the order of their bytes.
 */
export function faultsByLine(
	lines: readonly DraftLine[],
	violations: readonly HttpViolation[]
): ReadonlyMap<number, readonly HttpViolation[]> {
	const byLine = new Map<number, HttpViolation[]>();
	const seen = new Set<string>();
	for (const violation of violations) {
		const line = lineAt(lines, violation.bitOffset >> 3);
		const key = `${violation.code} ${violation.bitOffset}`;
		if (line === null || seen.has(key)) continue;
		seen.add(key);
		const known = byLine.get(line);
		if (!known) byLine.set(line, [violation]);
		else if (known.length < MOST) known.push(violation);
	}
	return byLine;
}

/** Index of the line that a byte belongs to; null: there are no lines. */
export function lineAt(lines: readonly DraftLine[], byte: number): number | null {
	let low = 0;
	let high = lines.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (byte < (lines[middle]?.next ?? 0)) high = middle;
		else low = middle + 1;
	}
	return lines[low]?.index ?? null;
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
