import { describe, expect, it } from 'vitest';
import { CONTINUATION, PING } from '#lib/protocol/frames/opcode.ts';
import {
	WireScript,
	closeFrame,
	frame,
	head,
	upgradeRequest
} from '../../../tests/support/wire-script.ts';
import { Conversation } from './conversation.ts';
import type { PageTold, RecordingEvent, ServerTold, WireEvent } from './recording-event.ts';
import { ThreeViews, rowAt, type Cell } from './three-views.ts';

type Item = WireScript | { page: PageTold; readyState?: 0 | 1 | 2 | 3 } | { server: ServerTold };

function eventsOf(...items: Item[]): RecordingEvent[] {
	return items.flatMap((item): (RecordingEvent | WireEvent)[] => {
		if (item instanceof WireScript) return item.events();
		const common = { t: 0, connection: 1 };
		if ('server' in item) return [{ ...common, kind: 'server', told: item.server }];
		const { page, readyState = 1 } = item;
		return [{ ...common, kind: 'page', error: 0, readyState, told: page }];
	});
}

function foldViews(events: readonly RecordingEvent[], step = Infinity): ThreeViews {
	const conversation = new Conversation(1);
	const views = new ThreeViews(conversation);
	events.forEach((event, index) => {
		conversation.append(event, index);
		if (index % step === 0) views.update();
	});
	views.update();
	return views;
}

function cellName<Event extends { told: { name: string } }>(cell: Cell<Event>): string {
	return cell.kind === 'told' ? cell.event.told.name : cell.kind;
}

function describeRows(views: ThreeViews): string[] {
	return views.rows.slice().map(({ page, record, server }) => {
		const on = record === null ? undefined : views.conversation.records[record];
		const direction = on?.direction ? `${on.direction} ` : '';
		return `${cellName(page)} | ${on ? direction + on.kind : '-'} | ${cellName(server)}`;
	});
}

const NEW = { page: { name: 'new', url: 'ws://x/', protocols: [] }, readyState: 0 } as const;
const OPEN = { page: { name: 'open', protocol: '', extensions: '' } } as const;
const CONNECTION = { server: { name: 'connection', protocol: '', extensions: '' } } as const;
const send = (size: number): Item => ({ page: { name: 'send', data: 'text', size } });
const message = (size: number): Item => ({ page: { name: 'message', data: 'text', size } });
const got = (size: number): Item => ({ server: { name: 'message', data: 'text', size } });
const answered = (size: number): Item => ({ server: { name: 'send', data: 'text', size } });
const pageClose = (code: number, wasClean: boolean): Item => ({
	page: { name: 'close', code, reason: '', wasClean },
	readyState: 3
});
const serverClose = (code: number): Item => ({ server: { name: 'close', code, reason: '' } });
const wire = () => new WireScript();
const opened: Item[] = [NEW, wire().open(), CONNECTION, OPEN];
const OPENED_ROWS = [
	'new | accepted | not-told',
	'not-told | client request | not-told',
	'open | server response | connection'
];

