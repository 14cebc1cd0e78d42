/** A command that is not done: its code goes to the page as an error reply. */
import type { ChannelErrorCode } from '#lib/channel/messages.ts';

export class CommandError extends Error {
	override readonly name = 'CommandError';
	readonly code: ChannelErrorCode;

	constructor(code: ChannelErrorCode, message: string = code) {
		super(message);
		this.code = code;
	}
}
