/** A lab channel in one process: an http server with the channel peer, and pages that use `ws`. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import { WebSocket as WsWebSocket } from 'ws';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import {
	LabChannel,
	type ChannelSession,
	type ChannelStatus,
	type LabChannelOptions
} from '#lib/channel/lab-channel.ts';
import { CHANNEL_PATH, CHANNEL_SUBPROTOCOL } from '#lib/channel/messages.ts';
import type { ChannelLimits } from '#server/session/channel-limits.ts';
import { ChannelPeer } from '#server/session/channel-peer.ts';
import { SessionRegistry } from '#server/session/session-registry.ts';

/** Waits for what must come, however busy the machine is. */
export function eventually(check: () => boolean): Promise<boolean> {
	return vi.waitUntil(check, { timeout: 20_000, interval: 5 });
}

/** `ws` has the browser's interface as far as the channel uses it. */
export const PageWebSocket = WsWebSocket as unknown as typeof WebSocket;

/** A page: its channel and all that it was told. */
export interface Page {
	readonly channel: LabChannel;
	readonly events: ChannelEvent[];
	readonly statuses: ChannelStatus[];
	readonly reasons: (string | null)[];
	readonly sessions: ChannelSession[];
	/** Every time up to which the recording was said to be complete, in order. */
	readonly untils: number[];
}

export interface Harness {
	readonly port: number;
	readonly registry: SessionRegistry;
	readonly peer: ChannelPeer;
	readonly refusals: string[];
	/** Opens a page's channel; through another port where one is given. */
	openPage(options?: Partial<LabChannelOptions>, port?: number): Page;
	/** A channel by hand: a bare `ws` client and the messages it receives. */
	openRaw(protocols?: string[]): Promise<RawChannel>;
	close(): Promise<void>;
}

export interface RawChannel {
	readonly socket: WsWebSocket;
	/** Messages not taken yet: parsed JSON, or bytes. */
	next(): Promise<unknown>;
	send(message: unknown): void;
	readonly closed: Promise<{ code: number; reason: string }>;
}

export async function startHarness(limits: Partial<ChannelLimits> = {}): Promise<Harness> {
	const refusals: string[] = [];
	const registry = new SessionRegistry({ limits, onRefusal: (kind) => refusals.push(kind) });
	const peer = new ChannelPeer({ registry });
	const server = createServer();
	server.on('upgrade', (request, socket, head) => peer.upgrade(request, socket, head));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const pages: Page[] = [];
	return {
		port,
		registry,
		peer,
		refusals,
		openPage(options, through = port) {
			const page = createPage(`ws://127.0.0.1:${through}${CHANNEL_PATH}`, options);
			pages.push(page);
			page.channel.open();
			return page;
		},
		openRaw: (protocols = [CHANNEL_SUBPROTOCOL]) =>
			openRaw(`ws://127.0.0.1:${port}${CHANNEL_PATH}`, protocols),
		close: () => closeAll(pages, peer, server)
	};
}

async function closeAll(pages: readonly Page[], peer: ChannelPeer, server: Server): Promise<void> {
	for (const { channel } of pages) channel.close();
	await peer.close(100);
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}

function createPage(url: string, options: Partial<LabChannelOptions> = {}): Page {
	const page = {
		events: [] as ChannelEvent[],
		statuses: [] as ChannelStatus[],
		reasons: [] as (string | null)[],
		sessions: [] as ChannelSession[],
		untils: [] as number[]
	};
	const channel = new LabChannel({
		url,
		WebSocket: PageWebSocket,
		...options,
		pace: { first: 1, most: 4, ...options.pace },
		onEvents(events, until) {
			// One by one: a spread of many events would overflow the stack.
			for (const event of events) page.events.push(event);
			page.untils.push(until);
			options.onEvents?.(events, until);
		},
		onStatus(status, reason) {
			page.statuses.push(status);
			page.reasons.push(reason);
		},
		onSession: (session) => page.sessions.push(session)
	});
	return { ...page, channel };
}

async function openRaw(url: string, protocols: string[]): Promise<RawChannel> {
	const socket = new WsWebSocket(url, protocols);
	const waiting: ((message: unknown) => void)[] = [];
	const messages: unknown[] = [];
	socket.on('message', (data, isBinary) => {
		const message = isBinary ? data : JSON.parse(String(data));
		const taker = waiting.shift();
		if (taker) taker(message);
		else messages.push(message);
	});
	const closed = new Promise<{ code: number; reason: string }>((resolve) => {
		socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
	});
	await once(socket, 'open');
	return {
		socket,
		closed,
		next: () =>
			messages.length > 0
				? Promise.resolve(messages.shift())
				: new Promise((resolve) => waiting.push(resolve)),
		send: (message) =>
			socket.send(
				typeof message === 'string' || message instanceof Uint8Array
					? message
					: JSON.stringify(message)
			)
	};
}