const table: [string, Item[], string[]][] = [
	['the opening', opened, OPENED_ROWS],
	[
		'messages, the n-th beside the n-th',
		[
			...opened,
			send(1),
			send(2),
			wire().client(frame('client', { text: 'a' })),
			got(1),
			answered(1),
			wire().server(frame('server', { text: 'a' })),
			wire().client(frame('client', { text: 'bb' })),
			got(2),
			message(1),
			answered(2),
			wire().server(frame('server', { text: 'bb' })),
			message(2)
		],
		[
			...OPENED_ROWS,
			'send | client frame | message',
			'send | client frame | message',
			'message | server frame | send',
			'message | server frame | send'
		]
	],
	[
		'fragments: the call beside the first, the message beside the last',
		[
			...opened,
			answered(2),
			wire().server(
				frame('server', { text: 'a', fin: false }),
				frame('server', { text: '', opcode: CONTINUATION, fin: false }),
				frame('server', { text: 'b', opcode: CONTINUATION })
			),
			message(2)
		],
		[
			...OPENED_ROWS,
			'not-told | server frame | send',
			'not-told | server frame | not-told',
			'message | server frame | not-told'
		]
	],
	[
		'pings and pongs, of which the page is not told',
		[
			...opened,
			{ server: { name: 'ping-call', size: 0 } },
			wire().server(frame('server', { opcode: PING })),
			wire().client(frame('client', { opcode: 10 })),
			{ server: { name: 'pong', size: 0 } },
			wire().client(frame('client', { opcode: PING })),
			{ server: { name: 'ping', size: 0 } },
			wire().server(frame('server', { opcode: 10 }))
		],
		[
			...OPENED_ROWS,
			'not-told | server frame | ping-call',
			'not-told | client frame | pong',
			'not-told | client frame | ping',
			'not-told | server frame | not-told'
		]
	],
	[
		'a closing handshake that the page starts',
		[
			...opened,
			{ page: { name: 'close-call', code: 3000, reason: '' }, readyState: 2 },
			wire().client(closeFrame('client', 3000)).server(closeFrame('server', 3000)).fin('server'),
			pageClose(3000, true),
			wire().fin('client'),
			serverClose(3000)
		],
		[
			...OPENED_ROWS,
			'close-call | client frame | not-told',
			'not-told | server frame | not-told',
			'close | server fin | not-told',
			'not-told | client fin | close'
		]
	],
	[
		'a violation: the error beside the frame',
		[
			...opened,
			wire().client(frame('client', { text: 'x', maskingKey: null })),
			{ server: { name: 'error', code: 'WS_ERR_EXPECTED_MASK', message: '' } },
			wire().server(closeFrame('server', 1002)).fin('server').fin('client'),
			serverClose(1006),
			pageClose(1002, true)
		],
		[
			...OPENED_ROWS,
			'none | client frame | error',
			'not-told | server frame | not-told',
			'close | server fin | not-told',
			'not-told | client fin | close'
		]
	],
	[
		'a refusal, of which the page learns no status',
		[
			NEW,
			wire()
				.accepted()
				.client(upgradeRequest())
				.server(head('HTTP/1.1 401 Unauthorized', 'Content-Length: 0')),
			{ server: { name: 'refused', status: 401, message: 'Unauthorized' } },
			{ page: { name: 'error' }, readyState: 3 },
			pageClose(1006, false)
		],
		[
			'new | accepted | not-told',
			'not-told | client request | not-told',
			'error | server response | refused',
			'close | - | none'
		]
	],
	[
		'a 101 that the page is never told of: the error beside it, before the close',
		[
			NEW,
			wire()
				.accepted()
				.client(upgradeRequest())
				.server(head('HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket'))
				.fin('client')
				.fin('server'),
			{ page: { name: 'error' }, readyState: 3 },
			pageClose(1006, false)
		],
		[
			'new | accepted | not-told',
			'not-told | client request | not-told',
			'error | server response | none',
			'not-told | client fin | none',
			'close | server fin | not-told'
		]
	],
	[
		'no server at all',
		[NEW, { page: { name: 'error' }, readyState: 3 }, pageClose(1006, false)],
		['new | - | none', 'error | - | none', 'close | - | none']
	],
	[
		'an exception and a message that the closing browser threw away',
		[
			...opened,
			{ page: { name: 'exception', call: 'close', exception: 'InvalidAccessError', message: '' } },
			{ page: { name: 'send', data: 'text', size: 1 }, readyState: 2 },
			wire().client(closeFrame('client', 1000))
		],
		[
			...OPENED_ROWS,
			'exception | - | none',
			'send | - | none',
			'not-told | client frame | not-told'
		]
	]
];

describe('the three views', () => {
	it.each(table)('align %s', (_name, items, rows) => {
		expect(describeRows(foldViews(eventsOf(...items)))).toEqual(rows);
	});

	it.each(table)('align %s the same when followed live', (_name, items, rows) => {
		expect(describeRows(foldViews(eventsOf(...items), 1))).toEqual(rows);
	});

	it('align a response that arrives byte by byte, followed live', () => {
		const bytes = wire()
			.open()
			.recut(() => 1);
		const events = [...eventsOf(NEW), ...bytes, ...eventsOf(CONNECTION, OPEN)];
		expect(describeRows(foldViews(events, 1))).toEqual(OPENED_ROWS);
	});

	it('never let the first event of their rows go back', () => {
		for (const [, items] of table) {
			const indices = foldViews(eventsOf(...items))
				.rows.slice()
				.map(({ eventIndex }) => eventIndex);
			expect(indices).toEqual([...indices].sort((a, b) => a - b));
		}
	});
});

describe('a cursor', () => {
	const views = foldViews(eventsOf(...opened));

	it('finds the rows that have begun', () => {
		expect([0, 1, 2, 3, 4, 9].map((cursor) => views.countAt(cursor))).toEqual([0, 1, 1, 2, 3, 3]);
	});

	it('hides what comes later', () => {
		const [first, , third] = views.rows.slice();
		const early = first && rowAt(first, 1);
		expect(early).toMatchObject({ page: { kind: 'told' }, record: null });
		const response = third && rowAt(third, 5);
		expect(response).toMatchObject({ page: { kind: 'none' }, record: 2, server: { kind: 'told' } });
	});
});
