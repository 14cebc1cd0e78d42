/** A lab with pages that write bytes by hand, and what those pages are told. */
import { Buffer } from 'node:buffer';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { WebSocket as WsWebSocket } from 'ws';
import type { RunTold, ServerTold } from '#lib/capture/recording-event.ts';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { LabChannel } from '#lib/channel/lab-channel.ts';
import type { Command, CommandResult, ScriptMessage, ServerTerms } from '#lib/channel/messages.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { DIRECT, type Way } from '#lib/runs/way.ts';
import { createPageServer, type PageHandler } from '#server/http/page-server.ts';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions, type Limits } from '#server/options.ts';
import { EchoPeer } from '#server/peers/echo.ts';
import { createGuardedEcho } from '#server/peers/guarded.ts';
import type { InnerListener } from '#server/peers/inner-listener.ts';
import { Ways } from '#server/ways/ways.ts';
import type { Certificate } from '#server/ways/tls/certificate.ts';
import { channelLimits, type ChannelLimits } from '#server/session/channel-limits.ts';
import { SessionRegistry } from '#server/session/session-registry.ts';
import { eventually } from '../channel-harness.ts';
import { handshake } from './raw-client.ts';

type Step = ScriptMessage['steps'][number];

/** A step that writes these bytes (or this text). */
export function write(
	bytes: Uint8Array | string,
	how: { unit?: 'whole' | 'byte'; times?: number; acceptAt?: number[] } = {}
): Extract<Step, { kind: 'write' }> {
	const { unit = 'whole', times = 1, acceptAt } = how;
	const bytes64 = Buffer.from(bytes).toString('base64');
	return { kind: 'write', bytes: bytes64, unit, times, ...(acceptAt && { acceptAt }) };
}

export const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
export const pause = (ms: number): Step => ({ kind: 'pause', ms });
export const awaitHead: Step = { kind: 'await-head' };
export const end = (how: 'fin' | 'rst'): Step => ({ kind: 'end', how });

export function script(steps: readonly Step[], gap = 0): ScriptMessage {
	return { steps: [...steps], gap };
}

/** The opening request of RFC 6455 §1.3, the wait for its answer, and these steps. */
export function opened(...steps: readonly Step[]): ScriptMessage {
	return script([write(handshake('/ws/echo')), awaitHead, ...steps]);
}

/** A raw server whose script follows the 101 that is due. */
export const DUE = { answer: 'due', confirmed: false } as const;

/** A raw server whose script is the whole response. */
export function writtenCommand(script: ScriptMessage, confirmed = false) {
	const values = { answer: 'written', confirmed, extensions: '', protocol: '' } as const;
	return { type: 'raw-server', ...values, script } as const;
}

/** One connection as a page's recording has it. */
export class Seen {
	readonly #events: readonly ChannelEvent[];
	readonly connection: number;

	constructor(events: readonly ChannelEvent[], connection: number) {
		this.#events = events;
		this.connection = connection;
	}

	get events(): ChannelEvent[] {
		return this.#events.filter(({ connection }) => connection === this.connection);
	}

	chunks(direction: Direction): string[] {
		return this.events.flatMap((event) =>
			event.kind === 'data' && event.direction === direction
				? [Buffer.from(event.bytes).toString('latin1')]
				: []
		);
	}

	/** Bytes as latin1 text. */
	bytes(direction: Direction): string {
		return this.chunks(direction).join('');
	}

	/** Bytes behind the first blank line, as hex. */
	frames(direction: Direction): string {
		const text = this.bytes(direction);
		return Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1').toString('hex');
	}

	get told(): ServerTold[] {
		return this.events.flatMap((event) => (event.kind === 'server' ? [event.told] : []));
	}

	get runs(): RunTold[] {
		return this.events.flatMap((event) => (event.kind === 'run' ? [event.told] : []));
	}

	get outcomes(): string[] {
		return this.runs.flatMap((told) => (told.name === 'end' ? [told.outcome] : []));
	}

	get ends(): string[] {
		return this.events.flatMap((event) =>
			event.kind === 'fin' || event.kind === 'rst' ? [`${event.kind} ${event.direction}`] : []
		);
	}

	until(holds: (seen: this) => boolean): Promise<boolean> {
		return eventually(() => holds(this));
	}
}

export class RawPage {
	readonly channel: LabChannel;
	readonly events: ChannelEvent[] = [];
	/** What the server takes and offers; null before it has said so. */
	terms: ServerTerms | null = null;
	readonly #sockets: WsWebSocket[] = [];

	/** @param returnsAfter ms after which it returns when its channel is lost */
	constructor(port: number, returnsAfter = 1) {
		const host = `127.0.0.1:${port}`;
		const sockets = this.#sockets;
		/** As a browser's, which says where its page is from. */
		class PageWebSocket extends WsWebSocket {
			constructor(url: string, protocols?: string[]) {
				super(url, protocols, { origin: `http://${host}` });
				sockets.push(this);
			}
		}
		this.channel = new LabChannel({
			url: `ws://${host}/lab/channel`,
			WebSocket: PageWebSocket as unknown as typeof WebSocket,
			pace: { first: returnsAfter, most: 4 * returnsAfter },
			onSession: ({ terms }) => (this.terms = terms),
			onEvents: (batch) => {
				for (const event of batch) this.events.push(event);
			}
		});
		this.channel.open();
	}

