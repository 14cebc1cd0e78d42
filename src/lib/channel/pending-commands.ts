/**
 * Commands that the server has not answered yet. They are kept, in the order of their ids, and sent
 * again after a resume; the server does each once.
 */
import * as v from 'valibot';
import { RESULTS, type ChannelErrorCode, type Command, type CommandResult } from './messages.ts';

/** Why a command was not done: the server's word, or what became of the channel. */
export class ChannelError extends Error {
	readonly code: ChannelErrorCode | 'session-lost' | 'closed' | 'too-many-commands' | 'bad-reply';

	constructor(code: ChannelError['code'], message: string = code) {
		super(message);
		this.name = 'ChannelError';
		this.code = code;
	}
}

interface Pending {
	readonly type: Command['type'];
	readonly text: string;
	readonly resolve: (result: unknown) => void;
	readonly reject: (error: ChannelError) => void;
}

const MOST = 256;

export class PendingCommands {
	readonly #pending = new Map<number, Pending>();
	#lastId = 0;

	/** Messages not answered yet, oldest first. */
	get texts(): readonly string[] {
		return Array.from(this.#pending.values(), (pending) => pending.text);
	}

	/** Keeps a command; gives the message to send and the promise of its result. */
	add<C extends Command>(
		command: C
	): { readonly text: string; readonly result: Promise<CommandResult<C['type']>> } {
		if (this.#pending.size >= MOST) {
			return { text: '', result: Promise.reject(new ChannelError('too-many-commands')) };
		}
		const id = ++this.#lastId;
		const text = JSON.stringify({ ...command, id });
		const result = new Promise<unknown>((resolve, reject) => {
			this.#pending.set(id, { type: command.type, text, resolve, reject });
		});
		return { text, result: result as Promise<CommandResult<C['type']>> };
	}

	fulfil(id: number, result: unknown): void {
		const pending = this.#take(id);
		if (pending === undefined) return;
		const checked = v.safeParse(RESULTS[pending.type], result);
		if (checked.success) pending.resolve(checked.output);
		else pending.reject(new ChannelError('bad-reply'));
	}

	fail(id: number, code: ChannelErrorCode, message: string): void {
		this.#take(id)?.reject(new ChannelError(code, message));
	}

	failAll(code: ChannelError['code']): void {
		const all = [...this.#pending.values()];
		this.#pending.clear();
		for (const pending of all) pending.reject(new ChannelError(code));
	}

	#take(id: number): Pending | undefined {
		const pending = this.#pending.get(id);
		this.#pending.delete(id);
		return pending;
	}
}
