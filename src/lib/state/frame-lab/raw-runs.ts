/**
 * One run on a connection of its own: how it begins, as either side.
 */
import { encodeBase64 } from '#lib/protocol/base64.ts';
import { encodeRequest } from '#lib/protocol/handshake/encode-request.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import { compileRun } from '#lib/runs/compile-run.ts';
import { runFaults } from '#lib/runs/run-faults.ts';
import type { Run } from '#lib/runs/run.ts';
import type { Refusal } from '../session/browser-peer.ts';
import type { ConnectOutcome, LabSession } from '../session/lab-session.svelte.ts';
import { loadInflate } from '../load-inflate.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';

export interface RunOptions {
	/** The page's own address: Host and Origin of the raw client's request. */
	readonly pageUrl: URL;
	/** Reads compressed messages; fetched where the run offers an extension and this is not given. */
	readonly inflate?: MakeInflater;
	/** 16 bytes for Sec-WebSocket-Key; by default from the page's crypto. */
	readonly newNonce?: () => Uint8Array;
}

export type RunStart =
	| { readonly ok: true; readonly connection: ObservedConnection }
	| {
			readonly ok: false;
			/** An error code of the channel, `not-loaded`, or `exception`: the browser refused. */
			readonly code: string;
			readonly refusal?: Refusal;
	  };

/**
 * Begins a run on a new connection: over TCP to `/ws/echo`, or as the server of this browser.
 *
 * Whoever began it ends it (`session.hangUp`): the connection stays open after the run.
 */
export async function startRun(
	session: LabSession,
	run: Run,
	options: RunOptions
): Promise<RunStart> {
	if (isTooBig(session, run)) return { ok: false, code: 'run-too-big' };
	let inflate = options.inflate;
	try {
		if (run.extensions !== '') inflate ??= await loadInflate();
	} catch {
		return { ok: false, code: 'not-loaded' };
	}
	return run.role === 'client'
		? startClient(session, run, { ...options, inflate })
		: startServer(session, run, inflate);
}

/** Whether the server would refuse a run for its size; a very large one would end the channel. */
export function isTooBig({ terms }: LabSession, run: Run): boolean {
	return runFaults(run, terms?.runs ?? null).length > 0;
}

async function startClient(
	session: LabSession,
	run: Run,
	{ pageUrl, inflate, newNonce = randomNonce }: RunOptions
): Promise<RunStart> {
	let head: Uint8Array;
	try {
		head = encodeRequest({
			target: run.extensions === '' ? '/ws/echo' : '/ws/echo?deflate=on',
			host: pageUrl.host,
			origin: pageUrl.origin,
			key: encodeBase64(newNonce()),
			extensions: run.extensions
		});
	} catch (error) {
		if (error instanceof RangeError) return { ok: false, code: 'bad-argument' };
		throw error;
	}
	return startOf(await session.rawClient(compileRun(run, head), { inflate }));
}

async function startServer(
	session: LabSession,
	run: Run,
	inflate?: MakeInflater
): Promise<RunStart> {
	const { extensions } = run;
	const script = compileRun(run, null);
	return startOf(
		await session.rawServer({
			script,
			answer: 'due',
			extensions,
			protocols: [],
			confirmed: false,
			inflate
		})
	);
}

function startOf(outcome: ConnectOutcome): RunStart {
	if (outcome.kind === 'connecting') return { ok: true, connection: outcome.connection };
	if (outcome.kind === 'unobserved') return { ok: false, code: outcome.code };
	return { ok: false, code: 'exception', refusal: outcome.refusal };
}

function randomNonce(): Uint8Array {
	return crypto.getRandomValues(new Uint8Array(16));
}
