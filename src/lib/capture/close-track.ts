/**
 * How each endpoint saw the connection end, from the Close frames that crossed the wire.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.1.4
 */
import { opposite, type Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import { CLOSE } from '#lib/protocol/opcode.ts';

/** How one endpoint saw the connection end (§7.1.4 to §7.1.6). */
export interface CloseInfo {
	/** Of the first Close frame this endpoint received; 1005 and 1006 as §7.1.5 says; null: not yet. */
	readonly code: number | null;
	readonly reason: string;
	/** Whether TCP was closed after the closing handshake was completed; null: not closed yet. */
	readonly wasClean: boolean | null;
}

interface Received {
	readonly eventIndex: number;
	readonly code: number;
	readonly reason: string;
}

const NO_STATUS = 1005;
const ABNORMAL = 1006;

export class CloseTrack {
	readonly #received: { [side in Direction]: Received | null } = { client: null, server: null };
	readonly #sentAt = { client: Infinity, server: Infinity };
	/** From where on an endpoint must not process what it receives (§7.1.7). */
	readonly #failedAt = { client: Infinity, server: Infinity };

	/** Notes a frame, complete or not, that its receiver must fail the connection for. */
	noteFailure(direction: Direction, eventIndex: number): void {
		const receiver = opposite(direction);
		this.#failedAt[receiver] = Math.min(this.#failedAt[receiver], eventIndex);
	}

	/** Notes a complete frame. */
	noteFrame(frame: Frame, eventIndex: number): void {
		if (frame.opcode !== CLOSE) return;
		const receiver = opposite(frame.direction);
		this.#sentAt[frame.direction] = Math.min(this.#sentAt[frame.direction], eventIndex);
		if (this.#received[receiver] || this.#failedAt[receiver] < eventIndex) return;
		const { code, reason } = frame.close ?? { code: null, reason: '' };
		this.#received[receiver] = { eventIndex, code: code ?? NO_STATUS, reason };
	}

	/** @param isClosed whether the endpoint's connection is CLOSED at the cursor */
	at(side: Direction, cursor: number, isClosed: boolean): CloseInfo {
		const found = this.#received[side];
		const received = found && found.eventIndex < cursor ? found : null;
		const isComplete = received !== null && this.#sentAt[side] < cursor;
		return {
			code: received?.code ?? (isClosed ? ABNORMAL : null),
			reason: received?.reason ?? '',
			wasClean: isClosed ? isComplete : null
		};
	}
}
