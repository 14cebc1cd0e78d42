import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScriptMessage } from '#lib/channel/messages.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { PONG } from '#lib/protocol/frames/opcode.ts';
import { appendItem, setRole } from '#lib/runs/edit-run.ts';
import { EMPTY_RUN, newFrame, type Run } from '#lib/runs/run.ts';
import { readScript, ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { closeFrame, frame } from '../../../../tests/support/wire-script.ts';
import { LabSession } from '../session/lab-session.svelte.ts';
import { FrameLab } from './frame-lab.svelte.ts';

const PAGE = new URL('http://localhost:3000/en/lab/frames');
const PONG_FRAME = frame('server', { opcode: PONG });
const PING: Run = appendItem(EMPTY_RUN, newFrame(Uint8Array.of(0x89, 0x80, 1, 2, 3, 4)));

let lab: FrameLab;

beforeEach(() => {
	ScriptedSocket.reset();
	const url = 'ws://localhost:3000/lab/channel';
	lab = new FrameLab(PAGE, new LabSession(url, { WebSocket: ScriptedWebSocket }));
	lab.bench.session.open();
	lab.draft.load(PING);
});

afterEach(() => lab.dispose());

const types = () => ScriptedSocket.commands.map(({ type }) => type);

/** The script of the last command that carried one. */
function sentScript(): ScriptMessage {
	const command = ScriptedSocket.commands.findLast((each) => 'script' in each);
	if (!command || !('script' in command)) throw new Error('no run was sent');
	return command.script;
}

function sentHead(): string {
	const [first] = readScript(sentScript()).steps;
	return first?.kind === 'write' ? latin1(first.bytes) : '';
}

/** Sends the draft and tells the page what a server would record, up to the run's end. */
async function sendPing(connection = 1): Promise<ScriptedRun> {
	await lab.send();
	const run = new ScriptedRun(connection);
	ScriptedSocket.channel.record(...run.opening(sentScript()));
	return run;
}

async function sendAndAnswer(connection = 1): Promise<ScriptedRun> {
	const run = await sendPing(connection);
	ScriptedSocket.channel.record(run.end(), run.data('server', PONG_FRAME));
	await vi.waitFor(() => expect(lab.peer?.kind).toBe('accepted'));
	return run;
}

describe('a run as the client', () => {
	it('begins with the standard request, from this page, with a key of its own each time', async () => {
		await sendAndAnswer();
		const first = sentHead();
		expect(first.split('\r\n')).toEqual([
			'GET /ws/echo HTTP/1.1',
			'Host: localhost:3000',
			'Upgrade: websocket',
			'Connection: Upgrade',
			'Origin: http://localhost:3000',
			expect.stringMatching(/^Sec-WebSocket-Key: [A-Za-z0-9+/]{22}==$/),
			'Sec-WebSocket-Version: 13',
			'',
			''
		]);
		await lab.send();
		expect(sentHead()).not.toBe(first);
	});

	it('asks the echo for compression where it offers an extension', async () => {
		await lab.send({ ...PING, extensions: 'permessage-deflate' });
		expect(sentHead()).toMatch(/^GET \/ws\/echo\?deflate=on HTTP/);
		expect(sentHead()).toContain('\r\nSec-WebSocket-Extensions: permessage-deflate\r\n');
	});

	it('waits for the answer to its head before the first frame', async () => {
		await lab.send();
		expect(sentScript().steps.map(({ kind }) => kind)).toEqual(['write', 'await-head', 'write']);
	});

	it('sends nothing where the extensions would begin another header', async () => {
		await lab.send({ ...PING, extensions: 'x\r\nX-Other: y' });
		expect(lab.trouble).toEqual({ kind: 'channel', code: 'bad-argument' });
		expect(types()).toEqual([]);
	});
});

describe('a run as the server', () => {
	const run = setRole(PING, 'server');
	const closing = setRole(
		appendItem(EMPTY_RUN, newFrame(Uint8Array.of(0x88, 0x02, 0x03, 0xe8))),
		'server'
	);

	async function sendClose(): Promise<void> {
		await lab.send(closing);
		const sent = new ScriptedRun(1, 10_000, 'server');
		const answer = sent.data('client', closeFrame('client', 1000));
		ScriptedSocket.channel.record(...sent.opening(sentScript()), sent.end(), answer);
	}

	it('ends TCP as soon as both close frames are there, for the client waits for that', async () => {
		await sendClose();
		await vi.waitFor(() => expect(types()).toEqual(['raw-server', 'hang-up']));
		expect(lab.peer?.kind).toBe('waiting');
	});

	it('leaves TCP open after the closing handshake where the connection is to be kept', async () => {
		lab.keepsOpen = true;
		await sendClose();
		await vi.waitFor(() => expect(lab.isRunning).toBe(false));
		expect(types()).toEqual(['raw-server']);
		lab.keepsOpen = false;
		await vi.waitFor(() => expect(types()).toEqual(['raw-server', 'hang-up']));
	});

	it('opens the WebSocket of this browser', async () => {
		await lab.send(run);
		expect(types()).toEqual(['raw-server']);
		expect(ScriptedSocket.all.at(-1)?.url).toMatch(/^ws:\/\/localhost:3000\/ws\/raw\?ticket=/);
		expect(lab.bench.connection?.peer).not.toBeNull();
	});

	it('is over where the browser could not connect', async () => {
		await lab.send(run);
		const socket = ScriptedSocket.all.at(-1);
		expect(lab.isRunning).toBe(true);
		socket?.drop();
		ScriptedSocket.channel.record(new ScriptedRun(1, 2 ** 50).fin('server'));
		await vi.waitFor(() => expect(lab.isRunning).toBe(false));
	});
});

describe('the verdicts', () => {
	it('are none before a run', () => {
		expect([lab.strict, lab.peer, lab.agreement, lab.role]).toEqual([null, null, null, null]);
	});

	it('agree on a ping that is answered', async () => {
		await sendAndAnswer();
		expect([lab.role, lab.strict, lab.peer, lab.agreement]).toMatchObject([
			'client',
			{ kind: 'legal' },
			{ kind: 'accepted', pongs: 1 },
			'agree'
		]);
	});

	it('do not wait for the screen to rest from the drawing before', async () => {
		vi.stubGlobal('requestAnimationFrame', () => 0);
		try {
			await sendAndAnswer();
			expect(lab.peer?.kind).toBe('accepted');
		} finally {
			vi.unstubAllGlobals();
		}
	});

	it('move with the cursor', async () => {
		await sendAndAnswer();
		lab.bench.player.goToRecord(3);
		expect([lab.strict?.kind, lab.peer?.kind]).toEqual(['legal', 'waiting']);
		lab.bench.player.goToRecord(2);
		expect(lab.strict?.kind).toBe('nothing');
	});
});

describe('while a run is on', () => {
	it('another one is refused, and says so', async () => {
		await sendPing();
		await lab.send();
		expect(lab.trouble).toEqual({ kind: 'channel', code: 'run-in-progress' });
		expect(types()).toEqual(['raw-client']);
	});

	it('a second press before the server has answered is refused too', async () => {
		await Promise.all([lab.send(), lab.send()]);
		expect(types()).toEqual(['raw-client']);
	});

	it('it can be cancelled', async () => {
		const run = await sendPing();
		await lab.cancel();
		ScriptedSocket.channel.record(run.end('cancelled'));
		expect(types()).toContain('cancel-run');
		await vi.waitFor(() => expect(lab.isRunning).toBe(false));
	});

	it('it is cancelled as soon as its number is known', async () => {
		await Promise.all([lab.send(), lab.cancel()]);
		expect(types()).toEqual(['raw-client', 'cancel-run']);
	});

	it('nothing is said of a cancel that came too late', async () => {
		const run = await sendPing();
		ScriptedSocket.refusals.set('cancel-run', 'not-open');
		const cancelling = lab.cancel();
		ScriptedSocket.channel.record(run.end());
		await cancelling;
		expect(lab.trouble).toBeNull();
	});
});

describe('when the verdict is in', () => {
	it('the student’s side ends, so that nothing lingers', async () => {
		await sendAndAnswer();
		await vi.waitFor(() => expect(types()).toEqual(['raw-client', 'hang-up']));
		expect(ScriptedSocket.commands.at(-1)).toMatchObject({ connection: 1, how: 'fin' });
	});

	it('and not before', async () => {
		await sendPing();
		expect(types()).toEqual(['raw-client']);
	});

	it('the next run gets a connection of its own', async () => {
		await sendAndAnswer();
		await lab.send();
		expect(types().filter((type) => type === 'raw-client')).toHaveLength(2);
		expect(lab.bench.connection?.id).toBe(2);
	});
});

describe('a connection that is kept open', () => {
	beforeEach(() => (lab.keepsOpen = true));

	it('takes the next run, without another head', async () => {
		const run = await sendAndAnswer();
		await lab.send();
		expect(types()).toEqual(['raw-client', 'run']);
		expect(sentScript().steps).toHaveLength(1);
		expect(lab.isRunning).toBe(true);
		ScriptedSocket.channel.record(...run.again(sentScript()), run.end());
		await vi.waitFor(() => expect(lab.isRunning).toBe(false));
	});

	it('is left for a new one where the run is of another role or offer', async () => {
		await sendAndAnswer();
		await lab.send({ ...PING, extensions: 'permessage-deflate' });
		await vi.waitFor(() => expect(types()).toEqual(['raw-client', 'raw-client', 'hang-up']));
		expect(ScriptedSocket.commands.at(-1)).toMatchObject({ connection: 1 });
	});

	it('is left for a new one where the peer has ended it', async () => {
		const run = await sendAndAnswer();
		ScriptedSocket.channel.record(run.fin('server'));
		await lab.send();
		expect(types()).toEqual(['raw-client', 'raw-client']);
	});

	it('ends when it is to be kept no more', async () => {
		await sendAndAnswer();
		expect(lab.isOpen).toBe(true);
		lab.keepsOpen = false;
		await vi.waitFor(() => expect(types()).toEqual(['raw-client', 'hang-up']));
	});

	it.each(['fin', 'rst'] as const)('can be hung up with a %s', async (how) => {
		await sendAndAnswer();
		await lab.hangUp(how);
		expect(ScriptedSocket.commands.at(-1)).toMatchObject({ type: 'hang-up', connection: 1, how });
	});
});

describe('trouble', () => {
	it.each(['run-too-big', 'too-many-connections', 'rate-limited', 'raw-server-off'])(
		'is told by the code of the channel: %s',
		async (code) => {
			ScriptedSocket.refusals.set('raw-client', code);
			await lab.send();
			expect(lab.trouble).toEqual({ kind: 'channel', code });
			expect(lab.isRunning).toBe(false);
		}
	);

	it('is told of a run over the server’s bounds, which is not sent', async () => {
		const [item] = PING.items;
		if (item?.kind !== 'frame') throw new Error('the run begins with a frame');
		await lab.bench.session.isReached();
		await lab.send({ ...PING, items: [{ ...item, times: 1000 }] });
		expect(lab.trouble).toEqual({ kind: 'channel', code: 'run-too-big' });
		expect(types()).toEqual([]);
	});

	it('goes with the next attempt', async () => {
		ScriptedSocket.refusals.set('raw-client', 'rate-limited');
		await lab.send();
		ScriptedSocket.refusals.clear();
		await lab.send();
		expect(lab.trouble).toBeNull();
	});

	it('is told where there is no connection to hang up', async () => {
		await lab.hangUp('fin');
		expect(lab.trouble).toEqual({ kind: 'channel', code: 'not-open' });
	});
});

describe('a link', () => {
	it('holds the draft, and opens as it', async () => {
		const hash = await lab.link();
		expect(hash).toMatch(/^#/);
		lab.draft.load(EMPTY_RUN);
		expect(await lab.openLink(hash)).toBe(true);
		expect(lab.draft.run.items).toEqual(PING.items);
	});

	it('that holds none leaves the draft as it is', async () => {
		expect(await lab.openLink('#hello')).toBe(false);
		expect(lab.trouble).toMatchObject({ kind: 'link' });
		expect(lab.draft.run).toBe(PING);
	});
});

describe('old runs', () => {
	it('make room on page and server', async () => {
		for (let connection = 1; connection <= 18; connection += 1) await sendAndAnswer(connection);
		await vi.waitFor(() => {
			const forgotten = ScriptedSocket.commands.filter(({ type }) => type === 'forget');
			expect(forgotten).toMatchObject([{ connection: 1 }, { connection: 2 }]);
		});
		expect(lab.bench.session.connections).toHaveLength(16);
	});
});

it('makes masking keys of four bytes, each another', () => {
	const keys = new Set(Array.from({ length: 8 }, () => lab.newKey().join()));
	expect(keys.size).toBeGreaterThan(1);
	expect(lab.newKey()).toHaveLength(4);
});
