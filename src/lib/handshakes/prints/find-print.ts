/**
 * The record of what a browser printed about a response like the captured one: about the very same
 * bytes, or about others that break the same rules.
 */
import type { ConversationView } from '#lib/capture/conversation-view.ts';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import { encodeRequest } from '#lib/protocol/handshake/encode-request.ts';
import { checkRequest, checkResponse } from '#lib/protocol/handshake/opening-handshake.ts';
import {
	firstHeader,
	headerValues,
	parseHttpHead,
	type HttpHead
} from '#lib/protocol/http/http-head.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { latin1, latin1Bytes } from '#lib/protocol/latin1.ts';
import { ACCEPT_HOLE } from '../draft/handshake-draft.ts';
import type { PresetContext } from '../presets/preset.ts';
import type { BrowserAnswer } from '../verdict/browser-answer.ts';
import {
	fingerprintOf,
	PRINT_CONTEXT,
	type BrowserPrint,
	type BrowserPrints
} from './browser-print.ts';
import { PRINTED_RESPONSES, type PrintedResponse } from './print-probes.ts';

/** Records looked at: what is printed about a handshake depends on none behind them. */
const SEARCHED = 64;
/** Bytes in which a head is looked for. */
const LONGEST = 2 ** 17;

/** What a page asked and was answered, as captured. */
export interface CapturedAnswer {
	readonly request: HttpHead;
	/** What the server wrote. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly hasFin: boolean;
	readonly outcome: BrowserPrint['outcome'];
}

export interface FoundPrint {
	readonly print: BrowserPrint;
	/** `bytes`: about these very bytes; `kind`: about others with the same status and faults. */
	readonly match: 'bytes' | 'kind';
}

/** What a conversation holds for `findPrint`; null before the page was told anything. */
export function answerOf(view: ConversationView, answer: BrowserAnswer): CapturedAnswer | null {
	if (answer.kind === 'waiting' || !view.request) return null;
	const last = Math.min(view.recordIndex, SEARCHED);
	const records = Array.from({ length: last + 1 }, (_, index) => view.record(index));
	const written = records.filter((record) => record?.direction === 'server');
	return {
		request: view.request.head,
		bytes: joinBytes(written.map((record) => (record ? bytesOf(record) : new Uint8Array(0)))),
		hasFin: written.some((record) => record?.kind === 'fin'),
		outcome: answer.kind
	};
}

/**
 * @param context of the page, for presets that name it
 * @returns null where nothing on record is like it
 */
export function findPrint(
	{ rows }: BrowserPrints,
	answer: CapturedAnswer,
	context: PresetContext
): FoundPrint | null {
	const known = PRINTED_RESPONSES.flatMap((response) => {
		const print = rows.find(({ id }) => id === response.id);
		const isSame = print?.fingerprint === fingerprintOf(response.build(PRINT_CONTEXT));
		return print && isSame && print.outcome === answer.outcome ? [{ response, print }] : [];
	});
	const same = known.find(({ response }) => isSameAnswer(response, answer, context));
	if (same) return { print: same.print, match: 'bytes' };
	const kind = kindOf(answer.bytes, answer.request);
	const alike =
		kind === null ? null : known.find(({ response }) => kindOfResponse(response, answer) === kind);
	return alike ? { print: alike.print, match: 'kind' } : null;
}

function bytesOf(record: ConversationRecord): Uint8Array {
	if (record.kind === 'response' || record.kind === 'request') return record.head.bytes;
	if (record.kind === 'frame') return record.frame.bytes;
	return record.kind === 'body' || record.kind === 'stray' ? record.bytes : new Uint8Array(0);
}

function isSameAnswer(
	response: PrintedResponse,
	{ request, bytes, hasFin }: CapturedAnswer,
	context: PresetContext
): boolean {
	const draft = response.build(context);
	if ((draft.end === 'fin') !== hasFin && draft.end === 'fin') return false;
	if (draft.protocols.join() !== checkRequest(request).protocols.join()) return false;
	const written = filled(draft.bytes, request);
	return written.length === bytes.length && written.every((byte, at) => byte === bytes[at]);
}

/** With the Accept due for the browser's key in its places. */
function filled(bytes: Uint8Array, request: HttpHead): Uint8Array {
	const due = checkRequest(request).expectedAccept ?? '';
	return latin1Bytes(latin1(bytes).replaceAll(ACCEPT_HOLE, due));
}

function kindOfResponse(response: PrintedResponse, { request }: CapturedAnswer): string | null {
	const { bytes, protocols } = response.build(PRINT_CONTEXT);
	const asked = parseHttpHead(
		encodeRequest({
			target: '/',
			host: 'localhost',
			key: printable(firstHeader(request, 'sec-websocket-key')?.value ?? ''),
			extensions: printable(headerValues(request, 'sec-websocket-extensions').join(', ')),
			protocols
		}),
		{ kind: 'request' }
	);
	return asked.kind === 'head' ? kindOf(filled(bytes, request), asked.head) : null;
}

/** A captured value may hold anything; a request is written anew with it. */
function printable(value: string): string {
	return value.replace(/[^\x20-\x7e]/g, '');
}

/** What a browser could object to: the first status, and the rules that are broken. */
function kindOf(bytes: Uint8Array, request: HttpHead): string | null {
	const head = parseHttpHead(bytes.subarray(0, LONGEST), { kind: 'response', maxBytes: LONGEST });
	if (head.kind !== 'head' || head.head.kind !== 'response') return null;
	const { violations, protocols, protocol } = checkAnswer(head.head, request);
	const faults = violations.filter(({ isFatal }) => isFatal).map(({ code }) => code);
	const owes = protocols.length > 0 && protocol === null;
	return [head.head.status, ...[...new Set(faults)].sort(), owes ? 'owes' : ''].join(' ');
}

function checkAnswer(head: Parameters<typeof checkResponse>[0], request: HttpHead) {
	const verdict = checkResponse(head, request);
	return { ...verdict, protocols: checkRequest(request).protocols };
}
