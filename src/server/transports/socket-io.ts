/**
 * `/lab/socket.io/?lane`: events by Socket.IO 4, as its own server delivers them. A session begins
 * with polling and goes over to a WebSocket; each of its requests is judged and recorded here, and
 * then handed to Engine.IO. Packets: https://socket.io/docs/v4/engine-io-protocol/
 */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { HostGate } from '../http/host-gate.ts';
import type { HttpEndpoint } from '../http/http-endpoints.ts';
import type { OpenSockets } from '../http/open-sockets.ts';
import { refuseUpgrade } from '../http/refusal.ts';
import type { RequestTarget } from '../http/request-target.ts';
import type { UpgradeEndpoint } from '../http/upgrade-router.ts';
import type { Counters } from '../metrics.ts';
import type { EventLog } from '../streams/event-log.ts';
import type { Lane } from '../streams/lane.ts';
import { tapOf } from '../tap/tap.ts';
import { Audience, forEachMember } from './audience.ts';
import { FULL, RETRY, UNKNOWN_LANE, type LaneDoor } from './lane-door.ts';
import { findLane } from './lane-question.ts';
import type { Places } from './places.ts';
import type { ReaderBounds } from './slow-reader.ts';
import {
	createEngine,
	MAX_PACKET_BYTES,
	type Engine,
	type EngineRequest,
	type EngineSession,
	type IoServer
} from './socket-io/engine.ts';
import { SocketIoSession } from './socket-io/session.ts';
import type { Subscribers } from './subscribers.ts';
import { DEFLATE } from './websocket.ts';

const METHODS = ['GET', 'POST'];
const OTHER_SESSION = 'This session is another lane’s.';

export interface SocketIoParts {
	readonly door: LaneDoor;
	readonly subscribers: Subscribers;
	readonly gate: Pick<HostGate, 'allowsOrigin' | 'allowsHost'>;
	readonly places: Places;
	readonly sockets: Pick<OpenSockets, 'add' | 'delete'>;
	readonly counters: Pick<Counters, 'refused'>;
	readonly bounds: ReaderBounds;
}

const TOO_LONG: Fault = {
	kind: 'message',
	status: 413,
	text: `A request has at most ${MAX_PACKET_BYTES} bytes of packets.`
};

interface Fault {
	readonly kind: string;
	readonly status: number;
	readonly text: string;
	readonly retryAfter?: number;
}

export class SocketIoEvents implements HttpEndpoint, UpgradeEndpoint {
	readonly methods = null;
	readonly #parts: SocketIoParts;
	readonly #sessions = new Map<string, SocketIoSession>();
	readonly #lanes = new WeakMap<IncomingMessage, Lane>();
	readonly #rooms = new WeakMap<EventLog, string>();
	#roomCount = 0;
	readonly #plain: Engine;
	readonly #compressed: Engine;

	constructor(parts: SocketIoParts) {
		this.#parts = parts;
		this.#plain = this.#createEngine(false);
		this.#compressed = this.#createEngine(true);
	}

