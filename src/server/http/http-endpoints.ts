/** The plain HTTP side of the lab: health, metrics, and answers to what needs an upgrade. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientAddresses } from './client-address.ts';
import type { Metrics } from '../metrics.ts';
import { answer, answerUpgradeRequired } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';

export interface HttpEndpointsParts {
	readonly metrics: Metrics;
	/** Bearer token for /metrics from elsewhere than loopback; '' allows nobody. */
	readonly metricsToken: string;
	readonly addresses: ClientAddresses;
	/** Whether `/ws/raw` is there. */
	readonly hasRawServer: boolean;
	/** Records the exchange if its target carries a good ticket. */
	observe(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void;
	health(): Readonly<Record<string, number>>;
}

const NO_ENDPOINT = 'There is nothing at this address.\n';

export class HttpEndpoints {
	readonly #parts: HttpEndpointsParts;

	constructor(parts: HttpEndpointsParts) {
		this.#parts = parts;
	}

	handle(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void {
		const { path } = target;
		const isRaw = path === '/ws/raw' && this.#parts.hasRawServer;
		if (path === '/ws/echo' || path === '/lab/channel' || isRaw) {
			this.#parts.metrics.refused('not-an-upgrade');
			if (path === '/ws/echo') this.#parts.observe(request, response, target);
			return answerUpgradeRequired(response);
		}
		if (path.startsWith('/ws/')) {
			return answer(response, 404, 'There is no WebSocket endpoint here.\n');
		}
		if (path !== '/healthz' && path !== '/metrics') return answer(response, 404, NO_ENDPOINT);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			return answer(response, 405, 'This address answers to GET and HEAD only.\n', {
				Allow: 'GET, HEAD'
			});
		}
		if (path === '/healthz') this.#answerHealth(response);
		else this.#answerMetrics(request, response);
	}

	#answerHealth(response: ServerResponse): void {
		const body = { status: 'ok', uptime: Math.round(process.uptime()), ...this.#parts.health() };
		answer(response, 200, `${JSON.stringify(body)}\n`, { 'Content-Type': 'application/json' });
	}

	#answerMetrics(request: IncomingMessage, response: ServerResponse): void {
		const { metrics } = this.#parts;
		if (!this.#mayReadMetrics(request)) {
			metrics.refused('metrics');
			const text =
				'Metrics are readable from this machine, or with the bearer token of METRICS_TOKEN.\n';
			return answer(response, 401, text, { 'WWW-Authenticate': 'Bearer' });
		}
		metrics.text().then(
			({ contentType, body }) => answer(response, 200, body, { 'Content-Type': contentType }),
			() => answer(response, 500, 'The metrics could not be collected. Try again in a moment.\n')
		);
	}

	#mayReadMetrics(request: IncomingMessage): boolean {
		const { metricsToken, addresses } = this.#parts;
		const given = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
		if (given !== undefined) return metricsToken !== '' && isSame(given, metricsToken);
		return addresses.isLoopback(request);
	}
}

function isSame(given: string, expected: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
