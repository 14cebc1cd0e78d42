/** What the server says about itself: `/healthz` for whoever watches it, `/metrics` for few. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientAddresses } from './client-address.ts';
import type { HttpEndpoint } from './http-endpoints.ts';
import type { Metrics } from '../metrics.ts';
import { answer } from './refusal.ts';

const METHODS = ['GET', 'HEAD'];

export function healthEndpoint(health: () => Readonly<Record<string, number>>): HttpEndpoint {
	return {
		methods: METHODS,
		answer(_request, response) {
			const body = { status: 'ok', uptime: Math.round(process.uptime()), ...health() };
			answer(response, 200, `${JSON.stringify(body)}\n`, { 'Content-Type': 'application/json' });
		}
	};
}

export interface MetricsEndpointParts {
	readonly metrics: Metrics;
	/** Bearer token for /metrics from elsewhere than loopback; '' allows nobody. */
	readonly metricsToken: string;
	readonly addresses: ClientAddresses;
}

export function metricsEndpoint(parts: MetricsEndpointParts): HttpEndpoint {
	return {
		methods: METHODS,
		answer: (request, response) => answerMetrics(parts, request, response)
	};
}

function answerMetrics(
	parts: MetricsEndpointParts,
	request: IncomingMessage,
	response: ServerResponse
): void {
	const { metrics } = parts;
	if (!mayReadMetrics(parts, request)) {
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

function mayReadMetrics(
	{ metricsToken, addresses }: MetricsEndpointParts,
	request: IncomingMessage
): boolean {
	const given = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
	if (given !== undefined) return metricsToken !== '' && isSame(given, metricsToken);
	return addresses.isLoopback(request);
}

function isSame(given: string, expected: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
