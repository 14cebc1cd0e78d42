import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConnectionStateMachine, type StateInput, type Transition } from './connection-state.ts';
import type { Direction } from '../direction.ts';

const accepted: StateInput = { kind: 'accepted' };
const request: StateInput = { kind: 'request', isValid: true };
const response: StateInput = { kind: 'response', isAccepted: true, status: 101 };
const HANDSHAKE = [accepted, request, response];

const frame = (direction: Direction, opcode = 1): StateInput => ({
	kind: 'frame',
	direction,
	opcode,
	failsConnection: false
});
const close = (direction: Direction, closeCode: number | null = 1000): StateInput => ({
	kind: 'frame',
	direction,
	opcode: 8,
	closeCode,
	failsConnection: false
});
const fault = (direction: Direction): StateInput => ({
	kind: 'frame',
	direction,
	opcode: 1,
	failsConnection: true
});
const fin = (direction: Direction): StateInput => ({ kind: 'fin', direction });
const reset = (direction: Direction): StateInput => ({ kind: 'reset', direction });

const show = ({ side, step, from, to, section, cause }: Transition) =>
	`${side} ${step} ${from === to ? from : `${from} > ${to}`} §${section} ${cause}`;

/** Steps caused by the last inputs, after others that open the connection. */
function stepsOf(inputs: readonly StateInput[], before: readonly StateInput[] = HANDSHAKE) {
	const machine = new ConnectionStateMachine();
	for (const input of before) machine.advance(input);
	const steps = inputs.flatMap((input) => machine.advance(input)).map(show);
	return { steps, states: [machine.client, machine.server] };
}

describe('the opening handshake', () => {
	it('passes the inner steps of CONNECTING and ends in OPEN', () => {
		expect(stepsOf(HANDSHAKE, []).steps).toEqual([
			'client accepted CONNECTING §4.1 tcp-accepted',
			'server accepted CONNECTING §4.2 tcp-accepted',
			'client request CONNECTING §4.1 request-sent',
			'server request CONNECTING §4.2.1 request-received',
			'server response CONNECTING §4.2.2 response-sent',
			'server open CONNECTING > OPEN §4.2.2 handshake-complete',
			'client response CONNECTING §4.1 response-received',
			'client open CONNECTING > OPEN §4.1 handshake-complete'
		]);
	});

	it('ends in CLOSED on both sides where the server refuses', () => {
		const refusal: StateInput = { kind: 'response', isAccepted: false, status: 400 };
		expect(stepsOf([refusal], [accepted, request])).toEqual({
			steps: [
				'server response CONNECTING §4.2.2 response-sent',
				'server failed CONNECTING > CLOSED §7.2.2 response-refused',
				'client response CONNECTING §4.1 response-received',
				'client failed CONNECTING > CLOSED §7.1.4 response-refused'
			],
			states: ['CLOSED', 'CLOSED']
		});
	});

	it('leaves the server OPEN where the client must refuse its 101', () => {
		const wrong: StateInput = { kind: 'response', isAccepted: false, status: 101 };
		expect(stepsOf([wrong], [accepted, request]).states).toEqual(['CLOSED', 'OPEN']);
	});

	it('may be tried again on the same connection after a refusal', () => {
		const refusal: StateInput = { kind: 'response', isAccepted: false, status: 401 };
		const { states } = stepsOf([request, response], [accepted, request, refusal]);
		expect(states).toEqual(['OPEN', 'OPEN']);
	});

	it('says where a request is not valid', () => {
		const invalid: StateInput = { kind: 'request', isValid: false };
		expect(stepsOf([invalid], [accepted]).steps[1]).toBe(
			'server request CONNECTING §4.2.1 request-invalid'
		);
	});

	it('ends in CLOSED where TCP ends first', () => {
		expect(stepsOf([fin('client'), fin('server')], [accepted, request]).states).toEqual([
			'CLOSED',
			'CLOSED'
		]);
	});
});

