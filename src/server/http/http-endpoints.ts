/** The plain HTTP side of the lab: a table of its addresses, and what every address has in common. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Counters } from '../metrics.ts';
import { answer, answerNoContent, answerUpgradeRequired } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';

/** What one address of the lab does with a plain request. */
export interface HttpEndpoint {
	/** What it answers to, beside OPTIONS; null where it judges methods by itself. */
	readonly methods: readonly string[] | null;
	answer(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void;
}

/** By path, exactly as it is written. */
export type HttpEndpointTable = Readonly<Record<string, HttpEndpoint>>;

const NO_ENDPOINT = 'There is nothing at this address.\n';
const NO_WEBSOCKET = 'There is no WebSocket endpoint here.\n';

export class HttpEndpoints {
	readonly #endpoints: ReadonlyMap<string, HttpEndpoint>;

	/** @throws RangeError where two tables have the same path */
	constructor(...tables: readonly HttpEndpointTable[]) {
		const entries = tables.flatMap((table) => Object.entries(table));
		this.#endpoints = new Map(entries);
		if (this.#endpoints.size < entries.length) throw new RangeError('tables share a path');
	}

	handle(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void {
		const endpoint = this.#endpoints.get(target.path);
		if (!endpoint) {
			return answer(response, 404, target.path.startsWith('/ws/') ? NO_WEBSOCKET : NO_ENDPOINT);
		}
		const { methods } = endpoint;
		if (methods === null || methods.includes(request.method ?? '')) {
			return endpoint.answer(request, response, target);
		}
		answerOtherMethod(request, response, methods);
	}
}

/** OPTIONS says which methods there are (RFC 9110 §9.3.7); no other origin is let in by it. */
export function answerOtherMethod(
	request: IncomingMessage,
	response: ServerResponse,
	methods: readonly string[]
): void {
	const allow = [...methods, 'OPTIONS'].join(', ');
	if (request.method === 'OPTIONS') return answerNoContent(response, { Allow: allow });
	const text = `This address answers to ${methods.join(' and ')} only.\n`;
	answer(response, 405, text, { Allow: allow });
}

/** A WebSocket endpoint, asked without an upgrade. */
export function upgradeRequired(
	counters: Pick<Counters, 'refused'>,
	observe?: HttpEndpoint['answer']
): HttpEndpoint {
	return {
		methods: null,
		answer(request, response, target) {
			counters.refused('not-an-upgrade');
			observe?.(request, response, target);
			answerUpgradeRequired(response);
		}
	};
}
