/**
 * What came of an offer of permessage-deflate on a raw connection.
 */
import { acceptedDeflate } from '#lib/protocol/handshake/deflate-negotiation.ts';
import type { DeflateParameters } from '#lib/protocol/deflate/deflate-parameters.ts';
import { parseExtensions } from '#lib/protocol/handshake/extension.ts';
import { headerValues } from '#lib/protocol/http/http-head.ts';
import type { Conversation } from '#lib/capture/conversation.ts';
import type { ObservedConnection } from '../../session/observed-connection.svelte.ts';
import { until } from '../../session/connection-watch.ts';

/** What came of the opening handshake, read from the capture. */
export type DeflateAnswer =
	| { readonly kind: 'waiting' }
	/** A 101; `agreed` is null where it does not take the offer. */
	| {
			readonly kind: 'open';
			readonly agreed: DeflateParameters | null;
			/** Value of its Sec-WebSocket-Extensions; empty: none. */
			readonly answered: string;
	  }
	| { readonly kind: 'refused'; readonly status: number }
	/** The connection ended, or the run did, before an answer came. */
	| { readonly kind: 'lost' };

export function readAnswer(conversation: Conversation): DeflateAnswer {
	const { response, request } = conversation.at(Infinity);
	const hasEnded = conversation.runs.some(({ event }) => event.told.name === 'end');
	if (!response || !request) {
		const isLost = hasEnded || conversation.hasEnded('server');
		return { kind: isLost ? 'lost' : 'waiting' };
	}
	if (response.head.status !== 101) return { kind: 'refused', status: response.head.status ?? 0 };
	// A second run may begin only after the first has ended.
	if (!hasEnded) return { kind: 'waiting' };
	const read = (values: readonly string[]) => parseExtensions(values.join(', ')).extensions;
	const answered = headerValues(response.head, 'sec-websocket-extensions');
	const offered = headerValues(request.head, 'sec-websocket-extensions');
	const agreed = acceptedDeflate(read(answered), read(offered));
	return { kind: 'open', agreed, answered: answered.join(', ') };
}

/** Resolves once the answer is known, or that none will come. */
export function untilAnswered(connection: ObservedConnection): Promise<DeflateAnswer> {
	return until(connection, () => {
		const answer = readAnswer(connection.capture.conversation);
		if (answer.kind !== 'waiting') return answer;
		return connection.isAbandoned ? { kind: 'lost' } : null;
	});
}
