/**
 * What peers made of the table of cases, as data: to be saved, dated, and compared with later.
 *
 * A row stands for the bytes that were sent: where a case has changed since, its fingerprint tells.
 */
import * as v from 'valibot';
import { FRAME_RULES, type FrameRuleCode } from '#lib/protocol/violation.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { compareVerdicts } from '../verdict/agreement.ts';
import { boundedList } from '../bounded-list.ts';
import type { Run } from '../run.ts';
import type { Agreement, PeerVerdict, StrictVerdict } from '../verdict/verdict.ts';

const FORMAT = 'wire101-matrix';
const VERSION = 1;
export const MAX_ROWS = 1000;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const closeCode = v.pipe(count, v.maxValue(0xffff));
const name = v.pipe(v.string(), v.maxLength(512));

const strict = v.variant('kind', [
	v.object({ kind: v.literal('legal') }),
	v.object({ kind: v.literal('unfinished'), within: v.picklist(['frame', 'message']) }),
	v.object({
		kind: v.literal('fail'),
		code: v.picklist(Object.keys(FRAME_RULES) as FrameRuleCode[]),
		section: name,
		closeCode,
		frame: count,
		bitOffset: count,
		bitLength: count
	}),
	v.object({ kind: v.literal('close'), code: v.nullable(closeCode) }),
	v.object({ kind: v.literal('nothing') })
]);

const peer = v.object({
	kind: v.picklist(['accepted', 'failed', 'closed', 'silent', 'ended', 'waiting']),
	closeCode: v.exactOptional(v.nullable(closeCode)),
	closeReason: v.exactOptional(name),
	errorCode: v.exactOptional(name),
	pageClose: v.exactOptional(v.object({ code: closeCode, reason: name, wasClean: v.boolean() })),
	hasPageError: v.boolean(),
	end: v.nullable(v.picklist(['fin', 'rst'])),
	messages: count,
	pongs: count
});

const row = v.object({
	role: v.picklist(['client', 'server']),
	id: name,
	fingerprint: name,
	strict,
	peer
});

const matrix = v.object({
	format: v.literal(FORMAT),
	version: v.literal(VERSION),
	/** ISO 8601. */
	recordedAt: v.pipe(v.string(), v.isoTimestamp()),
	/** Who the peers were: of a raw client, and of a raw server (a user agent). */
	peers: v.object({ client: name, server: name }),
	rows: boundedList(row, MAX_ROWS)
});

export interface MatrixRow {
	/** Who the student was. */
	readonly role: Direction;
	/** Of the case. */
	readonly id: string;
	/** Of the bytes that were sent. */
	readonly fingerprint: string;
	readonly strict: StrictVerdict;
	readonly peer: PeerVerdict;
}

export interface Matrix {
	/** When it was taken, ISO 8601. */
	readonly recordedAt: string;
	readonly peers: { readonly [role in Direction]: string };
	readonly rows: readonly MatrixRow[];
}

/** As it is saved; agreement is written for whoever reads the file, and follows from the rest. */
export function matrixToJson({ recordedAt, peers, rows }: Matrix): object {
	return {
		format: FORMAT,
		version: VERSION,
		recordedAt,
		peers,
		rows: rows.map((row) => ({ ...row, agreement: agreementOf(row) }))
	};
}

/** Reads parsed JSON back; null where it is no matrix of this version. */
export function readMatrix(json: unknown): Matrix | null {
	const result = v.safeParse(matrix, json, { abortEarly: true });
	return result.success ? result.output : null;
}

/** The row of these very bytes; null where there is none. */
export function findRow(
	{ rows }: Matrix,
	{ id, run }: { readonly id: string; readonly run: Run }
): MatrixRow | null {
	const fingerprint = fingerprintOf(run);
	const isSame = (row: MatrixRow): boolean =>
		row.id === id && row.role === run.role && row.fingerprint === fingerprint;
	return rows.find(isSame) ?? null;
}

export function agreementOf(row: Pick<MatrixRow, 'strict' | 'peer'>): Agreement {
	return compareVerdicts(row.strict, row.peer);
}

/** Number of bytes and a 32-bit FNV-1a hash of all that a run sends. */
export function fingerprintOf(run: Run): string {
	let hash = 0x811c9dc5;
	let length = 0;
	const add = (byte: number): void => {
		hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	};
	const addText = (text: string): void => new TextEncoder().encode(text).forEach(add);
	addText(run.extensions);
	for (const item of run.items) {
		if (item.kind === 'end') addText(item.how);
		if (item.kind !== 'frame') continue;
		item.bytes.forEach(add);
		addText(`×${item.times}`);
		length += item.bytes.length * item.times;
	}
	return `${length}-${hash.toString(16).padStart(8, '0')}`;
}
