/**
 * The state of each side of a connection, deduced from the bytes alone, with the RFC's inner steps.
 *
 * Bytes tell what was sent and that it arrived, not what a side made of it. A violation therefore
 * is an inner step of its receiver, which must fail the connection (§7.1.7); its state changes
 * when its own bytes show that it did: a close frame, or the end of its half of TCP.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.1
 */
import { opposite, type Direction } from '../direction.ts';
import { CLOSE } from './opcode.ts';

export type StateName = 'CONNECTING' | 'OPEN' | 'CLOSING' | 'CLOSED';

export type StateStep =
	| 'accepted'
	| 'request'
	| 'response'
	| 'open'
	| 'close-sent'
	| 'close-received'
	| 'failed'
	| 'fin-sent'
	| 'fin-received'
	| 'reset'
	| 'closed';

/** What crossed the wire, in its order. */
export type StateInput =
	| { readonly kind: 'accepted' }
	| { readonly kind: 'request'; readonly isValid: boolean }
	| {
			readonly kind: 'response';
			/** Status 101, and every check of §4.1 on the response holds. */
			readonly isAccepted: boolean;
			/** Status code: a server that sent 101 is OPEN, even where the client must refuse it. */
			readonly status?: number;
	  }
	| {
			readonly kind: 'frame';
			readonly direction: Direction;
			readonly opcode: number;
			readonly closeCode?: number | null;
			/** The frame breaks a rule for which its receiver must fail the connection (§7.1.7). */
			readonly failsConnection: boolean;
	  }
	| { readonly kind: 'fin'; readonly direction: Direction }
	| { readonly kind: 'reset'; readonly direction: Direction };

/** A step of one side; inner where `from` and `to` are the same state. */
export interface Transition {
	readonly side: Direction;
	readonly step: StateStep;
	readonly from: StateName;
	readonly to: StateName;
	/** Section of RFC 6455. */
	readonly section: string;
	/** Key of what caused it, for the interface's words. */
	readonly cause: StateCause;
}

export type StateCause =
	| 'tcp-accepted'
	| 'request-sent'
	| 'request-received'
	| 'request-invalid'
	| 'response-sent'
	| 'response-received'
	| 'response-refused'
	| 'handshake-complete'
	| 'close-frame-sent'
	| 'close-frame-received'
	| 'close-frame-answered'
	| 'violation-received'
	| 'violation-answered'
	| 'fin-sent'
	| 'fin-received'
	| 'reset-sent'
	| 'reset-received'
	| 'tcp-closed';

interface Side {
	readonly name: Direction;
	state: StateName;
	hasSentClose: boolean;
	hasReceivedClose: boolean;
	/** It received a violation: what it does next to end the connection answers that. */
	mustFail: boolean;
	/** A close frame arrived that it must not process, if it does fail the connection (§7.1.7). */
	hasUnreadClose: boolean;
	hasSentFin: boolean;
}

const newSide = (name: Direction): Side => ({
	name,
	state: 'CONNECTING',
	hasSentClose: false,
	hasReceivedClose: false,
	mustFail: false,
	hasUnreadClose: false,
	hasSentFin: false
});

/** Where each side's part of the opening handshake is described. */
const HANDSHAKE_SECTION = { client: '4.1', server: '4.2' } as const;

export class ConnectionStateMachine {
	readonly #sides = { client: newSide('client'), server: newSide('server') };
	/** Steps of the input under way. */
	#steps: Transition[] = [];

	get client(): StateName {
		return this.#sides.client.state;
	}

	get server(): StateName {
		return this.#sides.server.state;
	}

	/** Applies one input; returns the steps it causes, in order: first the side that acted. */
	advance(input: StateInput): readonly Transition[] {
		this.#steps = [];
		if (input.kind === 'accepted') this.#accept();
		else if (input.kind === 'request') this.#request(input.isValid);
		else if (input.kind === 'response') this.#response(input.isAccepted, input.status);
		else if (input.kind === 'frame') this.#frame(input);
		else if (input.kind === 'fin') this.#fin(input.direction);
		else this.#reset(input.direction);
		return this.#steps;
	}

	#accept(): void {
		for (const side of [this.#sides.client, this.#sides.server]) {
			this.#step(side, 'accepted', HANDSHAKE_SECTION[side.name], 'tcp-accepted');
		}
	}

