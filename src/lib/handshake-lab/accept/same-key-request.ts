/** An opening handshake with a given key, to be sent by the raw client. */
import { latin1Bytes } from '#lib/protocol/latin1.ts';

/** @param host of the page, which the server answers to */
export function sameKeyRequest(key: string, host: string): Uint8Array {
	const lines = [
		'GET /ws/echo HTTP/1.1',
		`Host: ${host}`,
		'Upgrade: websocket',
		'Connection: Upgrade',
		`Sec-WebSocket-Key: ${key}`,
		'Sec-WebSocket-Version: 13'
	];
	return latin1Bytes([...lines, '', ''].join('\r\n'));
}
