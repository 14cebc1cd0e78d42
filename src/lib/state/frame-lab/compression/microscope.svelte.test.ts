import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScriptMessage } from '#lib/channel/messages.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { readScript, ScriptedRun } from '../../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../../tests/support/scripted-socket.ts';
import { LabSession } from '../../session/lab-session.svelte.ts';
import { WorkbenchState } from '../../workbench/workbench.svelte.ts';
import { Microscope } from './microscope.svelte.ts';

const PAGE = new URL('http://localhost:3000/en/lab/frames/compression');
const AGREED = 'Sec-WebSocket-Extensions: permessage-deflate';

let bench: WorkbenchState;
let microscope: Microscope;

beforeEach(() => {
	ScriptedSocket.reset();
	const url = 'ws://localhost:3000/lab/channel';
	bench = new WorkbenchState(new LabSession(url, { WebSocket: ScriptedWebSocket }));
	bench.session.open();
	microscope = new Microscope(bench, () => Uint8Array.of(1, 2, 3, 4), ['Hello Hello Hello', 'Hi']);
});

afterEach(() => bench.dispose());

const types = () => ScriptedSocket.commands.map(({ type }) => type);

function writes(): readonly Uint8Array[] {
	const command = ScriptedSocket.commands.findLast((each) => 'script' in each);
	const { steps } = readScript(command && 'script' in command ? command.script : noScript());
	return steps.flatMap((step) => (step.kind === 'write' ? [step.bytes] : []));
}

function noScript(): ScriptMessage {
	throw new Error('no run was sent');
}

/** Answers the opening request of a connection with these headers besides the usual ones. */
async function answer(id: number, ...headers: string[]): Promise<void> {
	await vi.waitFor(() => expect(bench.connection?.id).toBe(id));
	const command = ScriptedSocket.commands.findLast((each) => each.type === 'raw-client');
	const run = new ScriptedRun(id);
	const script = command && 'script' in command ? command.script : noScript();
	ScriptedSocket.channel.record(...run.opening(script, ...headers), run.end());
}

async function send(...headers: string[]): Promise<void> {
	const sent = microscope.send(PAGE);
	await answer(1, ...headers);
	await sent;
}

describe('sending', () => {
	it('offers compression to an echo that may agree to it, and writes nothing else yet', async () => {
		const sent = microscope.send(PAGE);
		await vi.waitFor(() => expect(types()).toEqual(['raw-client']));
		expect(writes().map((bytes) => latin1(bytes))).toEqual([
			expect.stringMatching(/^GET \/ws\/echo\?deflate=on [^]*\r\nSec-WebSocket-Extensions: permes/)
		]);
		await answer(1, AGREED);
		await sent;
	});

	it('compresses what the 101 agreed to, one frame in a write', async () => {
		await send(AGREED);
		expect(types()).toEqual(['raw-client', 'run']);
		expect(writes().map((bytes) => bytes[0])).toEqual([0xc1, 0xc1]);
	});

	it('sends the text as it is where the 101 agreed to nothing', async () => {
		await send();
		expect(writes().map((bytes) => [bytes[0], bytes.length])).toEqual([
			[0x81, 6 + 17],
			[0x81, 6 + 2]
		]);
	});

	it('sets RSV1 on the first fragment alone', async () => {
		microscope.fragments = 2;
		await send(AGREED);
		expect(writes().map((bytes) => bytes[0])).toEqual([0x41, 0x80, 0x41, 0x80]);
	});

	it('ends the connection of the messages before', async () => {
		await send(AGREED);
		const again = microscope.send(PAGE);
		await answer(2, AGREED);
		await again;
		expect(types()).toEqual(['raw-client', 'run', 'raw-client', 'hang-up', 'run']);
		expect(microscope.sent?.connection.id).toBe(2);
	});
});

describe('what is broken', () => {
	it('goes out as one frame over a connection of its own', async () => {
		const sent = microscope.sendBroken(PAGE, 'reserved-type');
		await answer(1, AGREED);
		await sent;
		expect(writes().map((bytes) => bytes[0])).toEqual([0xc1]);
		expect([microscope.sent, microscope.broken?.way]).toEqual([null, 'reserved-type']);
	});

	it('is traced as far as it can be read', async () => {
		const sent = microscope.sendBroken(PAGE, 'reserved-type');
		await answer(1, AGREED);
		await sent;
		expect(microscope.brokenTrace?.trace.fault).toMatchObject({ code: 'block-type-reserved' });
	});
});

describe('trouble', () => {
	it('is told by the code of the channel', async () => {
		ScriptedSocket.refusals.set('raw-client', 'rate-limited');
		await microscope.send(PAGE);
		expect(microscope).toMatchObject({
			trouble: { kind: 'channel', code: 'rate-limited' },
			isBusy: false
		});
	});

	it('is told of an offer that cannot stand in a header, and nothing is sent', async () => {
		microscope.offer = 'x\r\nX-Other: y';
		await microscope.send(PAGE);
		expect(microscope.trouble).toEqual({ kind: 'channel', code: 'bad-argument' });
		expect(types()).toEqual([]);
	});

	it('is told of messages that the server would not write', async () => {
		ScriptedSocket.refusals.set('run', 'run-too-big');
		await send(AGREED);
		expect(microscope.trouble).toEqual({ kind: 'channel', code: 'run-too-big' });
	});
});
