import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelCommand } from '#lib/channel/messages.ts';
import { NEGOTIATION_PRESETS } from '#lib/handshakes/negotiation/negotiation-presets.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { readScript, ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { head } from '../../../../tests/support/wire-script.ts';
import { LabSession } from '../session/lab-session.svelte.ts';
import { HandshakeLab } from './handshake-lab.svelte.ts';
import { NegotiationState } from './negotiation.svelte.ts';

const PAGE = new URL('http://localhost:3000/en/lab/handshake/negotiation');

let lab: HandshakeLab;
let negotiation: NegotiationState;

beforeEach(async () => {
	ScriptedSocket.reset();
	const url = 'ws://localhost:3000/lab/channel';
	lab = new HandshakeLab(PAGE, new LabSession(url, { WebSocket: ScriptedWebSocket }));
	lab.bench.session.open();
	negotiation = new NegotiationState(lab);
	await vi.waitFor(() => expect(negotiation.canSend).toBe(true));
});

afterEach(() => lab.dispose());

const types = () => ScriptedSocket.commands.map(({ type }) => type);

async function sent<T extends ChannelCommand['type']>(
	type: T
): Promise<Extract<ChannelCommand, { type: T }>> {
	const find = () => ScriptedSocket.commands.find((each) => each.type === type);
	await vi.waitFor(() => expect(find()).toBeDefined());
	return find() as Extract<ChannelCommand, { type: T }>;
}

const written = ({ script }: Extract<ChannelCommand, { type: 'raw-client' }>) =>
	readScript(script)
		.steps.map((step) => (step.kind === 'write' ? latin1(step.bytes) : ''))
		.join('');

/** Sends the draft, and records the answer of a server. */
async function answered(...headers: readonly string[]): Promise<ScriptedRun> {
	const running = negotiation.run();
	const command = await sent('raw-client');
	await vi.waitFor(() => expect(negotiation.connection).not.toBeNull());
	const run = new ScriptedRun(1);
	ScriptedSocket.channel.record(
		...run.opening(command.script, ...headers),
		run.end(),
		run.fin('server')
	);
	await running;
	return run;
}

describe('a try of the raw client', () => {
	it('writes both offers, and asks the echo for what it is to speak', async () => {
		await answered();
		const request = written(await sent('raw-client'));
		expect(request).toMatch(/^GET \/ws\/echo\?protocols=superchat&deflate=on HTTP\/1\.1\r\n/);
		expect(request).toContain('\r\nSec-WebSocket-Protocol: chat, superchat\r\n');
		expect(request).toContain('Extensions: permessage-deflate; client_max_window_bits\r\n');
	});

	it('is as is due where the answer is', async () => {
		await answered(
			'Sec-WebSocket-Protocol: superchat',
			'Sec-WebSocket-Extensions: permessage-deflate'
		);
		expect(negotiation.comparison?.rows.map(({ mark }) => mark)).toEqual(['same', 'same', 'same']);
	});

	it('differs where the server chooses what is not due', async () => {
		await answered('Sec-WebSocket-Protocol: chat');
		expect(negotiation.comparison?.rows.map(({ mark }) => mark)).toEqual([
			'same',
			'different',
			'different'
		]);
		expect(negotiation.comparison?.explanations).toEqual(['other']);
	});

	it('explains a refusal by what was offered', async () => {
		negotiation.load(NEGOTIATION_PRESETS['malformed-first']);
		const running = negotiation.run();
		const command = await sent('raw-client');
		await vi.waitFor(() => expect(negotiation.connection).not.toBeNull());
		const run = new ScriptedRun(1);
		const [accepted, begin, request] = run.opening(command.script);
		const refusal = run.data('server', head('HTTP/1.1 400 Bad Request', 'Content-Length: 0'));
		if (!accepted || !begin || !request) throw new Error('no opening');
		ScriptedSocket.channel.record(accepted, begin, request, refusal, run.end(), run.fin('server'));
		await running;
		expect(negotiation.comparison?.explanations).toEqual(['malformed-refused']);
	});

	it('stands beside what was sent, also when the draft has been edited since', async () => {
		await answered('Sec-WebSocket-Protocol: superchat');
		expect(negotiation.isStale).toBe(false);
		negotiation.change({ protocols: 'mqtt' });
		expect(negotiation.isStale).toBe(true);
		expect(negotiation.comparison?.rows.find(({ id }) => id === 'protocol')?.mark).toBe('same');
	});

	it('says why it did not begin', async () => {
		ScriptedSocket.refusals.set('raw-client', 'rate-limited');
		await negotiation.run();
		expect([negotiation.trouble, negotiation.tried]).toEqual(['rate-limited', null]);
	});

	it('can be stopped while nothing comes', async () => {
		const running = negotiation.run();
		await vi.waitFor(() => expect(negotiation.connection).not.toBeNull());
		await negotiation.stop();
		await running;
		expect(negotiation.isRunning).toBe(false);
		expect(types()).toContain('hang-up');
	});
});

describe('a try of this browser', () => {
	it('offers the elements of the list, and asks the same of the echo', async () => {
		negotiation.change({ way: 'browser' });
		void negotiation.run();
		await sent('observe');
		await vi.waitFor(() => expect(ScriptedSocket.all.at(-1)?.isChannel).toBe(false));
		const socket = ScriptedSocket.all.at(-1);
		expect(socket?.protocols).toEqual(['chat', 'superchat']);
		expect(socket?.url).toMatch(/\/ws\/echo\?protocols=superchat&deflate=on&ticket=/);
		await negotiation.stop();
	});

	it('reaches the student’s own answer, whole and with the place of the Accept', async () => {
		negotiation.load(NEGOTIATION_PRESETS['own-two-headers']);
		void negotiation.run();
		const { answer, confirmed, script } = await sent('raw-server');
		expect([answer, confirmed]).toEqual(['written', false]);
		const [write] = readScript(script).steps;
		if (write?.kind !== 'write') throw new Error('nothing is written');
		expect(latin1(write.bytes)).toContain(
			'Sec-WebSocket-Accept: \r\nSec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: superchat\r\n'
		);
		expect(write.acceptAt).toHaveLength(1);
		await negotiation.stop();
	});

	it('knows what is due of the extensions only once it has asked', () => {
		negotiation.change({ way: 'browser' });
		expect([negotiation.browserOffer, negotiation.due.deflate]).toEqual([null, null]);
	});
});

describe('the draft', () => {
	it('is judged as it is edited', () => {
		negotiation.change({ protocols: 'superchat, superchat' });
		expect(negotiation.due.status).toBe(400);
	});

	it('is not sent where it cannot be written', async () => {
		negotiation.change({ extensions: '压缩' });
		await negotiation.run();
		expect([negotiation.canSend, types()]).toEqual([false, []]);
	});

	it('is undone and redone, letters typed in a row as one', () => {
		negotiation.change({ protocols: 'c' }, 'protocols');
		negotiation.change({ protocols: 'ch' }, 'protocols');
		negotiation.undo();
		expect(negotiation.draft.protocols).toBe('chat, superchat');
		negotiation.redo();
		expect(negotiation.draft.protocols).toBe('ch');
	});

	it('comes back from its link', () => {
		negotiation.change({ protocols: 'a', spoken: null });
		const link = negotiation.link();
		negotiation.load(NEGOTIATION_PRESETS['own-due']);
		expect(negotiation.openLink(link)).toBe(true);
		expect(negotiation.draft).toMatchObject({ way: 'raw', protocols: 'a', spoken: null });
		expect(negotiation.openLink('#nothing')).toBe(false);
	});
});
