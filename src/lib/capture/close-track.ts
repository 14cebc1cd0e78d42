/**
 * How each endpoint saw the connection end, from the Close frames that crossed the wire.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.1.4
 */
import type { Transition } from '#lib/protocol/frames/connection-state.ts';
import { opposite, type Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';

/** How one endpoint saw the connection end (§7.1.4 to §7.1.6). */
export interface CloseInfo {
	/** Of the first Close frame this endpoint received; 1005 and 1006 as §7.1.5 says; null: not yet. */
	readonly code: number | null;
	readonly reason: string;
	/** Whether TCP was closed after the closing handshake was completed; null: not closed yet. */
	readonly wasClean: boolean | null;
}

interface CloseFrame {
	readonly code: number;
	readonly reason: string;
}

const NO_STATUS = 1005;
const ABNORMAL = 1006;

export class CloseTrack {
	/** First Close frame of each direction. */
	readonly #frames: { [sender in Direction]: CloseFrame | null } = { client: null, server: null };
	/** Events with which each endpoint sent its Close frame, and processed the other's. */
	readonly #sentAt = { client: Infinity, server: Infinity };
	readonly #receivedAt = { client: Infinity, server: Infinity };

	/** Notes a complete Close frame. */
	noteFrame(frame: Frame): void {
		const { code, reason } = frame.close ?? { code: null, reason: '' };
		this.#frames[frame.direction] ??= { code: code ?? NO_STATUS, reason };
	}

	/** Notes what a frame did: an endpoint that must fail the connection reads no Close (§7.1.7). */
	noteSteps(steps: readonly Transition[], eventIndex: number): void {
		for (const { side, step } of steps) {
			const at = step === 'close-sent' ? this.#sentAt : this.#receivedAt;
			const isClose = step === 'close-sent' || step === 'close-received';
			if (isClose) at[side] = Math.min(at[side], eventIndex);
		}
	}

	/** @param isClosed whether the endpoint's connection is CLOSED at the cursor */
	at(side: Direction, cursor: number, isClosed: boolean): CloseInfo {
		const received = this.#receivedAt[side] < cursor ? this.#frames[opposite(side)] : null;
		const isComplete = received !== null && this.#sentAt[side] < cursor;
		return {
			code: received?.code ?? (isClosed ? ABNORMAL : null),
			reason: received?.reason ?? '',
			wasClean: isClosed ? isComplete : null
		};
	}
}
