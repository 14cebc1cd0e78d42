/**
 * What becomes of each subprotocol that a client offers, name by name.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 */
import { isToken } from '#lib/protocol/http/http-token.ts';
import { selectSubprotocol } from '#lib/protocol/handshake/select-subprotocol.ts';
import { elementsOf } from './negotiation-draft.ts';

export type SubprotocolOutcome =
	| 'chosen'
	| 'not-spoken'
	/** The server speaks it, and has taken another. */
	| 'not-reached'
	| 'repeated'
	| 'not-token'
	| 'empty'
	/** Legal in itself, but its list is not. */
	| 'refused-with-list';

export interface JudgedSubprotocol {
	readonly name: string;
	readonly outcome: SubprotocolOutcome;
}

export interface SubprotocolChoice {
	readonly offered: readonly JudgedSubprotocol[];
	/** Null: none, and the response holds no header. */
	readonly chosen: string | null;
	/** What a server would take whose own order decides; the same where the order changes nothing. */
	readonly byServerOrder: string | null;
	/** The list breaks no rule. */
	readonly isLegal: boolean;
}

/**
 * @param values one for each line of the header: together they are one list (§11.3.4)
 * @param spoken null: a server that takes the first it is offered
 */
export function judgeSubprotocols(
	values: readonly string[],
	spoken: readonly string[] | null
): SubprotocolChoice {
	const names = values.flatMap((value) => (value.trim() === '' ? [''] : elementsOf(value)));
	const faults = names.map((name, at) => faultOf(name, names.indexOf(name) !== at));
	const isLegal = faults.every((fault) => fault === null);
	const known = spoken ?? names.slice(0, 1);
	const chosen = isLegal ? selectSubprotocol(names, known, 'client') : null;
	const outcomeOf = (name: string): SubprotocolOutcome => {
		if (!isLegal) return 'refused-with-list';
		if (name === chosen) return 'chosen';
		return spoken === null || known.includes(name) ? 'not-reached' : 'not-spoken';
	};
	return {
		offered: names.map((name, at) => ({ name, outcome: faults[at] ?? outcomeOf(name) })),
		chosen,
		byServerOrder: isLegal ? selectSubprotocol(names, known, 'server') : null,
		isLegal
	};
}

function faultOf(name: string, isRepeated: boolean): SubprotocolOutcome | null {
	if (name === '') return 'empty';
	if (!isToken(name)) return 'not-token';
	return isRepeated ? 'repeated' : null;
}