	answer(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void {
		const { door } = this.#parts;
		request.on('error', () => undefined);
		const lane = door.admit(request, response, target, METHODS);
		const isLong = Number(request.headers['content-length'] ?? 0) > MAX_PACKET_BYTES;
		const fault = lane && (isLong ? TOO_LONG : this.#faultIn(target, lane, 'polling'));
		if (fault) door.refuse(response, fault.kind, fault.status, fault.text, fault.retryAfter);
		if (!lane || fault) return void request.resume();
		this.#lanes.set(request, lane);
		for (const name of response.getHeaderNames()) response.removeHeader(name);
		response.setHeader('X-Content-Type-Options', 'nosniff');
		this.#engineOf(lane).handleRequest(request, response);
	}

	observe(request: IncomingMessage, target: RequestTarget): boolean {
		const lane = findLane(this.#parts.subscribers, target);
		lane?.observe(request, null);
		return lane !== null;
	}

	upgrade(request: EngineRequest, socket: Socket, head: Buffer, target: RequestTarget): void {
		const lane = findLane(this.#parts.subscribers, target);
		if (lane) lane.observe(request, null);
		else tapOf(socket)?.remove();
		const unknown = { kind: 'lane', status: 404, text: UNKNOWN_LANE };
		const fault = lane ? this.#faultIn(target, lane, 'websocket') : unknown;
		if (!lane || fault) return this.#refuseUpgrade(request, socket, fault ?? unknown);
		this.#lanes.set(request, lane);
		this.#engineOf(lane).handleUpgrade(request, socket, head);
		const { websocket } = request;
		if (!websocket) return this.#parts.counters.refused('handshake');
		const { sockets } = this.#parts;
		sockets.add(websocket, socket);
		websocket.once('close', () => sockets.delete(websocket));
		this.#sessions.get(target.query.get('sid') ?? '')?.goOver(websocket);
	}

	/** What Engine.IO would answer with a number, or not as one would wish. */
	#faultIn({ query }: RequestTarget, lane: Lane, transport: string): Fault | null {
		const bad = (text: string) => ({ kind: 'query', status: 400, text });
		const names = [...query.keys()];
		if (new Set(names).size < names.length) return bad('Each parameter may be given once.');
		if (query.has('j')) return bad('JSONP is not spoken here: no page of ours needs it.');
		if (query.get('EIO') !== '4') return bad('Engine.IO 4 is spoken here: EIO=4.');
		if (query.get('transport') !== transport) {
			return bad(`This request needs transport=${transport}.`);
		}
		const sid = query.get('sid');
		if (sid !== null) {
			const session = this.#sessions.get(sid);
			if (!session || session.lane === lane) return null;
			return { kind: 'session', status: 403, text: OTHER_SESSION };
		}
		if (this.#parts.places.hasRoom(lane)) return null;
		lane.dropped('too-many-held');
		return { kind: 'held', status: 503, text: FULL, retryAfter: RETRY.full };
	}

	#refuseUpgrade(request: IncomingMessage, socket: Socket, fault: Fault): void {
		this.#parts.counters.refused(fault.kind);
		const headers = { ...(fault.retryAfter && { 'Retry-After': String(fault.retryAfter) }) };
		refuseUpgrade(request, socket, fault.status, fault.text, headers);
	}

	#engineOf({ settings }: Lane): Engine {
		return settings.compression ? this.#compressed : this.#plain;
	}

	#createEngine(isCompressed: boolean): Engine {
		const { gate } = this.#parts;
		const { io, engine } = createEngine({
			deflate: isCompressed && DEFLATE,
			allows: (request) =>
				gate.allowsHost(request) && gate.allowsOrigin(request) && this.#lanes.has(request)
		});
		const audience = new Audience<SocketIoSession>((event, members) => {
			forEachMember(members, (member) => member.expect(event));
			const [first] = members;
			if (first) io.to(this.#roomOf(first.lane.log)).emit('event', event);
		});
		engine.on('connection', (session) => this.#begin(session, audience));
		this.#connect(io);
		return engine;
	}

	#begin(engine: EngineSession, audience: Audience<SocketIoSession>): void {
		const { places, bounds } = this.#parts;
		const lane = this.#lanes.get(engine.request);
		if (!lane) return engine.close(true);
		if (!places.hasRoom(lane)) {
			// Several handshakes of one read came before any of them was counted.
			lane.dropped('too-many-held');
			return engine.close(true);
		}
		const session = new SocketIoSession({
			lane,
			engine,
			bounds,
			enter: (member, socket) => {
				void socket.join(this.#roomOf(lane.log));
				audience.join(lane.log, member);
			},
			leave: (member) => audience.leave(lane.log, member),
			ended: (member) => {
				places.leave(member);
				this.#sessions.delete(engine.id);
			}
		});
		this.#sessions.set(engine.id, session);
		places.enter(session);
	}

	#connect(io: IoServer): void {
		io.use((socket, next) => {
			const session = this.#sessions.get((socket.conn as unknown as EngineSession).id);
			const text = session?.refusal(socket.handshake.auth);
			if (text === null) next();
			else
				next(
					Object.assign(new Error(text ?? UNKNOWN_LANE), { data: { status: text ? 400 : 404 } })
				);
		});
		io.on('connection', (socket) => {
			this.#sessions.get((socket.conn as unknown as EngineSession).id)?.connected(socket);
		});
	}

	#roomOf(log: EventLog): string {
		let room = this.#rooms.get(log);
		if (room === undefined) this.#rooms.set(log, (room = `log ${++this.#roomCount}`));
		return room;
	}
}
