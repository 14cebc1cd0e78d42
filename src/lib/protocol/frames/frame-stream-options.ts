/** What a decoder of one direction must be told: what the handshake agreed, and the bounds. */
import type { DeflateParameters } from '../deflate/deflate-parameters.ts';
import type { Direction } from '../direction.ts';
import type { MakeInflater } from '../deflate/inflater.ts';
import type { MessageKind } from './message.ts';

export interface FrameStreamOptions {
	/** Who sends these bytes. */
	readonly direction: Direction;
	/** What was agreed for permessage-deflate; absent or null: no extension. */
	readonly deflate?: DeflateParameters | null;
	/** Reads compressed messages; without it they are complete, and their data is not kept. */
	readonly inflate?: MakeInflater;
	/** Most bytes of a message, announced and inflated. Default: none, and 16 MiB inflated. */
	readonly maxMessageBytes?: number;
	/** Most frames of a message. Default: no bound. */
	readonly maxFragments?: number;
	/** Starts inside an unfinished message of this kind. */
	readonly inMessage?: MessageKind;
}
