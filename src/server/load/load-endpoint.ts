/**
 * `POST /lab/load`: runs a load run and reports it line by line (NDJSON), as it goes. One at a
 * time, own origin only, and only where the operator allows it: it keeps the machine busy.
 */
import { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import {
	loadOrderSchema,
	type LoadMessage,
	type LoadOrder
} from '#lib/transports/measure/load-report.ts';
import type { HostGate } from '../http/host-gate.ts';
import type { HttpEndpoint } from '../http/http-endpoints.ts';
import { onGone } from '../http/on-gone.ts';
import { answer, SECURITY_HEADERS } from '../http/refusal.ts';
import type { Counters } from '../metrics.ts';
import { LoadFault, runLoad, type LoadRunOptions } from './load-run.ts';

const MOST_BYTES = 4096;
const NOT_ALLOWED =
	'Load runs are switched off here: they keep the machine busy for a minute or two. Its operator can allow them with ALLOW_LOAD=on; a server that only its own machine reaches (HOST=127.0.0.1, no proxy) allows them by default.';
const BUSY = 'A load run is on the way. One at a time: try again when it has ended.';
const CLOSING = 'The server is shutting down. Try again in a moment.';
const FOREIGN = 'A page of another origin may not start a load run.';
const TOO_LONG = `An order is at most ${MOST_BYTES} bytes of JSON.`;

export interface LoadEndpointParts {
	readonly isAllowed: boolean;
	/** Whether the client of this request may start one. */
	readonly isAllowedTo?: (request: IncomingMessage) => boolean;
	readonly gate: Pick<HostGate, 'allowsOrigin'>;
	readonly counters: Pick<Counters, 'refused'>;
	onFault(error: unknown): void;
	readonly run?: Pick<LoadRunOptions, 'idleRound' | 'filesLeft' | 'connect'>;
}

export class LoadEndpoint implements HttpEndpoint {
	readonly methods = ['POST'];
	readonly #parts: LoadEndpointParts;
	#current: { readonly end: AbortController; readonly gone: Promise<void> } | null = null;
	#isClosing = false;

	constructor(parts: LoadEndpointParts) {
		this.#parts = parts;
	}

	answer(request: IncomingMessage, response: ServerResponse): void {
		request.on('error', () => undefined);
		const refusal = this.#refusalOf(request);
		if (refusal) {
			request.resume();
			return this.#refuse(response, ...refusal);
		}
		readBody(request).then(
			(body) => this.#take(body, response),
			() => undefined
		);
	}

	/** Ends the run that is on the way. */
	async close(): Promise<void> {
		this.#isClosing = true;
		this.#current?.end.abort(new LoadFault('closing', CLOSING));
		await this.#current?.gone;
	}

	#refusalOf(request: IncomingMessage): [status: number, kind: string, text: string] | null {
		const { gate, isAllowed, isAllowedTo = () => true } = this.#parts;
		if (!gate.allowsOrigin(request)) return [403, 'origin', FOREIGN];
		if (!isAllowed || !isAllowedTo(request)) return [403, 'load', NOT_ALLOWED];
		if (this.#isClosing) return [503, 'closing', CLOSING];
		return this.#current ? [409, 'load', BUSY] : null;
	}

	#refuse(response: ServerResponse, status: number, kind: string, text: string): void {
		this.#parts.counters.refused(kind);
		answer(response, status, `${text}\n`, status === 503 ? { 'Retry-After': '2' } : {});
	}

	#take(body: Buffer | null, response: ServerResponse): void {
		if (response.destroyed) return;
		if (body === null) return this.#refuse(response, 413, 'load', TOO_LONG);
		const order = readOrder(body);
		if (typeof order === 'string') return this.#refuse(response, 400, 'load', order);
		// Another order may have come while this one was read.
		const refusal = this.#refusalOf(response.req);
		if (refusal) return this.#refuse(response, ...refusal);
		const end = new AbortController();
		onGone(response, () => end.abort(new LoadFault('fault', 'The request was aborted.')));
		const gone = this.#report(order, response, end.signal).finally(() => (this.#current = null));
		this.#current = { end, gone };
	}

	/** Never rejects. */
	async #report(order: LoadOrder, response: ServerResponse, signal: AbortSignal): Promise<void> {
		response.writeHead(200, {
			...SECURITY_HEADERS,
			'Content-Type': 'application/x-ndjson; charset=utf-8',
			'Cache-Control': 'no-store',
			'X-Accel-Buffering': 'no'
		});
		const tell = (message: LoadMessage) => void response.write(`${JSON.stringify(message)}\n`);
		try {
			tell({ phase: 'done', result: await runLoad(order, { ...this.#parts.run, tell, signal }) });
		} catch (error) {
			if (!(error instanceof LoadFault)) this.#parts.onFault(error);
			const text = 'The load run failed.';
			const fault = error instanceof LoadFault ? error : new LoadFault('fault', text);
			tell({ phase: 'failed', reason: fault.reason, text: fault.message });
		}
		response.end();
	}
}

/** Null where it is too long; rejects where the request ends early. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
	let length = 0;
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length <= MOST_BYTES) chunks.push(chunk);
	}
	return length > MOST_BYTES ? null : Buffer.concat(chunks);
}

/** Where it is no order, a text that says why. */
function readOrder(body: Buffer): LoadOrder | string {
	try {
		const read = v.safeParse(loadOrderSchema, JSON.parse(body.toString('utf8')));
		if (read.success) return read.output;
		const [issue] = read.issues;
		return `This is no order of a load run: ${v.getDotPath(issue) ?? 'order'}: ${issue.message}.`;
	} catch {
		return 'An order of a load run is JSON.';
	}
}
