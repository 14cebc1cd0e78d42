/** A bench file run once more as a process of its own, in a role; orders and replies go by IPC. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What this process is to be; undefined in the one that measures. */
export const ROLE = process.env.WIRE101_BENCH_ROLE;

export class Child {
	readonly #process: ChildProcess;

	/** @param file `import.meta.url` of the bench file, which acts on `ROLE` */
	constructor(file: string, role: string) {
		this.#process = fork(fileURLToPath(file), {
			env: { ...process.env, WIRE101_BENCH_ROLE: role }
		});
	}

	async reply<Reply>(): Promise<Reply> {
		const [reply] = await once(this.#process, 'message');
		return reply as Reply;
	}

	ask<Reply>(order: object): Promise<Reply> {
		this.#process.send(order);
		return this.reply<Reply>();
	}

	stop(): void {
		this.#process.kill();
	}
}
