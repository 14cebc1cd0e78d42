/**
 * The table of cases against `ws`, twice: through the lab's raw client, and from a bare socket to a
 * bare `ws` server. Our relay, its tap and its echo change nothing of what `ws` does.
 */
import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Conversation } from '#lib/capture/conversation.ts';
import { encodeScript } from '#lib/channel/script-message.ts';
import { inflate } from '#lib/protocol/deflate/inflate-message.ts';
import type { Case } from '#lib/runs/cases/cases.ts';
import { CLIENT_CASES } from '#lib/runs/cases/client-cases.ts';
import { compileRun } from '#lib/runs/compile-run.ts';
import { peerVerdict } from '#lib/runs/verdict/peer-verdict.ts';
import type { PeerVerdict } from '#lib/runs/verdict/verdict.ts';
import { parseOptions } from '#server/options.ts';
import { startBare, type BareFixture } from './support/lab-fixture.ts';
import { handshake, openWebSocket, type RawClient } from './support/raw-client.ts';
import { startRawLab, type RawLab, type RawPage, type Seen } from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

/** What `ws` did: everything it wrote, what its code was told, whether it ended TCP by itself. */
interface Outcome {
	readonly frames: string;
	readonly errors: readonly string[];
	readonly hasEnded: boolean;
}

let lab: RawLab;
let page: RawPage;
const bare: Record<'plain' | 'deflating', BareFixture | null> = { plain: null, deflating: null };

beforeAll(async () => {
	lab = await startRawLab();
	page = lab.openPage();
	const maxPayload = parseOptions({}).limits.maxMessageBytes;
	bare.plain = await startBare({ maxPayload });
	bare.deflating = await startBare({ maxPayload, perMessageDeflate: true });
});

afterAll(async () => {
	await lab.close();
	await bare.plain?.close();
	await bare.deflating?.close();
});

describe.each(CLIENT_CASES)('$id', (tried) => {
	it('is the same through the relay as without it', async () => {
		const { outcome, verdict } = await relayed(tried);
		expect(await direct(tried, outcome)).toEqual(outcome);
		expect(verdict.closeCode).toBe(closeCodeIn(outcome.frames, verdict));
	});
});

async function relayed(tried: Case): Promise<{ outcome: Outcome; verdict: PeerVerdict }> {
	const script = compileRun(tried.run, Buffer.from(requestOf(tried)));
	const seen = await page.rawClient(encodeScript(script));
	await seen.until(() => verdictOf(seen).kind !== 'waiting');
	const verdict = verdictOf(seen);
	const isEnding = verdict.kind === 'failed' || verdict.kind === 'closed';
	if (isEnding) await seen.until(() => seen.ends.includes('fin server'));
	const outcome = {
		frames: seen.frames('server'),
		errors: seen.told.flatMap((told) => (told.name === 'error' ? [told.code] : [])),
		hasEnded: isEnding
	};
	await page.codeOf({ type: 'forget', connection: seen.connection });
	return { outcome, verdict };
}

/** The same bytes in the same writes; `expected` says only how much is waited for. */
async function direct(tried: Case, expected: Outcome): Promise<Outcome> {
	const server = tried.run.extensions === '' ? bare.plain : bare.deflating;
	if (!server) throw new Error('the bare server has not started');
	server.errors.length = 0;
	const headers = extensionsOf(tried);
	const client = await openWebSocket(server.port, '/ws/echo', { headers });
	for (const step of compileRun(tried.run, null).steps) {
		if (step.kind === 'end' && step.how === 'fin') client.socket.end();
		if (step.kind === 'end' && step.how === 'rst') client.socket.resetAndDestroy();
		if (step.kind !== 'write') continue;
		const bytes = Buffer.from(step.bytes);
		if (step.unit === 'byte') await client.writeSlowly(bytes);
		else await new Promise((resolve) => client.socket.write(bytes, resolve));
	}
	await client.until(() => client.afterHead.length >= expected.frames.length / 2);
	if (expected.hasEnded) await client.until(() => client.socket.readableEnded);
	const hasEnded = expected.hasEnded && client.socket.readableEnded;
	await leave(client);
	await vi.waitUntil(() => server.errors.length >= expected.errors.length, { timeout: 20_000 });
	return { frames: client.afterHead.toString('hex'), errors: [...server.errors], hasEnded };
}

/** What `ws` still had to say comes before its FIN. */
async function leave(client: RawClient): Promise<void> {
	if (!client.socket.destroyed) client.socket.end();
	await client.closed;
}

function verdictOf(seen: Seen): PeerVerdict {
	const conversation = new Conversation(seen.connection, { inflate });
	seen.events.forEach((event, index) => {
		if (event.kind !== 'lane') conversation.append(event, index);
	});
	return peerVerdict(conversation, 'client');
}

function requestOf(tried: Case): string {
	const target = tried.run.extensions === '' ? '/ws/echo' : '/ws/echo?deflate=on';
	return handshake(target, { headers: extensionsOf(tried) });
}

function extensionsOf({ run }: Case): Record<string, string> {
	return run.extensions === '' ? {} : { 'Sec-WebSocket-Extensions': run.extensions };
}

/** The last frame of a server that closed, as hex: 88, its length, the code. */
function closeCodeIn(frames: string, { closeReason = '' }: PeerVerdict): number | null | undefined {
	if (frames.endsWith('8800')) return null;
	const reason = Buffer.from(closeReason).toString('hex');
	const close = /88[0-7][\da-f]([\da-f]{4})$/.exec(frames.slice(0, frames.length - reason.length));
	return close?.[1] === undefined ? undefined : Number.parseInt(close[1], 16);
}
