/** When an HTTP exchange is over. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Calls `listener` once, when the response has been handed over or given up and the whole request
 * has come: an answer may overtake the body it refuses. With the connection it is over in any case,
 * which is for the caller to notice.
 */
export function onExchangeEnd(
	request: IncomingMessage,
	response: ServerResponse,
	listener: () => void
): void {
	let isAnswered = false;
	const check = (): void => {
		if (!isAnswered || !request.complete) return;
		request.off('end', check);
		request.off('close', check);
		listener();
	};
	request.on('end', check);
	request.on('close', check);
	response.once('close', () => {
		isAnswered = true;
		check();
	});
}
