/**
 * One step of SHA-1 laid open: what stood before it, what is added, and what moved where.
 *
 * A block has 81 places: 0 is before its first round, `step` is after so many rounds.
 *
 * @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final (FIPS 180-4 §6.1.2)
 */
import type { Sha1Block, Sha1Round, Sha1State } from '#lib/protocol/handshake/sha1.ts';
import { rotateLeft, wordBits } from './word-view.ts';

export const ROUNDS = 80;
export const VARIABLES = ['a', 'b', 'c', 'd', 'e'] as const satisfies (keyof Sha1State)[];

export type RoundFunction = Sha1Round['functionName'];

/** §4.1.1 */
export const FORMULAS: { readonly [name in RoundFunction]: string } = {
	Ch: '(b ∧ c) ⊕ (¬b ∧ d)',
	Parity: 'b ⊕ c ⊕ d',
	Maj: '(b ∧ c) ⊕ (b ∧ d) ⊕ (c ∧ d)'
};

export interface RoundStep {
	readonly round: Sha1Round;
	readonly before: Sha1State;
	/** ROTL 5 of `before.a`. */
	readonly rotatedA: number;
	/** ROTL 30 of `before.b`, which becomes c. */
	readonly rotatedB: number;
	/** The five words that are added, in the order of §6.1.2. */
	readonly summands: readonly {
		readonly name: 'rotl' | 'f' | 'e' | 'K' | 'W';
		readonly value: number;
	}[];
	/** How often the sum exceeded 32 bits: 2^32 each that is dropped. */
	readonly carries: number;
}

/** The working variables after so many rounds of a block, 0 to 80. */
export function stateAfter(block: Sha1Block, step: number): Sha1State {
	return (step === 0 ? block.initial : block.rounds[step - 1]) ?? block.initial;
}

/** Round `t` of a block, 0 to 79; null beyond. */
export function roundStep(block: Sha1Block, t: number): RoundStep | null {
	const round = block.rounds[t];
	if (!round) return null;
	const before = stateAfter(block, t);
	const rotatedA = rotateLeft(before.a, 5);
	const summands = [
		{ name: 'rotl', value: rotatedA },
		{ name: 'f', value: round.f },
		{ name: 'e', value: before.e },
		{ name: 'K', value: round.k },
		{ name: 'W', value: round.w }
	] as const;
	const total = summands.reduce((sum, { value }) => sum + value, 0);
	const carries = Math.floor(total / 2 ** 32);
	return { round, before, rotatedA, rotatedB: rotateLeft(before.b, 30), summands, carries };
}

export interface FunctionBits {
	readonly rows: readonly {
		readonly name: 'b' | 'c' | 'd';
		/** 32 digits. */
		readonly bits: string;
		/** Per bit, whether it is one that decides the result. */
		readonly decides: readonly boolean[];
	}[];
	/** 32 digits of the result. */
	readonly result: string;
}

/** The function over b, c and d, bit by bit, and which of the three decide each bit. */
export function functionBits(name: RoundFunction, state: Sha1State, f: number): FunctionBits {
	const [b, c, d] = [wordBits(state.b), wordBits(state.c), wordBits(state.d)];
	const result = wordBits(f);
	const rows = (
		[
			['b', b],
			['c', c],
			['d', d]
		] as const
	).map(([row, bits]) => ({
		name: row,
		bits,
		decides: [...bits].map((bit, i) => decides(name, row, bit, b[i] === '1', result[i] === bit))
	}));
	return { rows, result };
}

/** Ch: b chooses c or d. Maj: those who are in the majority. Parity: the ones, which are counted. */
function decides(
	name: RoundFunction,
	row: 'b' | 'c' | 'd',
	bit: string,
	choosesC: boolean,
	isResult: boolean
): boolean {
	if (name === 'Parity') return bit === '1';
	if (name === 'Maj') return isResult;
	return row === 'b' ? false : (row === 'c') === choosesC;
}
