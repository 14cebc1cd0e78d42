import { describe, expect, it } from 'vitest';
import { Conversation } from '#lib/capture/conversation.ts';
import type { PageTold, RunTold, ServerTold } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { PING, PONG } from '#lib/protocol/frames/opcode.ts';
import { closeFrame, frame, WireScript } from '../../../../tests/support/wire-script.ts';
import { peerVerdict } from './peer-verdict.ts';

type Step =
	| { readonly wire: (script: WireScript) => WireScript }
	| { readonly run: RunTold }
	| { readonly ws: ServerTold }
	| { readonly page: PageTold };

const BEGIN: Step = { run: { name: 'begin', bytes: 0, writes: 1 } };
const END: Step = { run: { name: 'end', outcome: 'written', bytes: 0 } };
const UNANSWERED: Step = { run: { name: 'unanswered', after: 1_000_000 } };
const MESSAGE: ServerTold & PageTold = { name: 'message', data: 'text', size: 2 };
const WS_FAULT: Step = { ws: { name: 'error', code: 'WS_ERR_EXPECTED_MASK', message: '' } };

const sent = (side: Direction, ...frames: Uint8Array[]): Step => ({
	wire: (script) => script[side](...frames)
});
const fin = (side: Direction): Step => ({ wire: (script) => script.fin(side) });
const pageClosed = (code: number, wasClean: boolean): Step => ({
	page: { name: 'close', code, reason: '', wasClean }
});
const text = (side: Direction): Uint8Array => frame(side, { text: 'Hi' });
const control = (side: Direction, opcode: number, said = ''): Uint8Array =>
	frame(side, { opcode, text: said });

function converse(role: Direction, steps: readonly Step[]): Conversation {
	const conversation = new Conversation(1);
	let index = 0;
	const opening: Step = { wire: (script) => script.open() };
	for (const step of [opening, ...steps]) {
		const common = { connection: 1, t: index };
		if ('wire' in step) {
			for (const event of step.wire(new WireScript()).events()) {
				conversation.append({ ...event, t: index }, index++);
			}
		} else if ('run' in step) {
			const told = step.run;
			conversation.append({ ...common, kind: 'run', direction: role, told }, index++);
		} else if ('ws' in step) {
			conversation.append({ ...common, kind: 'server', told: step.ws }, index++);
		} else {
			const told = step.page;
			conversation.append({ ...common, kind: 'page', error: 0, readyState: 1, told }, index++);
		}
	}
	return conversation;
}

const judge = (role: Direction, steps: readonly Step[]) => peerVerdict(converse(role, steps), role);

