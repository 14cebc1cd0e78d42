/**
 * The states of both sides along a conversation, by the rules of connection-state.
 */
import {
	ConnectionStateMachine,
	type StateInput,
	type StateName,
	type Transition
} from '#lib/protocol/frames/connection-state.ts';
import { NumberColumn } from './number-column.ts';

export type PlacedTransition = Transition & {
	/** Microseconds of the recording. */
	readonly t: number;
	/** The event that caused it. */
	readonly eventIndex: number;
	/** The record that caused it. */
	readonly record: number;
};

/** Where an input stands in the recording. */
export interface Place {
	readonly t: number;
	readonly eventIndex: number;
	readonly record: number;
}

interface Sides {
	readonly client: StateName;
	readonly server: StateName;
}

const BEFORE: Sides = { client: 'CONNECTING', server: 'CONNECTING' };

export class StateTrack {
	readonly #machine = new ConnectionStateMachine();
	readonly #transitions: PlacedTransition[] = [];
	/** The states of both sides after each transition. */
	readonly #states: Sides[] = [];
	readonly #events = new NumberColumn();
	#now: Sides = BEFORE;

	/** Applies one input; returns the steps it caused. */
	advance(input: StateInput, { t, eventIndex, record }: Place): readonly Transition[] {
		const steps = this.#machine.advance(input);
		for (const step of steps) {
			this.#transitions.push({ ...step, t, eventIndex, record });
			this.#now = { ...this.#now, [step.side]: step.to };
			this.#states.push(this.#now);
			this.#events.push(eventIndex);
		}
		return steps;
	}

	at(cursor: number): Sides {
		return this.#states[this.#events.countBelow(cursor) - 1] ?? BEFORE;
	}

	transitionsAt(cursor: number): readonly PlacedTransition[] {
		return this.#transitions.slice(0, this.#events.countBelow(cursor));
	}
}
