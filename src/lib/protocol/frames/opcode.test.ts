import { describe, expect, it } from 'vitest';
import { isControlOpcode, isReservedOpcode, OPCODES } from './opcode.ts';

describe('opcodes', () => {
	it('are sixteen, each at its own value', () => {
		expect(OPCODES.map(({ value }) => value)).toEqual(Array.from({ length: 16 }, (_, i) => i));
	});

	it('are reserved from 3 to 7 and from B to F', () => {
		expect(OPCODES.map(({ value }) => value).filter(isReservedOpcode)).toEqual([
			3, 4, 5, 6, 7, 11, 12, 13, 14, 15
		]);
	});

	it('have the name reserved exactly there', () => {
		expect(OPCODES.map(({ name }) => name === 'reserved')).toEqual(
			OPCODES.map(({ value }) => isReservedOpcode(value))
		);
	});

	it('are of control frames from 8 on, reserved or not', () => {
		expect(OPCODES.map(({ value, kind }) => kind === 'control' && value)).toEqual(
			OPCODES.map(({ value }) => isControlOpcode(value) && value)
		);
	});
});
