import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelCommand, ScriptMessage } from '#lib/channel/messages.ts';
import type { HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { readScript, ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { head, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import { LabSession } from '../session/lab-session.svelte.ts';
import { emptyDraft } from './draft-state.svelte.ts';
import { FAILURES_BEFORE_GOOD, HandshakeLab } from './handshake-lab.svelte.ts';

const PAGE = new URL('http://localhost:3000/en/lab/handshake');
const REFUSAL = head(
	'HTTP/1.1 400 Bad Request',
	'Connection: close',
	'Content-Type: text/html',
	'Content-Length: 0'
);

let lab: HandshakeLab;

beforeEach(() => {
	ScriptedSocket.reset();
	const url = 'ws://localhost:3000/lab/channel';
	lab = new HandshakeLab(PAGE, new LabSession(url, { WebSocket: ScriptedWebSocket }));
	lab.bench.session.open();
	lab.request.load(draft('client', latin1(upgradeRequest())));
	lab.response.load(draft('server', 'HTTP/1.1 403 Forbidden\r\n\r\n'));
});

afterEach(() => lab.dispose());

function draft(role: HandshakeDraft['role'], text: string): HandshakeDraft {
	return { ...emptyDraft(role), bytes: new TextEncoder().encode(text) };
}

const types = () => ScriptedSocket.commands.map(({ type }) => type);

function last<T extends ChannelCommand['type']>(type: T): Extract<ChannelCommand, { type: T }> {
	const command = ScriptedSocket.commands.findLast((each) => each.type === type);
	if (!command) throw new Error(`no ${type} was sent`);
	return command as Extract<ChannelCommand, { type: T }>;
}

function written({ steps }: ScriptMessage): string {
	return readScript({ steps, gap: 0 })
		.steps.map((step) => (step.kind === 'write' ? latin1(step.bytes) : ''))
		.join('');
}

/** Sends the request, and tells the page what a server would record of it. */
async function sendAndRefuse(connection = 1): Promise<ScriptedRun> {
	await lab.send('client');
	const run = new ScriptedRun(connection);
	const [accepted, begin, request] = run.opening(last('raw-client').script);
	const answer = run.data('server', REFUSAL);
	if (accepted && begin && request) {
		ScriptedSocket.channel.record(accepted, begin, request, answer, run.end());
	}
	await vi.waitFor(() => expect(lab.answer?.kind).toBe('refused'));
	return run;
}

describe('a request', () => {
	it('goes out as it is written, straight unless told otherwise', async () => {
		await lab.send('client');
		expect(last('raw-client').way).toEqual({ kind: 'direct' });
		expect(written(last('raw-client').script)).toBe(latin1(upgradeRequest()));
	});

	it('goes another way where that is asked for', async () => {
		const way = { kind: 'proxy', mode: 'drops-upgrade', idle: 500 } as const;
		await lab.send('client', { way });
		expect(last('raw-client').way).toEqual(way);
	});

	it('is judged twice once it is answered', async () => {
		await sendAndRefuse();
		expect([lab.role, lab.strict?.isAccepted, lab.answer?.status]).toEqual(['client', true, 400]);
		expect(lab.agreement?.kind).toBe('disagree');
	});

	it('is judged as far as the cursor', async () => {
		await sendAndRefuse();
		lab.bench.player.goToRecord(1);
		expect([lab.strict?.isAccepted, lab.answer?.kind]).toEqual([true, 'waiting']);
	});

	it('is judged by the rules of a handshake though it is plain HTTP', async () => {
		lab.request.load(draft('client', 'GET /ws/echo HTTP/1.1\r\nHost: localhost\r\n\r\n'));
		await sendAndRefuse();
		expect(lab.strict?.isAccepted).toBe(false);
	});

	it('is over when all is written and answered', async () => {
		await lab.send('client');
		expect(lab.isSending).toBe(true);
		await sendAndRefuse(2);
		expect(lab.isSending).toBe(false);
	});

	it('takes the place of one that still waits', async () => {
		await lab.send('client');
		await lab.send('client');
		await vi.waitFor(() => expect(types()).toContain('cancel-run'));
		expect(lab.trouble).toBeNull();
	});
});

describe('a response', () => {
	it('is the whole answer to this browser’s own WebSocket', async () => {
		lab.response.load({ ...lab.response.draft, protocols: ['chat'] });
		await lab.send('server');
		expect(last('raw-server')).toMatchObject({ answer: 'written', confirmed: false });
		expect(ScriptedSocket.all.at(-1)?.url).toMatch(/^ws:\/\/localhost:3000\/ws\/raw\?ticket=/);
		expect(ScriptedSocket.all.at(-1)?.protocols).toEqual(['chat']);
	});

	it('is confirmed where the student has read what it does', async () => {
		await lab.send('server', { confirmed: true });
		expect(last('raw-server').confirmed).toBe(true);
	});

	it('reports what the server does not take', async () => {
		ScriptedSocket.refusals.set('raw-server', 'confirm-needed');
		await lab.send('server');
		expect(lab.trouble).toEqual({ kind: 'channel', code: 'confirm-needed' });
	});

	it('that is too big is not sent', async () => {
		lab.response.load({ ...lab.response.draft, bytes: new Uint8Array(2 ** 17 + 1) });
		await lab.send('server');
		expect([lab.trouble, types()]).toEqual([{ kind: 'channel', code: 'run-too-big' }, []]);
	});
});

describe('failed handshakes', () => {
	/** The browser asks, and its page is told that it failed. */
	async function fail(times: number): Promise<void> {
		ScriptedSocket.isReachable = false;
		for (let done = 0; done < times; done += 1) {
			await lab.send('server');
			await lab.bench.connection?.settled;
		}
		ScriptedSocket.channel.record(new ScriptedRun(99, 2 ** 50).fin('server'));
		ScriptedSocket.isReachable = true;
	}

	it('are counted', async () => {
		await fail(2);
		await vi.waitFor(() => expect([lab.failures, lab.failuresBefore]).toEqual([2, 1]));
	});

	it('are forgotten with the first that succeeds', async () => {
		await fail(2);
		await lab.connectPlainly();
		ScriptedSocket.channel.record(new ScriptedRun(99, 2 ** 51).fin('server'));
		await vi.waitFor(() => expect(lab.failures).toBe(0));
	});

	it('have a good one put before the next in time, and the lab says so', async () => {
		await fail(FAILURES_BEFORE_GOOD);
		await vi.waitFor(() => expect(lab.failures).toBe(FAILURES_BEFORE_GOOD));
		ScriptedSocket.commands = [];
		await lab.send('server');
		expect(types()).toEqual(['observe', 'raw-server']);
		expect(lab.goodOnes).toBe(1);
	});
});

describe('a plain connection', () => {
	it('is this browser’s own, at the echo server, and stands on the screen', async () => {
		await lab.connectPlainly();
		expect(types()).toEqual(['observe']);
		expect(lab.bench.connection?.readyState).toBe(1);
	});
});

describe('a link', () => {
	it('brings a draft to the side that it belongs to', async () => {
		const hash = await lab.link('server');
		lab.response.load(draft('server', 'other'));
		await expect(lab.openLink(hash)).resolves.toBe('server');
		expect(latin1(lab.response.draft.bytes)).toBe('HTTP/1.1 403 Forbidden\r\n\r\n');
	});

	it('that holds none leaves the draft as it is', async () => {
		const before = lab.request.draft;
		await expect(lab.openLink('#nothing')).resolves.toBeNull();
		expect([lab.request.draft, lab.trouble?.kind]).toEqual([before, 'link']);
	});
});
