import { EVENTS_CLOSE } from '../wire/close-codes.ts';
import type { ClientTrouble } from './event-client.ts';

/** What a WebSocket's close code means for a client (RFC 6455 §7.4.1). */
export function troubleOfCode(code: number, reason: string): ClientTrouble {
	switch (code) {
		case EVENTS_CLOSE.streamClosed:
			return { kind: 'unknown-lane' };
		case EVENTS_CLOSE.closing:
			return { kind: 'closing' };
		case EVENTS_CLOSE.tooLarge:
			return { kind: 'too-large' };
		case EVENTS_CLOSE.slowReader:
			return { kind: 'slow-reader' };
		case 1006:
			return { kind: 'network' };
		default:
			return { kind: 'closed', code, reason };
	}
}
