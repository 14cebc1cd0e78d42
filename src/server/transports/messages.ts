/** `POST /lab/events/messages?lane`: `{"message":"…"}` to the server, answered with 204. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeUpstream, MAX_UPSTREAM_BYTES } from '#lib/transports/wire/upstream-message.ts';
import type { HttpEndpoint } from '../http/http-endpoints.ts';
import { readBody, utf8Text } from '../http/read-body.ts';
import type { RequestTarget } from '../http/request-target.ts';
import type { Lane } from '../streams/lane.ts';
import { beginAnswer, NO_STORE } from './lane-answer.ts';
import { RETRY, type LaneDoor } from './lane-door.ts';

const METHODS = ['POST'];
const JSON_TYPE = /^application\/json(?:\s*;.*)?$/i;
const TOO_LONG = `A message is at most ${MAX_UPSTREAM_BYTES} bytes of JSON.`;
const NOT_JSON = 'A message is sent as JSON, with the Content-Type application/json.';
const NO_MESSAGE = 'A message reads {"message":"…"}, in UTF-8.';
const NOT_TAKEN =
	'This lane has ended, or more messages came than it takes. Try again in a moment.';

export class Messages implements HttpEndpoint {
	readonly methods = null;
	readonly #door: LaneDoor;

	constructor(door: LaneDoor) {
		this.#door = door;
	}

	answer(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void {
		// Whatever is refused is still read, and thrown away: the connection may go on.
		request.resume();
		request.on('error', () => undefined);
		const lane = this.#door.admit(request, response, target, METHODS);
		if (!lane) return;
		const { headers } = request;
		if (!JSON_TYPE.test(headers['content-type'] ?? '')) {
			return void this.#door.refuse(response, 'message', 415, NOT_JSON);
		}
		readBody(request, MAX_UPSTREAM_BYTES, (body) => {
			if (body === null) this.#door.refuse(response, 'message', 413, TOO_LONG);
			else this.#take(body, response, lane);
		});
	}

	#take(body: Uint8Array, response: ServerResponse, lane: Lane): void {
		const text = utf8Text(body);
		const message = text === null ? null : decodeUpstream(text);
		if (message === null) return void this.#door.refuse(response, 'message', 400, NO_MESSAGE);
		if (!lane.receive(message)) {
			return void this.#door.refuse(response, 'rate', 429, NOT_TAKEN, RETRY.messages);
		}
		beginAnswer(response, 204, { 'Cache-Control': NO_STORE });
		response.end();
	}
}
