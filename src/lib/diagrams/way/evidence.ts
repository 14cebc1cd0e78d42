/**
 * What two recordings prove about the way between them: whether the upgrade came through, whether
 * frames did, and who ended it.
 */
import type { ConversationRecord, FrameRecord } from '#lib/capture/conversation-record.ts';
import { layoutWay, type WayRow } from './layout.ts';

type Records = readonly ConversationRecord[];

export interface WayEvidence {
	/** Status of the tunnel's answer; null: none was asked for, or answered. */
	readonly tunnel: number | null;
	/** Status the client got for its opening request; null: none yet. */
	readonly status: number | null;
	/** Whether that answer is the intermediary's own: the server sent none. */
	readonly isOwnAnswer: boolean;
	/** Data frames seen on both sides alike, by direction. */
	readonly forwarded: { readonly client: number; readonly server: number };
	/** Frames that came out other than they went in. */
	readonly changed: number;
	/** Lines taken out of the opening request, by name. */
	readonly removed: readonly string[];
	/** The intermediary ended the client's connection first: with FIN or RST, no Close frame before. */
	readonly isCut: boolean;
	/** µs of quiet before it did; null: it did not. */
	readonly cutAfter: number | null;
}

export function readEvidence(
	near: Records,
	far: Records,
	rows = layoutWay(near, far)
): WayEvidence {
	const request = rows.find(({ near: record }) => isOpening(record));
	const answer = near.find((record) => record.kind === 'response' && isAfter(record, request));
	const frames = rows.filter(({ near: record }) => record?.kind === 'frame');
	const cut = rows.find((row) => isCutRow(row, near, far));
	return {
		tunnel: statusOf(near[indexOfTunnelAnswer(near)]),
		status: statusOf(answer),
		isOwnAnswer: answer !== undefined && !rows.some(({ near, far }) => near === answer && far),
		forwarded: { client: countData(frames, 'client'), server: countData(frames, 'server') },
		changed: frames.filter(({ isSame }) => isSame === false).length,
		removed: (request?.difference?.lines ?? [])
			.filter(({ change }) => change === 'removed')
			.map(({ name }) => name),
		isCut: cut !== undefined,
		cutAfter: cut ? cut.t - lastByteBefore(cut.t, [...near, ...far]) : null
	};
}

function isOpening(record: ConversationRecord | null): boolean {
	return record?.kind === 'request' && record.head.method !== 'CONNECT';
}

function isAfter(record: ConversationRecord, request: WayRow | undefined): boolean {
	const isFinal = record.kind === 'response' && !isInterim(record.head.status);
	return isFinal && request?.near != null && record.index > request.near.index;
}

function isInterim(status: number | null): boolean {
	return status !== null && status < 200 && status !== 101;
}

function indexOfTunnelAnswer(near: Records): number {
	const asked = near.findIndex(
		(record) => record.kind === 'request' && record.head.method === 'CONNECT'
	);
	return asked === -1 ? -1 : near.findIndex((r, at) => at > asked && r.kind === 'response');
}

function statusOf(record: ConversationRecord | undefined): number | null {
	return record?.kind === 'response' ? record.head.status : null;
}

function countData(rows: readonly WayRow[], direction: 'client' | 'server'): number {
	return rows.filter(({ near, far, isSame }) => {
		const isData = near?.kind === 'frame' && !near.frame.isControl;
		return isData && near.direction === direction && far !== null && isSame === true;
	}).length;
}

/** An end towards the client that no Close frame announced, and that the server did not begin. */
function isCutRow({ near, t }: WayRow, all: Records, far: Records): boolean {
	const isEnd = near?.kind === 'fin' || near?.kind === 'rst';
	if (!isEnd || near.direction !== 'server') return false;
	const isEarlier = (record: ConversationRecord) => record.t <= t;
	const hasBegun = (record: ConversationRecord) =>
		(record.kind === 'fin' || record.kind === 'rst') && isEarlier(record);
	const hasClose = [...all, ...far].some((record) => isClose(record) && isEarlier(record));
	const hasClientEnded = all.some((record) => record.direction === 'client' && hasBegun(record));
	const hasServerEnded = far.some((record) => record.direction === 'server' && hasBegun(record));
	return !hasClose && !hasClientEnded && !hasServerEnded && all.some(isFrame);
}

/** When the last byte before that time crossed, on either side. */
function lastByteBefore(t: number, records: Records): number {
	const ends = records.filter((record) => record.bytesLength > 0 && record.tEnd <= t);
	return ends.reduce((latest, { tEnd }) => Math.max(latest, tEnd), 0);
}

function isFrame(record: ConversationRecord): record is FrameRecord {
	return record.kind === 'frame';
}

function isClose(record: ConversationRecord): boolean {
	return isFrame(record) && record.frame.opcode === 8;
}