	/** Loses its channel, as a broken network would. */
	lose(): void {
		for (const socket of this.#sockets) socket.terminate();
	}

	command<C extends Command>(command: C): Promise<CommandResult<C['type']>> {
		return this.channel.command(command);
	}

	/** The code of the error reply, or null where the command was done. */
	codeOf(command: Command): Promise<string | null> {
		return this.channel.command(command).then(
			() => null,
			(error: { code?: string }) => error.code ?? String(error)
		);
	}

	see(connection: number): Seen {
		return new Seen(this.events, connection);
	}

	async rawClient(script: ScriptMessage): Promise<Seen> {
		const { connection } = await this.command({ type: 'raw-client', way: DIRECT, script });
		return this.see(connection);
	}

	/** A raw client on a way with two sides. */
	async rawClientOn(
		way: Way,
		script: ScriptMessage
	): Promise<{ readonly seen: Seen; readonly second: Seen }> {
		const { connection, second } = await this.command({ type: 'raw-client', way, script });
		return { seen: this.see(connection), second: this.see(second ?? 0) };
	}

	/** A ticket for `/ws/raw` whose script is the whole response. */
	async written(
		script: ScriptMessage,
		confirmed = false
	): Promise<{ readonly seen: Seen; readonly path: string }> {
		const { connection, ticket } = await this.command(writtenCommand(script, confirmed));
		return { seen: this.see(connection), path: `/ws/raw?ticket=${ticket}` };
	}

	async rawServer(
		script: ScriptMessage,
		{ extensions = '', protocol = '' } = {}
	): Promise<{ readonly seen: Seen; readonly ticket: string; readonly path: string }> {
		const command = { type: 'raw-server', ...DUE, extensions, protocol, script } as const;
		const { connection, ticket } = await this.command(command);
		return { seen: this.see(connection), ticket, path: `/ws/raw?ticket=${ticket}` };
	}
}

export interface RawLab {
	readonly port: number;
	readonly lab: LabServer;
	readonly ways: Ways;
	readonly inner: InnerListener;
	readonly registry: SessionRegistry;
	/** `role outcome` of every run that is over. */
	readonly counted: string[];
	openPage(returnsAfter?: number): RawPage;
	close(): Promise<void>;
}

export interface RawLabSettings {
	readonly limits?: Partial<Limits>;
	readonly session?: Partial<ChannelLimits>;
	readonly hasRawServer?: boolean;
	/** Stands for the pages; by default each is its own address. */
	readonly pages?: PageHandler;
	/** Makes the certificate for TLS. */
	readonly makeCertificate?: (name: string) => Promise<Certificate>;
	/** ms; the lab is there before. */
	readonly tlsStartsAfter?: number;
}

export async function startRawLab(settings: RawLabSettings = {}): Promise<RawLab> {
	const defaults = parseOptions({});
	const limits = { ...defaults.limits, shutdownSeconds: 0, ...settings.limits };
	const { hasRawServer = true } = settings;
	const options = { ...defaults, limits, hasRawServer };
	const counted: string[] = [];
	const echo = new EchoPeer(limits);
	const guarded = createGuardedEcho(limits);
	const onFault = (error: unknown) => counted.push(`fault ${String(error)}`);
	const ways = new Ways({
		bounds: limits,
		echo,
		guarded,
		room: limits.maxRecordingBytes,
		onFault,
		onTlsOff: (error) => counted.push(`tls off: ${String(error)}`),
		makeCertificate: settings.makeCertificate,
		startAfter: settings.tlsStartsAfter
	});
	const { inner } = ways;
	if (settings.tlsStartsAfter === undefined) await ways.tls.started;
	const registry = new SessionRegistry({
		limits: { ...channelLimits(options), ...settings.session },
		ways,
		onFault,
		onRun: (role, outcome) => counted.push(`${role} ${outcome}`)
	});
	const lab = createLabServer({ ...options, registry, log: pino({ level: 'silent' }) });
	const pages = settings.pages ?? ((request, response) => response.end(`page ${request.url}`));
	const server = createPageServer(options, lab, pages);
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const openPages: RawPage[] = [];
	return {
		port,
		lab,
		ways,
		inner,
		registry,
		counted,
		openPage(returnsAfter) {
			const page = new RawPage(port, returnsAfter);
			openPages.push(page);
			return page;
		},
		async close() {
			for (const { channel } of openPages) channel.close();
			await ways.close();
			await lab.close();
			await closeServer(server);
		}
	};
}

function closeServer(server: Server): Promise<unknown> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
}
