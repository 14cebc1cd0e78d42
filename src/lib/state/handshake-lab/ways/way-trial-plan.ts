/**
 * What a trial of a way writes: the request for a tunnel where the way begins with one, the opening
 * request, and what a client says once it is let in.
 *
 * Each part is a script of its own, for the next one depends on the answer.
 */
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { CLOSE, PING, TEXT } from '#lib/protocol/frames/opcode.ts';
import { MAX_PAUSE, type RunScript, type RunStep } from '#lib/runs/run-script.ts';
import type { Way } from '#lib/runs/way.ts';

const utf8 = new TextEncoder();

export interface WayPlan {
	readonly way: Way;
	/** CONNECT to a forward proxy; null: no tunnel is asked for. */
	readonly tunnel: RunScript | null;
	/** The opening request, up to its answer. */
	readonly opening: RunScript;
	/** Frames, written only after a 101; null: none, or they follow the opening at once. */
	readonly frames: RunScript | null;
}

export interface FramesOptions {
	/** Four fresh bytes (§5.3). */
	readonly newMaskingKey: () => Uint8Array;
	/** What is said first, and echoed. */
	readonly text: string;
	/** Milliseconds of quiet before something is said again; 0: nothing is. */
	readonly quiet?: number;
	/** Milliseconds between pings during the quiet; null: none are sent. */
	readonly pingEvery?: number | null;
	/** What is said after the quiet. */
	readonly again?: string;
}

/** @param authority host and port, as CONNECT asks for it (RFC 9110 §9.3.6) */
export function tunnelScript(authority: string): RunScript {
	const head = `CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`;
	return untilAnswered({ steps: [write(latin1Bytes(head))], gap: 0 });
}

/** The script, and then the wait for the answer; one that ends its side waits for nothing. */
export function untilAnswered({ steps, gap }: RunScript): RunScript {
	const waits = steps.at(-1)?.kind === 'await-head';
	const isEnded = steps.some(({ kind }) => kind === 'end');
	return { steps: waits || isEnded ? steps : [...steps, { kind: 'await-head' }], gap };
}

export function openingScript(head: Uint8Array): RunScript {
	return untilAnswered({ steps: [write(head)], gap: 0 });
}

/** Both in one run, for where the way of the page between them would count as silence. */
export function inOneRun(opening: RunScript, frames: RunScript): RunScript {
	return { steps: [...opening.steps, ...frames.steps], gap: opening.gap };
}

/** A text, the quiet with or without pings, a text after it, and Close 1000. */
export function framesScript({
	newMaskingKey,
	text,
	quiet = 0,
	pingEvery = null,
	again = ''
}: FramesOptions): RunScript {
	const frame = (opcode: number, payload: Uint8Array): RunStep =>
		write(encodeFrame({ opcode, payload, maskingKey: newMaskingKey() }));
	const ping = (): RunStep => frame(PING, utf8.encode('are you there?'));
	const steps: RunStep[] = [frame(TEXT, utf8.encode(text))];
	if (quiet > 0) {
		steps.push(...quietSteps(quiet, pingEvery, ping), frame(TEXT, utf8.encode(again)));
	}
	steps.push(frame(CLOSE, encodeClosePayload(1000, '')));
	return { steps, gap: 0 };
}

function quietSteps(quiet: number, pingEvery: number | null, ping: () => RunStep): RunStep[] {
	const part = Math.max(1, Math.min(pingEvery ?? MAX_PAUSE, MAX_PAUSE));
	const steps: RunStep[] = [];
	for (let left = quiet; left > 0; left -= part) {
		steps.push({ kind: 'pause', ms: Math.ceil(Math.min(part, left)) });
		if (pingEvery !== null && left > part) steps.push(ping());
	}
	return steps;
}

function write(bytes: Uint8Array): RunStep {
	return { kind: 'write', bytes, unit: 'whole', times: 1 };
}