describe('the closing handshake', () => {
	it('started by the client takes both through CLOSING to CLOSED', () => {
		const inputs = [close('client'), close('server'), fin('server'), fin('client')];
		expect(stepsOf(inputs).steps).toEqual([
			'client close-sent OPEN > CLOSING §7.1.3 close-frame-sent',
			'server close-received OPEN > CLOSING §7.1.3 close-frame-received',
			'server close-sent CLOSING §5.5.1 close-frame-answered',
			'client close-received CLOSING §7.1.2 close-frame-received',
			'server fin-sent CLOSING §7.1.1 fin-sent',
			'client fin-received CLOSING §7.1.1 fin-received',
			'client fin-sent CLOSING §7.1.1 fin-sent',
			'server fin-received CLOSING §7.1.1 fin-received',
			'client closed CLOSING > CLOSED §7.1.4 tcp-closed',
			'server closed CLOSING > CLOSED §7.1.4 tcp-closed'
		]);
	});

	it('is not started twice by a second close frame', () => {
		expect(stepsOf([close('client')], [...HANDSHAKE, close('client')]).steps).toEqual([]);
	});

	it('is passed over where TCP ends without a close frame', () => {
		expect(stepsOf([fin('client'), fin('server')]).steps.slice(-2)).toEqual([
			'server closed OPEN > CLOSED §7.1.4 tcp-closed',
			'client closed OPEN > CLOSED §7.1.4 tcp-closed'
		]);
	});

	it('is cut off by a reset', () => {
		expect(stepsOf([close('client'), reset('server')]).steps.slice(-2)).toEqual([
			'server reset CLOSING > CLOSED §7.1.4 reset-sent',
			'client reset CLOSING > CLOSED §7.1.4 reset-received'
		]);
	});
});

describe('a violation', () => {
	it('is an inner step of its receiver, who must fail the connection', () => {
		expect(stepsOf([fault('client')])).toEqual({
			steps: ['server failed OPEN §7.1.7 violation-received'],
			states: ['OPEN', 'OPEN']
		});
	});

	it('is answered by a close frame', () => {
		expect(stepsOf([close('server', 1002)], [...HANDSHAKE, fault('client')]).steps).toEqual([
			'server close-sent OPEN > CLOSING §7.1.7 violation-answered',
			'client close-received OPEN > CLOSING §7.1.3 close-frame-received'
		]);
	});

	it('is answered by the end of TCP', () => {
		expect(stepsOf([fin('server')], [...HANDSHAKE, fault('client')]).steps[0]).toBe(
			'server fin-sent OPEN §7.1.7 violation-answered'
		);
	});

	it('makes its receiver deaf, even to an answering close frame', () => {
		const before = [...HANDSHAKE, fault('client'), close('server', 1002)];
		expect(stepsOf([close('client', 1002)], before).steps).toEqual([
			'client close-sent CLOSING §5.5.1 close-frame-answered'
		]);
	});

	it('is over where its receiver carries on', () => {
		const before = [...HANDSHAKE, fault('client'), frame('server')];
		expect(stepsOf([close('client'), close('server')], before).steps).toEqual([
			'client close-sent OPEN > CLOSING §7.1.3 close-frame-sent',
			'server close-received OPEN > CLOSING §7.1.3 close-frame-received',
			'server close-sent CLOSING §5.5.1 close-frame-answered',
			'client close-received CLOSING §7.1.2 close-frame-received'
		]);
	});

	it('is over where its receiver answers a later close frame in kind', () => {
		const before = [...HANDSHAKE, fault('client'), close('client')];
		expect(stepsOf([close('server')], before).steps.slice(0, 2)).toEqual([
			'server close-received OPEN > CLOSING §7.1.3 close-frame-received',
			'server close-sent CLOSING §5.5.1 close-frame-answered'
		]);
	});
});

describe('any order of events', () => {
	const direction = fc.constantFrom<Direction>('client', 'server');
	const input = fc.oneof(
		fc.constantFrom(...HANDSHAKE),
		fc.tuple(direction, fc.constantFrom(frame, close, fault, fin, reset)).map(([d, f]) => f(d))
	);

	it('makes each step begin where the last one of its side ended', () => {
		fc.assert(
			fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
				const machine = new ConnectionStateMachine();
				const states = { client: 'CONNECTING', server: 'CONNECTING' };
				for (const { side, from, to } of inputs.flatMap((each) => machine.advance(each))) {
					expect(from).toBe(states[side]);
					states[side] = to;
				}
				expect([machine.client, machine.server]).toEqual([states.client, states.server]);
			})
		);
	});
});
