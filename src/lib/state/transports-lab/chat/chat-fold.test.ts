import { describe, expect, it } from 'vitest';
import {
	closeFrame,
	frame,
	head,
	upgradeRequest,
	WireScript
} from '../../../../../tests/support/wire-script.ts';
import { Conversation } from '#lib/capture/conversation.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import { PING, PONG } from '#lib/protocol/frames/opcode.ts';
import { ChatFold } from './chat-fold.ts';
import type { ChatLine } from './chat-line.ts';

const START = '2026-11-20T12:00:00.000Z';
const AT = '2026-11-20T12:00:01.000Z';
const ADA = { id: 'a', name: 'Ada' };
const BOB = { id: 'b', name: 'Bob' };

const says = (type: string, from: typeof ADA | null, body: unknown, id = 'x') =>
	frame('server', { text: JSON.stringify({ type, id, at: AT, from, body }) });
const sends = (body: unknown) =>
	frame('client', { text: JSON.stringify({ type: 'message', body }) });
const welcome = (last: unknown[] = [], here = [ADA]) =>
	says('welcome', ADA, { room: 'blue', here, last });
const message = (from: typeof ADA, body: string, id = body) =>
	({ type: 'message', id, at: AT, from, body }) as const;

function fold(events: readonly RecordingEvent[]): ChatFold {
	const conversation = new Conversation(1);
	const chat = new ChatFold(conversation, START);
	events.forEach((event, index) => {
		conversation.append(event, index);
		chat.update();
	});
	return chat;
}

const closed = (code: number, reason = ''): RecordingEvent => ({
	kind: 'page',
	t: 9_000_000,
	connection: 1,
	error: 0,
	readyState: 3,
	told: { name: 'close', code, reason, wasClean: true }
});

const kinds = (chat: ChatFold) => chat.lines.map(({ kind }) => kind);
const last = (chat: ChatFold): ChatLine | undefined => chat.lines.at(-1);

describe('a visit', () => {
	it('begins with what was said before, which the frame of the welcome brought, and the welcome', () => {
		const chat = fold(
			new WireScript()
				.open()
				.server(welcome([message(BOB, 'hi')]))
				.events()
		);
		expect(chat.lines).toMatchObject([
			{ kind: 'message', text: 'hi', from: BOB, isEarlier: true, record: 3 },
			{ kind: 'welcome', room: 'blue', me: ADA, record: 3, at: AT }
		]);
		expect([chat.me, chat.room]).toEqual([ADA, 'blue']);
	});

	it('knows who is there as they come, are renamed, and leave', () => {
		const eve = { id: 'e', name: 'Eve' };
		const chat = fold(
			new WireScript()
				.open()
				.server(welcome([], [ADA, BOB]))
				.server(says('joined', eve, null))
				.server(says('renamed', { ...BOB, name: 'Rob' }, 'Bob'))
				.server(says('left', eve, null))
				.events()
		);
		expect(chat.here).toEqual([ADA, { id: 'b', name: 'Rob' }]);
		expect(kinds(chat)).toEqual(['welcome', 'joined', 'renamed', 'left']);
	});

	it('pairs each answer with the frame of this page that it answers, in order', () => {
		const chat = fold(
			new WireScript()
				.open()
				.server(welcome([], [ADA, BOB]))
				.client(sends('one'), frame('client', { text: '{' }))
				.server(says('message', BOB, 'not mine'))
				.server(says('message', ADA, 'one'), says('error', null, { code: 'not-json', re: null }))
				.events()
		);
		const asked = chat.lines.map(({ asked }) => asked);
		expect(asked).toEqual([null, null, 4, 5]);
	});

	it('renames this page where the server says so', () => {
		const script = new WireScript().open().server(welcome());
		const chat = fold(script.server(says('renamed', { id: 'a', name: 'Lady' }, 'Ada')).events());
		expect(chat.me?.name).toBe('Lady');
	});

	it('tells heartbeats that come one after the other in one line', () => {
		const beat = [frame('server', { opcode: PING }), frame('client', { opcode: PONG })] as const;
		const chat = fold(
			new WireScript()
				.open()
				.server(welcome())
				.server(beat[0])
				.client(beat[1])
				.server(beat[0])
				.client(beat[1])
				.events()
		);
		expect(kinds(chat)).toEqual(['welcome', 'heartbeat']);
		expect(last(chat)).toMatchObject({ count: 2, record: 6, pong: 7, asked: null });
	});

	it('does not read what a stranger made look like the server’s words', () => {
		const chat = fold(
			new WireScript()
				.open()
				.server(welcome())
				.server(frame('server', { text: '{"type":"left"}' }), frame('server', { text: '<b>' }))
				.events()
		);
		expect(kinds(chat)).toEqual(['welcome']);
	});

	it('reads the same from any cut of the bytes', () => {
		const script = () =>
			new WireScript()
				.open()
				.server(welcome([message(BOB, 'hi')]))
				.client(sends('one'))
				.server(says('message', ADA, 'one'));
		expect(fold(script().recut(() => 1)).lines).toEqual(fold(script().events()).lines);
	});
});

describe('its end', () => {
	const flooded = () => new WireScript().open().server(welcome()).client(sends('1'), sends('2'));

	it('is by whose Close frame came first, and counts what was never answered', () => {
		const events = flooded()
			.server(closeFrame('server', 1008, 'too fast'))
			.events();
		expect(last(fold([...events, closed(1008, 'too fast')]))).toMatchObject({
			kind: 'ended',
			by: 'server',
			code: 1008,
			reason: 'too fast',
			record: 6,
			unanswered: 2
		});
	});

	it('comes though the frame that caused it never arrived whole', () => {
		const big = sends('x'.repeat(9000)).subarray(0, 4000);
		const events = new WireScript()
			.open()
			.server(welcome())
			.client(big)
			.server(closeFrame('server', 1009))
			.events();
		expect(last(fold([...events, closed(1009)]))).toMatchObject({ by: 'server', code: 1009 });
	});

	it('by a refused handshake has the status that no script is told', () => {
		const events = new WireScript()
			.accepted()
			.client(upgradeRequest())
			.server(head('HTTP/1.1 429 Too Many Requests', 'Content-Length: 0'))
			.events();
		const line = last(fold([...events, closed(1006)]));
		expect(line).toMatchObject({ kind: 'ended', by: null, code: 1006, status: 429, record: 2 });
	});

	it('leaves nobody in the room', () => {
		const events = flooded().events();
		expect(fold([...events, closed(1006)]).here).toEqual([]);
	});
});

it('the oldest lines of a long visit are let go and counted', () => {
	const script = new WireScript().open().server(welcome());
	for (let at = 0; at < 600; at++) script.server(says('message', BOB, String(at)));
	const chat = fold(script.events());
	expect(chat.lines.length).toBeLessThanOrEqual(400);
	expect(chat.lines.length + chat.dropped).toBe(601);
	expect(last(chat)).toMatchObject({ text: '599' });
});
