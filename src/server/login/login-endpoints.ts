/**
 * What the second device posts: `{"id":"…"}` to `/lab/login/scan`, `confirm` or `decline`. Never a
 * GET, which a link or a picture could make it send; from our own pages only.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseJson } from '#lib/channel/messages.ts';
import {
	LOGIN_PATHS,
	loginRequestSchema,
	type LoginAct
} from '#lib/transports/login/login-event.ts';
import * as v from 'valibot';
import type { HostGate } from '../http/host-gate.ts';
import type { HttpEndpoint, HttpEndpointTable } from '../http/http-endpoints.ts';
import { readBody, utf8Text } from '../http/read-body.ts';
import { answer } from '../http/refusal.ts';
import type { Counters } from '../metrics.ts';
import type { Logins } from './logins.ts';

const MOST_BYTES = 1024;
const JSON_TYPE = /^application\/json(?:\s*;.*)?$/i;

const FOREIGN = 'A page of another origin may not confirm a log-in.\n';
const TOO_LONG = `What names a log-in is at most ${MOST_BYTES} bytes of JSON.\n`;
const NOT_JSON = 'A log-in is named by JSON, with the Content-Type application/json.\n';
const NO_ID = 'A log-in is named as {"id":"…"}, by the 22 characters that its code holds.\n';
const UNKNOWN =
	'This log-in is unknown, over or expired. Show a new code on the first device, and scan that.\n';

export interface LoginEndpointsParts {
	readonly logins: Logins;
	readonly gate: Pick<HostGate, 'allowsOrigin'>;
	readonly counters: Pick<Counters, 'refused'>;
}

export function loginEndpoints(parts: LoginEndpointsParts): HttpEndpointTable {
	const acts = Object.entries(LOGIN_PATHS) as [LoginAct, string][];
	return Object.fromEntries(acts.map(([act, path]) => [path, endpoint(parts, act)]));
}

function endpoint({ logins, gate, counters }: LoginEndpointsParts, act: LoginAct): HttpEndpoint {
	const refuse = (response: ServerResponse, kind: string, status: number, text: string): void => {
		counters.refused(kind);
		answer(response, status, text);
	};
	const take = (response: ServerResponse, body: Uint8Array | null): void => {
		if (body === null) return refuse(response, 'message', 413, TOO_LONG);
		const named = v.safeParse(loginRequestSchema, parseJson(utf8Text(body) ?? ''));
		if (!named.success) return refuse(response, 'message', 400, NO_ID);
		const state = logins.act(named.output.id, act);
		if (state === null) return refuse(response, 'login', 404, UNKNOWN);
		answer(response, 200, JSON.stringify(state), { 'Content-Type': 'application/json' });
	};
	return {
		methods: ['POST'],
		answer(request: IncomingMessage, response: ServerResponse) {
			// A browser says where a POST comes from; without that it is no page of ours.
			const isOwn = request.headers.origin !== undefined && gate.allowsOrigin(request);
			if (!isOwn || !JSON_TYPE.test(request.headers['content-type'] ?? '')) {
				request.resume();
				return isOwn
					? refuse(response, 'message', 415, NOT_JSON)
					: refuse(response, 'origin', 403, FOREIGN);
			}
			readBody(request, MOST_BYTES, (body) => take(response, body));
		}
	};
}
