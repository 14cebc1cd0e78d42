/** A recording that notices when nothing passes, in either direction. */
import type { Buffer } from 'node:buffer';
import { ExchangeRecorder } from '../../tap/exchange-recorder.ts';
import type { WritePart } from '../../tap/chunk-copy.ts';

export class WatchedRecorder extends ExchangeRecorder {
	#timer: NodeJS.Timeout | null = null;

	/** @param idle ms without a byte after which `cut` is called, once */
	watch(idle: number, cut: () => void): void {
		this.#timer = setTimeout(cut, idle).unref();
	}

	override willRead(chunk: Buffer): void {
		this.#timer?.refresh();
		super.willRead(chunk);
	}

	override willWrite(chunk: Buffer | string, encoding: BufferEncoding): void {
		this.#timer?.refresh();
		super.willWrite(chunk, encoding);
	}

	override willWriteAll(parts: readonly WritePart[]): void {
		this.#timer?.refresh();
		super.willWriteAll(parts);
	}

	override willDestroy(error: Error | null, isAllRead: boolean, isReset: boolean): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		super.willDestroy(error, isAllRead, isReset);
	}
}
