/** The endpoint that sent the bytes (RFC 6455 §1.2): client to server, or server to client. */
export type Direction = 'client' | 'server';

export function opposite(direction: Direction): Direction {
	return direction === 'client' ? 'server' : 'client';
}
