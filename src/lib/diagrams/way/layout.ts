/**
 * The rows of a way: what crossed each side of an intermediary, in order of time, and what it
 * handed on as one row.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { compareHeads, isSameBytes, type HeadDifference } from './compare-heads.ts';
import { pairRecords } from './pair-records.ts';

/** Between client and intermediary, or between intermediary and server. */
export type WaySide = 'near' | 'far';

export interface WayRow {
	/** Stays the same while the recordings grow. */
	readonly key: string;
	/** When it began on the side where it was seen first, µs. */
	readonly t: number;
	readonly direction: Direction | null;
	readonly near: ConversationRecord | null;
	readonly far: ConversationRecord | null;
	/** µs from its first side to its second; null where it was seen on one alone. */
	readonly delay: number | null;
	/** What became of the head; null where there is none, or only on one side. */
	readonly difference: HeadDifference | null;
	/** Of bytes on both sides, whether they are the same; else null. */
	readonly isSame: boolean | null;
	/** The intermediary ends a connection that neither client nor server has ended. */
	readonly isOwnEnd: boolean;
	/** Quiet before it, µs: since the row before it had its last byte. */
	readonly quiet: number;
}

/** Rows that are drawn: of a longer conversation, the first. */
export const MAX_ROWS = 240;

export function layoutWay(
	near: readonly ConversationRecord[],
	far: readonly ConversationRecord[]
): WayRow[] {
	const pairs = pairRecords(near, far);
	const handedOn = new Set(pairs.values());
	const nearRows = near.map((record) => rowOf(record, pairs.get(record.index) ?? null));
	const alone = far.filter((record) => !handedOn.has(record)).map((record) => rowOf(null, record));
	const rows = inOrder(nearRows, alone);
	return withQuiet(rows).map((row) => ({ ...row, isOwnEnd: isOwnEnd(row, rows) }));
}

type BareRow = Omit<WayRow, 'quiet' | 'isOwnEnd'>;

/**
 * Time runs downwards on both sides: what was handed on stands where it may on each of them. Only
 * what crosses in the intermediary cannot, and stands where it was seen first.
 */
function inOrder(nearRows: readonly BareRow[], alone: readonly BareRow[]): BareRow[] {
	const byTime = (side: WaySide) => (a: BareRow, b: BareRow) =>
		(a[side]?.t ?? 0) - (b[side]?.t ?? 0);
	const near = nearRows.toSorted(byTime('near'));
	const far = [...nearRows.filter((row) => row.far), ...alone].sort(byTime('far'));
	const rows = new Set<BareRow>();
	for (let i = 0, k = 0; i < near.length || k < far.length;) {
		const [a, b] = [near[i], far[k]];
		const isPlaced = (row: BareRow | undefined) => row !== undefined && rows.has(row);
		if (isPlaced(a)) i += 1;
		else if (isPlaced(b)) k += 1;
		else {
			const next = nextOf(a, b);
			if (next) rows.add(next);
		}
	}
	return [...rows];
}

/** The earlier of two rows that may stand next: seen on one side alone, or next on both. */
function nextOf(a: BareRow | undefined, b: BareRow | undefined): BareRow | undefined {
	const heads = [a, b].filter((row) => row !== undefined);
	const ready = heads.filter((row) => !row.near || !row.far || a === b);
	return (ready.length > 0 ? ready : heads).reduce((one, other) => (other.t < one.t ? other : one));
}

function rowOf(near: ConversationRecord | null, far: ConversationRecord | null): BareRow {
	const first = near && far ? firstOf(near, far) : (near ?? far);
	const second = first === near ? far : near;
	return {
		key: near ? `near-${near.index}` : `far-${far?.index}`,
		t: first?.t ?? 0,
		direction: first?.direction ?? null,
		near,
		far,
		delay: first && second ? Math.max(0, second.t - first.t) : null,
		difference: first && second ? differenceOf(first, second) : null,
		isSame: near && far ? isSameRecord(near, far) : null
	};
}

/** What a client sends is seen on the near side first, what a server sends on the far one. */
function firstOf(near: ConversationRecord, far: ConversationRecord): ConversationRecord {
	return near.direction === 'server' ? far : near;
}

function differenceOf(
	before: ConversationRecord,
	after: ConversationRecord
): HeadDifference | null {
	const [from, to] = [headOf(before), headOf(after)];
	return from?.isComplete && to?.isComplete ? compareHeads(from, to) : null;
}

function isSameRecord(one: ConversationRecord, other: ConversationRecord): boolean | null {
	const [a, b] = [bytesOf(one), bytesOf(other)];
	return a && b && one.isComplete && other.isComplete ? isSameBytes(a, b) : null;
}

function headOf(record: ConversationRecord) {
	return record.kind === 'request' || record.kind === 'response' ? record.head : null;
}

function bytesOf(record: ConversationRecord): Uint8Array | null {
	if (record.kind === 'frame') return record.frame.bytes;
	if (record.kind === 'body' || record.kind === 'stray') return record.bytes;
	return headOf(record)?.bytes ?? null;
}

/** Towards the client on the near side, towards the server on the far one. */
function isEndOf(who: 'middle' | 'others', { near, far, direction }: BareRow): boolean {
	const kind = (near ?? far)?.kind;
	const isOthers = direction === (near ? 'client' : 'server');
	return (kind === 'fin' || kind === 'rst') && isOthers === (who === 'others');
}

function isOwnEnd(row: BareRow, rows: readonly BareRow[]): boolean {
	const hasEnded = rows.some((other) => isEndOf('others', other) && other.t < row.t);
	return isEndOf('middle', row) && !hasEnded;
}

function withQuiet(rows: readonly BareRow[]): Omit<WayRow, 'isOwnEnd'>[] {
	let end = rows[0]?.t ?? 0;
	return rows.map((row) => {
		const quiet = Math.max(0, row.t - end);
		end = Math.max(end, row.near?.tEnd ?? 0, row.far?.tEnd ?? 0);
		return { ...row, quiet };
	});
}