	/** A refused attempt may be followed by another on the same TCP connection (§4.1, 401 and 3xx). */
	#request(isValid: boolean): void {
		const { client, server } = this.#sides;
		const state = 'CONNECTING';
		if (isUnderWay(client) || isUnderWay(server)) return;
		this.#step(client, 'request', '4.1', 'request-sent', state);
		this.#step(server, 'request', '4.2.1', isValid ? 'request-received' : 'request-invalid', state);
	}

	#response(isAccepted: boolean, status = isAccepted ? 101 : 0): void {
		const { client, server } = this.#sides;
		if (server.state !== 'CONNECTING') return;
		const isSwitching = isAccepted || status === 101;
		this.#step(server, 'response', '4.2.2', 'response-sent');
		if (isSwitching) this.#step(server, 'open', '4.2.2', 'handshake-complete', 'OPEN');
		else this.#step(server, 'failed', '7.2.2', 'response-refused', 'CLOSED');
		this.#step(client, 'response', '4.1', 'response-received');
		if (isAccepted) this.#step(client, 'open', '4.1', 'handshake-complete', 'OPEN');
		else this.#step(client, 'failed', '7.1.4', 'response-refused', 'CLOSED');
	}

	#frame(input: StateInput & { kind: 'frame' }): void {
		const sender = this.#sides[input.direction];
		const receiver = this.#sides[opposite(input.direction)];
		const isClose = input.opcode === CLOSE;
		if (sender.mustFail && !(isClose && isFailure(input.closeCode))) this.#carryOn(sender);
		if (isClose) this.#sendClose(sender);
		if (!isUnderWay(receiver)) return;
		if (receiver.mustFail) receiver.hasUnreadClose ||= isClose;
		else if (input.failsConnection && !receiver.hasReceivedClose) {
			receiver.mustFail = true;
			this.#step(receiver, 'failed', '7.1.7', 'violation-received');
		} else if (isClose) this.#receiveClose(receiver);
	}

	/** Its bytes show that it took the violation for no fault: it reads on. */
	#carryOn(side: Side): void {
		side.mustFail = false;
		if (side.hasUnreadClose) this.#receiveClose(side);
		side.hasUnreadClose = false;
	}

	#receiveClose(receiver: Side): void {
		if (receiver.hasReceivedClose) return;
		receiver.hasReceivedClose = true;
		const section = receiver.state === 'OPEN' ? '7.1.3' : '7.1.2';
		this.#step(receiver, 'close-received', section, 'close-frame-received', 'CLOSING');
	}

	#sendClose(sender: Side): void {
		if (!isUnderWay(sender) || sender.hasSentClose) return;
		sender.hasSentClose = true;
		if (sender.mustFail) {
			this.#step(sender, 'close-sent', '7.1.7', 'violation-answered', 'CLOSING');
		} else if (sender.hasReceivedClose) {
			this.#step(sender, 'close-sent', '5.5.1', 'close-frame-answered', 'CLOSING');
		} else {
			this.#step(sender, 'close-sent', '7.1.3', 'close-frame-sent', 'CLOSING');
		}
	}

	#fin(direction: Direction): void {
		const sender = this.#sides[direction];
		const receiver = this.#sides[opposite(direction)];
		if (sender.hasSentFin) return;
		sender.hasSentFin = true;
		const isAnswer = sender.mustFail && !sender.hasSentClose;
		const section = isAnswer ? '7.1.7' : '7.1.1';
		this.#step(sender, 'fin-sent', section, isAnswer ? 'violation-answered' : 'fin-sent');
		this.#step(receiver, 'fin-received', '7.1.1', 'fin-received');
		if (!receiver.hasSentFin) return;
		for (const side of [sender, receiver]) {
			if (side.state !== 'CLOSED') this.#step(side, 'closed', '7.1.4', 'tcp-closed', 'CLOSED');
		}
	}

	#reset(direction: Direction): void {
		const sender = this.#sides[direction];
		const receiver = this.#sides[opposite(direction)];
		if (sender.state !== 'CLOSED') this.#step(sender, 'reset', '7.1.4', 'reset-sent', 'CLOSED');
		if (receiver.state !== 'CLOSED') {
			this.#step(receiver, 'reset', '7.1.4', 'reset-received', 'CLOSED');
		}
	}

	#step(side: Side, step: StateStep, section: string, cause: StateCause, to = side.state): void {
		this.#steps.push({ side: side.name, step, from: side.state, to, section, cause });
		side.state = to;
	}
}

/** Codes with which an endpoint ends a connection because of what it received (§7.4.1). */
function isFailure(closeCode: number | null | undefined): boolean {
	return closeCode === undefined || (closeCode !== null && closeCode >= 1002 && closeCode <= 1011);
}

function isUnderWay(side: Side): boolean {
	return side.state === 'OPEN' || side.state === 'CLOSING';
}
