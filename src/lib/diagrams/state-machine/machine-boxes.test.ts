import { expect, test } from 'vitest';
import type { PlacedTransition } from '#lib/capture/conversation-view.ts';
import { ConnectionStateMachine, type StateInput } from '#lib/protocol/frames/connection-state.ts';
import { machineBoxes } from './machine-boxes.ts';

/** Both machines after the given inputs, one ms apart. */
function after(...inputs: StateInput[]) {
	const machine = new ConnectionStateMachine();
	const transitions: PlacedTransition[] = inputs.flatMap((input, i) =>
		machine.advance(input).map((step) => ({ ...step, t: i * 1000, eventIndex: i, record: i }))
	);
	return {
		client: machineBoxes('client', machine.client, transitions),
		server: machineBoxes('server', machine.server, transitions)
	};
}

const OPENED: StateInput[] = [
	{ kind: 'accepted' },
	{ kind: 'request', isValid: true },
	{ kind: 'response', isAccepted: true }
];
const close = (direction: 'client' | 'server'): StateInput => ({
	kind: 'frame',
	direction,
	opcode: 8,
	closeCode: 1000,
	failsConnection: false
});

test('before anything both sides stand in CONNECTING, all steps expected', () => {
	const [first, ...rest] = after().client;
	expect(first).toMatchObject({ state: 'CONNECTING', status: 'active' });
	expect(rest.map(({ status }) => status)).toEqual(['future', 'future', 'future']);
	expect(first?.steps.every(({ transition }) => transition === null)).toBe(true);
});

test('an accepted handshake leaves CONNECTING visited and OPEN lit', () => {
	const { client, server } = after(...OPENED);
	const statuses = ['visited', 'active', 'future', 'future'];
	expect(client.map(({ status }) => status)).toEqual(statuses);
	expect(server.map(({ status }) => status)).toEqual(statuses);
});

test('what has happened is no longer expected', () => {
	const [connecting] = after(...OPENED.slice(0, 2)).client;
	const expected = connecting?.steps.filter(({ transition }) => transition === null);
	expect(expected?.map(({ cause }) => cause)).toEqual(['response-received']);
});

test('a refused handshake goes past OPEN and CLOSING, which are never reached', () => {
	const { client } = after(
		{ kind: 'accepted' },
		{ kind: 'request', isValid: true },
		{ kind: 'response', isAccepted: false },
		{ kind: 'fin', direction: 'server' },
		{ kind: 'fin', direction: 'client' }
	);
	expect(client.find(({ state }) => state === 'OPEN')?.status).toBe('skipped');
});

test('closing from both sides lights CLOSED on both', () => {
	const { client, server } = after(
		...OPENED,
		close('client'),
		close('server'),
		{ kind: 'fin', direction: 'server' },
		{ kind: 'fin', direction: 'client' }
	);
	expect([client[3]?.status, server[3]?.status]).toEqual(['active', 'active']);
});
