/**
 * permessage-deflate: what its parameters mean for the one who compresses and for the other.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7
 */
import type { DeflateParameters } from './deflate-parameters.ts';
import type { Direction } from '../direction.ts';

/** End of a flush, cut off by the sender and put back by the receiver (§7.2.1, §7.2.2). */
export const DEFLATE_TAIL: Uint8Array = Uint8Array.of(0x00, 0x00, 0xff, 0xff);

const MIN_WINDOW_BITS = 8;
const MAX_WINDOW_BITS = 15;

export interface DeflateSide {
	/** Base-2 logarithm of the sender's window, 8 to 15. */
	readonly windowBits: number;
	/** Whether the sender's window lasts from message to message. */
	readonly keepsWindow: boolean;
}

/** What was agreed for the messages that one side sends (§7.1.1, §7.1.2). */
export function deflateSide(parameters: DeflateParameters, sender: Direction): DeflateSide {
	return sender === 'client'
		? {
				windowBits: parameters.clientMaxWindowBits ?? MAX_WINDOW_BITS,
				keepsWindow: !parameters.clientNoContextTakeover
			}
		: {
				windowBits: parameters.serverMaxWindowBits ?? MAX_WINDOW_BITS,
				keepsWindow: !parameters.serverNoContextTakeover
			};
}

/**
 * Window bits as zlib takes them: its compressor has no 256-byte window for raw data and uses
 * 512 bytes instead, so both ends of it do.
 *
 * @throws RangeError when windowBits is not 8 to 15
 */
export function zlibWindowBits(windowBits: number): number {
	if (!(windowBits >= MIN_WINDOW_BITS && windowBits <= MAX_WINDOW_BITS)) {
		throw new RangeError('windowBits must be from 8 to 15');
	}
	return Math.max(windowBits, 9);
}
