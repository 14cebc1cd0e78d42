/**
 * One side's state machine as boxes: the RFC's four states with the steps that led into each.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.1
 */
import type { PlacedTransition } from '#lib/capture/conversation-view.ts';
import type { StateCause, StateName } from '#lib/protocol/frames/connection-state.ts';
import type { Direction } from '#lib/protocol/direction.ts';

export interface MachineStep {
	readonly cause: StateCause;
	/** Null: expected, has not happened. */
	readonly transition: PlacedTransition | null;
}

export interface MachineBox {
	readonly state: StateName;
	/** Skipped: a later state was reached without this one, as by a failed handshake. */
	readonly status: 'visited' | 'active' | 'future' | 'skipped';
	readonly steps: readonly MachineStep[];
}

const STATES: readonly StateName[] = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'];

/** What leads through each state when nothing fails. */
const EXPECTED: Readonly<Record<Direction, Readonly<Record<StateName, readonly StateCause[]>>>> = {
	client: {
		CONNECTING: ['tcp-accepted', 'request-sent', 'response-received'],
		OPEN: ['handshake-complete'],
		CLOSING: ['close-frame-sent', 'close-frame-received'],
		CLOSED: ['tcp-closed']
	},
	server: {
		CONNECTING: ['tcp-accepted', 'request-received', 'response-sent'],
		OPEN: ['handshake-complete'],
		CLOSING: ['close-frame-received', 'close-frame-sent'],
		CLOSED: ['tcp-closed']
	}
};

/** Steps that do the same work as an expected one. */
const STANDS_FOR: Partial<Record<StateCause, StateCause>> = {
	'close-frame-answered': 'close-frame-sent',
	'violation-answered': 'close-frame-sent',
	'response-refused': 'response-received',
	'request-invalid': 'request-received',
	'reset-sent': 'tcp-closed',
	'reset-received': 'tcp-closed'
};

/**
 * @param state null before there is a connection: nothing is lit
 * @param transitions of both sides, up to the cursor, in order
 */
export function machineBoxes(
	side: Direction,
	state: StateName | null,
	transitions: readonly PlacedTransition[]
): readonly MachineBox[] {
	const own = transitions.filter((transition) => transition.side === side);
	const now = state === null ? -1 : STATES.indexOf(state);
	return STATES.map((name, index) => {
		const happened = own.filter(({ to }) => to === name);
		const isReached = index === 0 || happened.some(({ from, to }) => from !== to);
		const past = isReached ? 'visited' : 'skipped';
		const status = name === state ? 'active' : index < now ? past : 'future';
		return { state: name, status, steps: steps(side, name, happened, index >= now) };
	});
}

function steps(
	side: Direction,
	state: StateName,
	happened: readonly PlacedTransition[],
	mayContinue: boolean
): readonly MachineStep[] {
	const done = new Set(happened.flatMap(({ cause }) => [cause, STANDS_FOR[cause] ?? cause]));
	// Both FINs close TCP, also where the state was CLOSED before (a failed handshake).
	if (done.has('fin-sent') && done.has('fin-received')) done.add('tcp-closed');
	const expected = mayContinue ? EXPECTED[side][state].filter((cause) => !done.has(cause)) : [];
	return [
		...happened.map((transition) => ({ cause: transition.cause, transition })),
		...expected.map((cause) => ({ cause, transition: null }))
	];
}

/** Steps that mean a failure (§7.1.7) rather than the ordinary course. */
export function isFailure(cause: StateCause): boolean {
	return FAILURES.has(cause);
}

const FAILURES: ReadonlySet<StateCause> = new Set([
	'request-invalid',
	'response-refused',
	'violation-received',
	'violation-answered',
	'reset-sent',
	'reset-received'
]);
