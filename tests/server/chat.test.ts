/** The chat with several real clients, hostile ones among them. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { ChatServer } from '#server/chat/chat-server.ts';
import { startLab } from './support/lab-fixture.ts';
import { handshake, maskedFrame, openRaw, openWebSocket } from './support/raw-client.ts';

interface Envelope {
	readonly type: string;
	readonly id: string;
	readonly at: string;
	readonly from: { readonly id: string; readonly name: string } | null;
	readonly body: unknown;
}
interface Welcome {
	readonly room: string;
	readonly here: readonly { readonly id: string; readonly name: string }[];
	readonly last: readonly Envelope[];
}
type Limits = ConstructorParameters<typeof ChatServer>[0];

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

/** The chat alone, as its source says it can be used. */
async function startChat(limits: Limits = {}): Promise<number> {
	const chat = new ChatServer(limits);
	const server = createServer();
	servers.push(server);
	server.on('upgrade', (request, socket, head) =>
		chat.upgrade(request, socket, head, () => undefined)
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

/** Somebody in the chat, and what they were told. */
class Guest {
	readonly webSocket: WebSocket;
	readonly told: Envelope[] = [];
	readonly closed: Promise<string>;

	constructor(port: number, query: Record<string, string>) {
		const search = new URLSearchParams(query).toString();
		this.webSocket = new WebSocket(`ws://127.0.0.1:${port}/ws/chat?${search}`);
		this.webSocket.on('message', (data) => this.told.push(JSON.parse(String(data)) as Envelope));
		this.webSocket.on('error', () => undefined);
		this.closed = new Promise((resolve) => {
			this.webSocket.on('close', (code, reason) => resolve(`${code} ${String(reason)}`.trim()));
		});
		onTestFinished(() => this.webSocket.terminate());
	}

	get name(): string | undefined {
		return this.told[0]?.from?.name;
	}

	get welcome(): Welcome {
		return this.told[0]?.body as Welcome;
	}

	get errors(): unknown[] {
		return this.told.filter(({ type }) => type === 'error').map(({ body }) => body);
	}

	send(value: unknown): void {
		this.webSocket.send(JSON.stringify(value));
	}

	say(body: unknown): void {
		this.send({ type: 'message', body });
	}

	/** Waits until it was told something of this type. */
	async hears(type: string): Promise<Envelope> {
		const find = () => this.told.find((each) => each.type === type);
		await expect.poll(find).toBeDefined();
		return find() as Envelope;
	}
}

async function enter(port: number, query: Record<string, string> = {}): Promise<Guest> {
	const guest = new Guest(port, query);
	await guest.hears('welcome');
	return guest;
}

describe('who comes in', () => {
	it('is welcomed with an id, a name, who is here, and what was said last', async () => {
		const port = await startChat({ last: 2 });
		const ada = await enter(port, { name: 'Ada' });
		for (const text of ['a', 'b', 'c']) ada.say(text);
		await expect.poll(() => ada.told.length).toBe(4);
		const bob = await enter(port, { name: 'Bob' });
		const [welcome] = bob.told;
		expect(welcome?.from).toEqual({ id: expect.stringMatching(/^[\da-f-]{36}$/), name: 'Bob' });
		expect(bob.welcome.here.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
		expect(bob.welcome.last.map(({ body }) => body)).toEqual(['b', 'c']);
		expect(bob.welcome.room).toBe('lobby');
	});

	it('is told to the others, and so are a new name and the leaving', async () => {
		const port = await startChat();
		const ada = await enter(port, { name: 'Ada' });
		const bob = await enter(port, { name: 'Bob' });
		bob.send({ type: 'rename', body: 'Robert' });
		await ada.hears('renamed');
		bob.webSocket.close();
		await ada.hears('left');
		const told = ada.told.slice(1).map(({ type, from, body }) => [type, from?.name, body]);
		expect(told).toEqual([
			['joined', 'Bob', null],
			['renamed', 'Robert', 'Bob'],
			['left', 'Robert', null]
		]);
	});

	it('meets nobody of another room', async () => {
		const port = await startChat();
		const [blue, red] = [await enter(port, { room: 'blue' }), await enter(port, { room: 'red' })];
		blue.say('only here');
		await blue.hears('message');
		red.say('only there');
		await red.hears('message');
		expect(red.told.map(({ type }) => type)).toEqual(['welcome', 'message']);
		expect(blue.told.map(({ type }) => type)).toEqual(['welcome', 'message']);
	});

	it('finds nobody and nothing in a room that all have left', async () => {
		const port = await startChat();
		const ada = await enter(port);
		ada.say('gone with me');
		await ada.hears('message');
		ada.webSocket.close();
		await ada.closed;
		await expect.poll(async () => (await enter(port)).welcome.last).toEqual([]);
	});

	it.each([
		['a full room', { people: 1 }, {}, {}],
		['a room too many', { rooms: 1 }, { room: 'one' }, { room: 'two' }]
	])('%s is closed with 1013', async (_name, limits, first, second) => {
		const port = await startChat(limits);
		await enter(port, first);
		expect(await new Guest(port, second).closed).toBe('1013 full');
	});

	it('has a lobby, whoever has taken all rooms', async () => {
		const port = await startChat({ rooms: 1 });
		await enter(port, { room: 'mine' });
		expect((await enter(port)).welcome.room).toBe('lobby');
	});
});

describe('a message', () => {
	it('reaches everybody in one envelope, its sender too', async () => {
		const port = await startChat();
		const guests = await Promise.all(['Ada', 'Bob', 'Zoë'].map((name) => enter(port, { name })));
		guests[1]?.say('你好 👩‍👩‍👧‍👦 \ud800');
		const heard = await Promise.all(guests.map((guest) => guest.hears('message')));
		expect(new Set(heard.map((each) => JSON.stringify(each))).size).toBe(1);
		expect(heard[0]).toMatchObject({
			from: { name: 'Bob' },
			body: '你好 👩‍👩‍👧‍👦 \ud800',
			id: expect.stringMatching(/^[\da-f-]{36}$/),
			at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
		});
	});

	it('is from who sent it, whoever it says it is from', async () => {
		const port = await startChat();
		const [ada, bob] = [await enter(port, { name: 'Ada' }), await enter(port, { name: 'Bob' })];
		bob.send({ type: 'message', id: 'mine', at: 'then', from: ada.told[0]?.from, body: 'x' });
		const { from, id, at } = await ada.hears('message');
		expect([from?.name, id === 'mine', at === 'then']).toEqual(['Bob', false, false]);
	});

	it.each<[string, unknown, string]>([
		['that is no JSON', undefined, 'not-json'],
		['that is a list', [], 'not-json'],
		['that is null', null, 'not-json'],
		['of no type', {}, 'unknown-type'],
		['of a type of the server', { type: 'welcome', body: 'x' }, 'unknown-type'],
		['with an empty text', { type: 'message', body: ' \n' }, 'bad-text'],
		['with a number', { type: 'message', body: 7 }, 'bad-text'],
		['with a long text', { type: 'message', body: 'x'.repeat(1001) }, 'bad-text'],
		['with a name that is taken', { type: 'rename', body: 'ａDA' }, 'name-taken'],
		['with a long name', { type: 'rename', body: 'x'.repeat(25) }, 'bad-name'],
		[
			'with a name of one huge character',
			{ type: 'rename', body: `a${'\u0301'.repeat(300)}` },
			'bad-name'
		],
		['with an invisible name', { type: 'rename', body: '\u200d\u202e \t\u0000' }, 'bad-name'],
		['with an object as a name', { type: 'rename', body: { toString: 1 } }, 'bad-name']
	])('%s is answered in band with an error, to its sender alone', async (_name, value, code) => {
		const port = await startChat();
		const [ada, bob] = [await enter(port, { name: 'Ada' }), await enter(port, { name: 'Bob' })];
		if (value === undefined) bob.webSocket.send('{"type":');
		else bob.send(value);
		await bob.hears('error');
		expect(bob.errors).toEqual([{ code, re: null }]);
		bob.say('and on');
		await ada.hears('message');
		expect(ada.told.map(({ type }) => type)).toEqual(['welcome', 'joined', 'message']);
	});

	it('in binary is answered in band, and an error names the id that was given', async () => {
		const port = await startChat();
		const ada = await enter(port);
		ada.webSocket.send(Buffer.from('{"type":"message","body":"x"}'));
		ada.send({ type: 'nonsense', id: 'my 7th' });
		await expect
			.poll(() => ada.errors)
			.toEqual([
				{ code: 'not-json', re: null },
				{ code: 'unknown-type', re: 'my 7th' }
			]);
	});

	it('too many are refused in band, and a flood is closed with 1008', async () => {
		const port = await startChat({ burst: 3, perSecond: 0 });
		const [ada, eve] = [await enter(port), await enter(port)];
		for (let each = 0; each < 100; each++) eve.say(`spam ${each}`);
		expect(await eve.closed).toBe('1008 too fast');
		expect(eve.errors).toEqual(Array.from({ length: 3 }, () => ({ code: 'too-fast', re: null })));
		await ada.hears('left');
		expect(ada.told.filter(({ type }) => type === 'message')).toHaveLength(3);
	});

	it('of more bytes than it may have is closed with 1009', async () => {
		const port = await startChat();
		const eve = await enter(port);
		eve.webSocket.send('x'.repeat(9000));
		expect(await eve.closed).toBe('1009');
	});
});

describe('a name', () => {
	it.each([
		['Ada', 'Ada'],
		['  Ada \n Lovelace ', 'Ada Lovelace'],
		['小明', '小明'],
		['👩‍💻', '👩‍💻'],
		['A\u202eda\u0000', 'Ada'],
		['Z\u0308\u0309\u030a\u030b\u030d', 'Z\u0308\u0309\u030a'],
		['e\u0301', 'é']
	])('%j is shown as %j', async (asked, shown) => {
		expect((await enter(await startChat(), { name: asked })).name).toBe(shown);
	});

	it.each(['', ' ', 'x'.repeat(25), '\u200b'])('%j makes a guest', async (asked) => {
		expect((await enter(await startChat(), { name: asked })).name).toMatch(/^guest-[\da-f]{4}$/);
	});

	it('that is taken makes a guest', async () => {
		const port = await startChat();
		await enter(port, { name: 'Ada' });
		expect((await enter(port, { name: 'ada' })).name).toMatch(/^guest-/);
	});
});

describe('who is gone', () => {
	it('without a word is found by its silence on a PING', async () => {
		const port = await startChat({ heartbeat: 30 });
		const ada = await enter(port, { name: 'Ada' });
		const dead = await openWebSocket(port, '/ws/chat?name=Dead');
		const left = await ada.hears('left');
		expect(left.from?.name).toBe('Dead');
		dead.destroy();
		expect(ada.webSocket.readyState).toBe(WebSocket.OPEN);
	});

	it('and reads nothing is cut off, and the others hear everything', async () => {
		const port = await startChat({ waiting: 64 * 1024, burst: 1e6, text: 8000, payload: 9000 });
		const deaf = await enter(port, { name: 'Deaf' });
		deaf.webSocket.pause();
		const ada = await enter(port, { name: 'Ada' });
		for (let each = 0; each < 5000 && !ada.told.some(({ type }) => type === 'left'); each++) {
			const heard = once(ada.webSocket, 'message');
			ada.say('x'.repeat(8000));
			await heard;
		}
		expect((await ada.hears('left')).from?.name).toBe('Deaf');
	});
});

describe('on the lab server', () => {
	it('it is for pages of this server only', async () => {
		const lab = await startLab();
		const headers = { Origin: 'http://evil.example' };
		const foreign = await openWebSocket(lab.port, '/ws/chat', { headers });
		expect(foreign.text).toMatch(/^HTTP\/1.1 403 /);
		const plain = await openRaw(lab.port);
		plain.write(handshake('/ws/chat', { headers: { Upgrade: null, Connection: 'close' } }));
		await plain.untilAfterHead(0);
		expect(plain.text).toMatch(/^HTTP\/1.1 426 /);
		foreign.destroy();
		plain.destroy();
		await lab.close();
	});

	it('it is recorded with a ticket, with what its code was told and what it sent', async () => {
		const lab = await startLab();
		const recording = lab.expect();
		const ada = await enter(lab.port, { name: 'Ada', ticket: recording.ticket });
		ada.say('Hello');
		await ada.hears('message');
		ada.webSocket.close(1000);
		await recording.released;
		expect(recording.told.map(({ name }) => name)).toEqual([
			'connection',
			'send',
			'message',
			'send',
			'close'
		]);
		expect(recording.bytes('server').toString('utf8')).toContain('"body":"Hello"');
		expect((await openWebSocket(lab.port, '/ws/chat?ticket=used')).text).toMatch(/403/);
		await lab.close();
	});

	it('it is counted by the limits, and closed with 1001 at the end', async () => {
		const lab = await startLab({ limits: { maxConnectionsPerAddress: 1, shutdownSeconds: 1 } });
		const ada = await enter(lab.port);
		expect((await openWebSocket(lab.port, '/ws/chat')).text).toMatch(/^HTTP\/1.1 429 /);
		await lab.close();
		expect(await ada.closed).toBe('1001');
	});

	it('frames that break the protocol end one connection with the code of `ws`', async () => {
		const lab = await startLab();
		const ada = await enter(lab.port);
		const eve = await openWebSocket(lab.port, '/ws/chat?name=Eve');
		eve.write(maskedFrame(0xc1, Buffer.from('x')));
		await eve.until(({ received }) => received.includes(Buffer.from('880203ea', 'hex')));
		eve.destroy();
		await ada.hears('left');
		await lab.close();
	});
});
