/**
 * A chat on plain `ws`: what runs at /ws/chat?room=…&name=…
 *
 * Both sides send JSON text of one shape, the envelope. A client sends `type` and `body` (and an
 * `id` of its own, which an error names again as `re`); who it is from is the server's to say, so
 * that nobody speaks in another's name.
 *
 *     client  {"type":"message","body":"Hello"}    {"type":"rename","body":"Ada"}
 *     server  {"type":"message","id":"…","at":"…","from":{"id":"…","name":"Ada"},"body":"Hello"}
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { Allowance, cleanName, envelope, isText, keyOf, LIMITS, parse } from './chat-rules.ts';
import type { Envelope, Fault, Person } from './chat-rules.ts';

type Room = { readonly name: string; readonly members: Set<Member>; last: Envelope[] };
type Member = { readonly webSocket: WebSocket; readonly room: Room; person: Person } & {
	readonly allowance: Allowance;
	isAlive: boolean;
};

export class ChatServer {
	readonly #limits: typeof LIMITS;
	readonly #server: WebSocketServer;
	readonly #rooms = new Map<string, Room>();
	#timer: NodeJS.Timeout | undefined;

	constructor(limits: Partial<typeof LIMITS> = {}) {
		this.#limits = { ...LIMITS, ...limits };
		this.#server = new WebSocketServer({ noServer: true, maxPayload: this.#limits.payload });
	}

	/** Takes an HTTP upgrade; `onopen` has the WebSocket before the chat says anything on it. */
	upgrade(
		request: IncomingMessage,
		socket: Duplex,
		head: Buffer,
		onopen: (webSocket: WebSocket) => void
	): void {
		this.#server.handleUpgrade(request, socket, head, (webSocket) => {
			onopen(webSocket);
			this.#join(webSocket, new URLSearchParams(request.url?.split('?')[1]));
		});
	}

	#join(webSocket: WebSocket, query: URLSearchParams): void {
		webSocket.on('error', () => {}); // What breaks the protocol `ws` closes; 'close' follows.
		const room = this.#roomCalled(cleanName(query.get('room'), this.#limits.name) ?? 'lobby');
		if (!room) return webSocket.close(1013, 'full'); // Try again later.
		const id = randomUUID();
		const person = { id, name: `guest-${id.slice(0, 4)}` };
		const allowance = new Allowance(this.#limits.burst);
		const member: Member = { webSocket, room, person, allowance, isAlive: true };
		this.#rename(member, query.get('name')); // Who asks for none that can be had stays a guest.
		this.#broadcast(room, envelope('joined', member.person, null));
		room.members.add(member);
		const here = Array.from(room.members, ({ person }) => person);
		const { name, last } = room;
		this.#send(member, envelope('welcome', member.person, { room: name, here, last }));
		webSocket.on('message', (data, isBinary) => this.#receive(member, isBinary ? '' : `${data}`));
		webSocket.on('ping', () => this.#isDropped(member)); // `ws` answers each by itself.
		webSocket.on('pong', () => (member.isAlive = true));
		webSocket.on('close', () => this.#leave(member));
	}

	#roomCalled(name: string): Room | null {
		let room = this.#rooms.get(keyOf(name));
		if (room) return room.members.size < this.#limits.people ? room : null;
		// The lobby is always there: nobody can take it by opening rooms.
		if (this.#rooms.size >= this.#limits.rooms && name !== 'lobby') return null;
		room = { name, members: new Set(), last: [] };
		this.#rooms.set(keyOf(name), room);
		this.#timer ??= setInterval(() => this.#beat(), this.#limits.heartbeat);
		return room;
	}

	#leave(member: Member): void {
		const { room, person } = member;
		room.members.delete(member);
		this.#broadcast(room, envelope('left', person, null));
		if (room.members.size === 0) this.#rooms.delete(keyOf(room.name));
		if (this.#rooms.size > 0) return;
		clearInterval(this.#timer);
		this.#timer = undefined;
	}

	/** Whatever comes in here was written by a stranger. */
	#receive(member: Member, text: string): void {
		const { burst, perSecond } = this.#limits;
		const left = member.allowance.spend(burst, perSecond);
		if (left < -burst) return member.webSocket.close(1008, 'too fast');
		const given = parse(text);
		const code = left < 0 ? 'too-fast' : this.#act(member, given);
		const re = typeof given?.id === 'string' ? given.id.slice(0, 64) : null;
		if (code) this.#send(member, envelope('error', null, { code, re }));
	}

	/** Does what a message asks for, or says why not. */
	#act(member: Member, given: Partial<Envelope> | null): Fault | null {
		if (!given) return 'not-json';
		if (given.type === 'message') return this.#say(member, given.body);
		if (given.type !== 'rename') return 'unknown-type';
		const before = member.person.name;
		const fault = this.#rename(member, given.body);
		if (!fault) this.#broadcast(member.room, envelope('renamed', member.person, before));
		return fault;
	}

	#say({ room, person }: Member, text: unknown): Fault | null {
		if (!isText(text, this.#limits.text)) return 'bad-text';
		const message = envelope('message', person, text);
		room.last = [...room.last, message].slice(-this.#limits.last);
		this.#broadcast(room, message);
		return null;
	}

	#rename(member: Member, asked: unknown): Fault | null {
		const name = cleanName(asked, this.#limits.name);
		if (name === null) return 'bad-name';
		for (const other of member.room.members) {
			if (other !== member && keyOf(other.person.name) === keyOf(name)) return 'name-taken';
		}
		member.person = { id: member.person.id, name };
		return null;
	}

	#broadcast(room: Room, message: Envelope): void {
		const text = JSON.stringify(message); // Once, whoever gets it.
		for (const member of room.members) this.#send(member, text);
	}

	#send(member: Member, message: Envelope | string): void {
		if (this.#isDropped(member)) return;
		member.webSocket.send(typeof message === 'string' ? message : JSON.stringify(message));
	}

	/** Without a bound, what waits for one slow reader would fill the memory of all. */
	#isDropped({ webSocket }: Member): boolean {
		const isSlow = webSocket.bufferedAmount > this.#limits.waiting;
		if (isSlow) webSocket.terminate();
		return isSlow;
	}

	/** TCP does not say that a laptop was shut: who is silent on a PING is gone (RFC 6455 §5.5.2). */
	#beat(): void {
		for (const { members } of this.#rooms.values()) {
			for (const member of members) {
				if (member.isAlive) member.webSocket.ping();
				else member.webSocket.terminate();
				member.isAlive = false;
			}
		}
	}
}
