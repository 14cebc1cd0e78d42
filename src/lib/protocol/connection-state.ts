/**
 * The state of each side of a connection, deduced from the bytes alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.1
 */
import type { Direction } from './direction.ts';

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
	/** `isAccepted`: status 101, and every check of §4.1 on the response holds. */
	| { readonly kind: 'response'; readonly isAccepted: boolean }
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
	readonly side: 'client' | 'server';
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

export class ConnectionStateMachine {
	get client(): StateName {
		return 'CONNECTING';
	}
	get server(): StateName {
		return 'CONNECTING';
	}
	/** Applies one input; returns the steps it causes, in order. */
	advance(_input: StateInput): readonly Transition[] {
		return [];
	}
}