describe('the server as the peer', () => {
	const half = text('client').slice(0, -1);
	const echoed = [BEGIN, sent('client', text('client')), END, { ws: MESSAGE }] as const;

	it.each([
		['before the run ends', [BEGIN, sent('client', text('client'))], 'waiting'],
		['before the echo', echoed, 'waiting'],
		['with the echo', [...echoed, sent('server', text('server'))], 'accepted'],
		[
			'with the pong',
			[
				BEGIN,
				sent('client', control('client', PING)),
				END,
				sent('server', control('server', PONG))
			],
			'accepted'
		],
		[
			'with the pong to the last of two pings',
			[
				BEGIN,
				sent('client', control('client', PING, 'a'), control('client', PING, 'b')),
				END,
				sent('server', control('server', PONG, 'b'))
			],
			'accepted'
		],
		[
			'with the pong to the first of two pings',
			[
				BEGIN,
				sent('client', control('client', PING, 'a'), control('client', PING, 'b')),
				END,
				sent('server', control('server', PONG, 'a'))
			],
			'waiting'
		],
		[
			'which was told of an unsolicited pong',
			[BEGIN, sent('client', control('client', PONG)), END, { ws: { name: 'pong', size: 0 } }],
			'accepted'
		],
		['with half a frame', [BEGIN, sent('client', half), END], 'waiting'],
		['with half a frame, unanswered', [BEGIN, sent('client', half), END, UNANSWERED], 'silent'],
		[
			'with a text and half a frame, unanswered',
			[...echoed, sent('server', text('server')), sent('client', half), UNANSWERED],
			'accepted'
		],
		[
			'which fails it and was told why',
			[
				BEGIN,
				sent('client', text('client')),
				END,
				sent('server', closeFrame('server', 1002)),
				WS_FAULT
			],
			'failed'
		],
		[
			'which answers a close frame',
			[
				BEGIN,
				sent('client', closeFrame('client', 3000)),
				END,
				sent('server', closeFrame('server', 3000)),
				fin('server')
			],
			'closed'
		],
		[
			'which answers a close frame with a fault',
			[
				BEGIN,
				sent('client', closeFrame('client', 999)),
				END,
				sent('server', closeFrame('server', 1002)),
				fin('server')
			],
			'failed'
		],
		['which ends TCP first', [BEGIN, sent('client', text('client')), END, fin('server')], 'failed'],
		['which ends TCP after the student', [BEGIN, END, fin('client'), fin('server')], 'ended'],
		[
			'after the student hangs up',
			[...echoed, sent('server', text('server')), fin('client'), fin('server')],
			'accepted'
		]
	] satisfies [string, readonly Step[], string][])('%s', (_, steps, kind) => {
		expect(judge('client', steps).kind).toBe(kind);
	});

	it('is judged as far as the cursor', () => {
		const conversation = converse('client', [...echoed, sent('server', text('server'))]);
		const events = 3 + echoed.length;
		expect(peerVerdict(conversation, 'client', events).kind).toBe('waiting');
		expect(peerVerdict(conversation, 'client', events + 1).kind).toBe('accepted');
	});

	it('is not judged while bytes of the run are on their way', () => {
		const long: Step = { run: { name: 'end', outcome: 'written', bytes: 10_000 } };
		const steps = [BEGIN, sent('client', text('client')), long, sent('server', text('server'))];
		expect(judge('client', steps).kind).toBe('waiting');
	});

	it('has its codes', () => {
		const refused = sent('server', closeFrame('server', 1002));
		const steps = [BEGIN, sent('client', text('client')), END, refused, WS_FAULT, fin('server')];
		expect(judge('client', steps)).toEqual({
			kind: 'failed',
			closeCode: 1002,
			closeReason: '',
			errorCode: 'WS_ERR_EXPECTED_MASK',
			hasPageError: false,
			end: 'fin',
			messages: 0,
			pongs: 0
		});
	});
});

describe('this browser as the peer', () => {
	const asked = [BEGIN, sent('server', closeFrame('server', 999)), END] as const;
	const answered = [...asked, sent('client', closeFrame('client', 999))] as const;

	it.each([
		[
			'which told the page of the message',
			[BEGIN, sent('server', text('server')), END, { page: MESSAGE }],
			'accepted'
		],
		[
			'which says nothing to an unsolicited pong',
			[BEGIN, sent('server', control('server', PONG)), END, UNANSWERED],
			'silent'
		],
		['before the page knows of the end', answered, 'waiting'],
		['which takes the close code', [...answered, pageClosed(999, true)], 'closed'],
		[
			'which fails after its answer',
			[...answered, { page: { name: 'error' } }, pageClosed(1006, false)],
			'failed'
		],
		[
			'which fails it',
			[
				BEGIN,
				sent('server', text('server')),
				END,
				sent('client', closeFrame('client', 1002, 'Masked frame')),
				{ page: { name: 'error' } },
				pageClosed(1006, false)
			],
			'failed'
		],
		[
			'whose page closes',
			[
				BEGIN,
				sent('server', text('server')),
				{ page: { name: 'close-call', code: 1000, reason: '' } },
				END,
				sent('client', closeFrame('client', 1000)),
				pageClosed(1000, true)
			],
			'accepted'
		],
		[
			'when the student ends TCP',
			[BEGIN, END, fin('server'), fin('client'), pageClosed(1006, false)],
			'ended'
		],
		[
			'which ends TCP itself',
			[
				BEGIN,
				sent('server', text('server')),
				END,
				fin('client'),
				{ page: { name: 'error' } },
				pageClosed(1006, false)
			],
			'failed'
		]
	] satisfies [string, readonly Step[], string][])('%s', (_, steps, kind) => {
		expect(judge('server', steps).kind).toBe(kind);
	});

	it('has what its page was told', () => {
		const verdict = judge('server', [...answered, pageClosed(1005, true)]);
		expect(verdict.pageClose).toMatchObject({ code: 1005, wasClean: true });
		expect(verdict.hasPageError).toBe(false);
	});
});
