/** One HTTP request of a client: bounded in time and size, ended with the client. */
import { QUERY, TRANSPORT_PATHS } from '../wire/addresses.ts';
import type { ClientCore } from './client-core.ts';
import type { ClientTrouble } from './event-client.ts';
import { readRetryAfter, troubleOfStatus } from './http-trouble.ts';

/** Characters of an answer; the server keeps less than this of a stream. */
const MAX_ANSWER = 32 * 1024 * 1024;
/** Milliseconds without a whole answer, beside those for which the server may hold it. */
const PATIENCE = 30_000;

export interface Answer {
	readonly status: number;
	readonly text: string;
}

export interface Question extends Pick<RequestInit, 'method' | 'headers' | 'body'> {
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	/** Milliseconds for which the server may hold the answer. */
	readonly held?: number;
}

export function laneUrl(
	core: ClientCore,
	path: string,
	query: Readonly<Record<string, string>> = {}
): string {
	const url = new URL(path, core.options.origin);
	url.search = new URLSearchParams({ [QUERY.lane]: core.options.lane, ...query }).toString();
	return url.href;
}

/** Never rejects: what is no answer of success (200, 204, 304) is a trouble. */
export async function ask(
	core: ClientCore,
	{ path, query, held = 0, ...init }: Question,
	abort: AbortController
): Promise<Answer | ClientTrouble> {
	const cancel = core.timers.after(held + PATIENCE, () => abort.abort());
	const told = core.requests.begin();
	const go = core.options.fetch ?? fetch;
	try {
		const response = await go(laneUrl(core, path, query), {
			...init,
			cache: 'no-store',
			signal: abort.signal
		});
		told.answered();
		const retryAfter = readRetryAfter(response.headers.get('retry-after'));
		const trouble = troubleOfStatus(response.status, retryAfter);
		const text = await boundedText(response);
		if (trouble !== null) return trouble;
		return text === null ? { kind: 'bad-answer' } : { status: response.status, text };
	} catch {
		return { kind: 'network' };
	} finally {
		told.ended();
		cancel();
	}
}

/** Null where the body is longer than anything the server keeps. */
async function boundedText(response: Response): Promise<string | null> {
	const reader = response.body?.getReader();
	if (reader === undefined) return '';
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let text = '';
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		text += decoder.decode(value, { stream: true });
		if (text.length > MAX_ANSWER) {
			await reader.cancel();
			return null;
		}
	}
}

/**
 * Why a handshake or an event stream was refused. Browsers keep that from the page (only that it
 * failed), so the question that short polling asks is asked once: its answer has a status.
 */
export async function askWhy(core: ClientCore, abort: AbortController): Promise<ClientTrouble> {
	const after = String(core.deliveries.last);
	const answer = await ask(
		core,
		{ path: TRANSPORT_PATHS['short-polling'], query: { [QUERY.after]: after } },
		abort
	);
	return 'kind' in answer ? answer : { kind: 'network' };
}
