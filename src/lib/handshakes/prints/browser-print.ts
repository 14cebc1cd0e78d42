/**
 * What browsers printed about a hand-written response, where no page can read it: their consoles,
 * observed from outside (the DevTools protocol, WebDriver BiDi), dated, as data.
 *
 * A row stands for the bytes of a preset: where that has changed since, its fingerprint tells.
 *
 * @see https://websockets.spec.whatwg.org/#feedback-from-the-protocol
 */
import * as v from 'valibot';
import { boundedList } from '#lib/runs/bounded-list.ts';
import type { HandshakeDraft } from '../draft/handshake-draft.ts';
import type { PresetContext } from '../presets/preset.ts';

const FORMAT = 'wire101-prints';
const VERSION = 1;
const MAX_ROWS = 500;
const MAX_LINES = 64;

const name = v.pipe(v.string(), v.maxLength(512));
const line = v.pipe(v.string(), v.maxLength(4096));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const told = v.variant('name', [
	v.object({ name: v.literal('open'), protocol: name, extensions: name }),
	v.object({ name: v.literal('message'), size: count }),
	v.object({ name: v.literal('error') }),
	v.object({
		name: v.literal('close'),
		code: v.pipe(count, v.maxValue(0xffff)),
		reason: name,
		wasClean: v.boolean()
	})
]);

const row = v.object({
	id: name,
	fingerprint: name,
	outcome: v.picklist(['opened', 'failed', 'unanswered']),
	told: boundedList(told, MAX_LINES),
	console: boundedList(
		v.object({ level: v.picklist(['error', 'warning', 'info', 'debug']), text: line }),
		MAX_LINES
	),
	panel: v.nullable(
		v.object({
			status: v.nullable(v.pipe(count, v.maxValue(999))),
			error: v.nullable(line)
		})
	)
});

const prints = v.object({
	format: v.literal(FORMAT),
	version: v.literal(VERSION),
	/** ISO 8601. */
	recordedAt: v.pipe(v.string(), v.isoTimestamp()),
	browser: v.object({
		family: v.picklist(['chromium', 'firefox']),
		version: name,
		userAgent: name
	}),
	rows: boundedList(row, MAX_ROWS)
});

export type BrowserFamily = 'chromium' | 'firefox';

export interface PrintedLine {
	readonly level: 'error' | 'warning' | 'info' | 'debug';
	/** As printed, but for the URL. */
	readonly text: string;
}

/** What the page's own listeners were told, in order. */
export type PrintedTold =
	| { readonly name: 'open'; readonly protocol: string; readonly extensions: string }
	| { readonly name: 'message'; readonly size: number }
	| { readonly name: 'error' }
	| {
			readonly name: 'close';
			readonly code: number;
			readonly reason: string;
			readonly wasClean: boolean;
	  };

export interface BrowserPrint {
	/** Of the preset. */
	readonly id: string;
	/** Of the bytes that were sent, and of what the page offered. */
	readonly fingerprint: string;
	/** `unanswered`: while it was watched, the browser waited. */
	readonly outcome: 'opened' | 'failed' | 'unanswered';
	readonly told: readonly PrintedTold[];
	readonly console: readonly PrintedLine[];
	/** What its network panel was told of it; null where the browser told nothing of the kind. */
	readonly panel: { readonly status: number | null; readonly error: string | null } | null;
}

export interface BrowserPrints {
	/** When they were recorded, ISO 8601. */
	readonly recordedAt: string;
	readonly browser: {
		readonly family: BrowserFamily;
		/** Of the whole browser, such as 153.0.4567.89. */
		readonly version: string;
		readonly userAgent: string;
	};
	readonly rows: readonly BrowserPrint[];
}

/** As they are saved. */
export function printsToJson({ recordedAt, browser, rows }: BrowserPrints): object {
	return { format: FORMAT, version: VERSION, recordedAt, browser, rows };
}

/** Reads parsed JSON back; null where it is no record of this version. */
export function readPrints(json: unknown): BrowserPrints | null {
	const result = v.safeParse(prints, json, { abortEarly: true });
	return result.success ? result.output : null;
}

/** A preset is the same for every server and browser, but for these: they do not count. */
export const PRINT_CONTEXT: PresetContext = {
	host: 'localhost',
	origin: 'http://localhost',
	userAgent: '',
	language: '',
	newKey: () => ''
};

/** Number of bytes and a 32-bit FNV-1a hash of a draft that was built with `PRINT_CONTEXT`. */
export function fingerprintOf({ bytes, protocols, pace, end }: HandshakeDraft): string {
	const manner = new TextEncoder().encode([pace, end ?? '', ...protocols].join(','));
	let hash = 0x811c9dc5;
	for (const part of [bytes, manner]) {
		for (const byte of part) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	}
	return `${bytes.length}-${hash.toString(16).padStart(8, '0')}`;
}
