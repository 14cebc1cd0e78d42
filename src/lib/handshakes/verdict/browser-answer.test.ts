import { describe, expect, it } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { head, switching } from '../../../../tests/support/wire-script.ts';
import { Conversation } from '#lib/capture/conversation.ts';
import { readBrowserAnswer } from './browser-answer.ts';

const asked = (...protocols: string[]) =>
	new EncodedConversation()
		.accepted()
		.page(0, { name: 'new', url: 'ws://localhost/ws/raw', protocols })
		.request();
const failed = (encoded: EncodedConversation) =>
	encoded
		.page(3, { name: 'error' })
		.page(3, { name: 'close', code: 1006, reason: '', wasClean: false });

describe('what a browser makes of a response', () => {
	it('is not known before its page is told', () => {
		const { conversation } = asked('a').bytes('server', switching());
		expect(readBrowserAnswer(conversation)).toMatchObject({
			kind: 'waiting',
			offered: ['a'],
			head: { status: 101 },
			close: null
		});
	});

	it('is an open event, with what the page was told is in use', () => {
		const { conversation } = asked()
			.bytes('server', switching())
			.page(1, { name: 'open', protocol: '', extensions: 'permessage-deflate' });
		expect(readBrowserAnswer(conversation)).toMatchObject({
			kind: 'opened',
			protocol: '',
			extensions: 'permessage-deflate',
			hasError: false
		});
	});

	it('stays that it opened, however it ended', () => {
		const opened = asked()
			.bytes('server', switching())
			.page(1, { name: 'open', protocol: '', extensions: '' });
		expect(readBrowserAnswer(failed(opened).conversation)).toMatchObject({
			kind: 'opened',
			close: { code: 1006, wasClean: false }
		});
	});

	it('is an error and 1006 for every failure alike', () => {
		const refused = asked().bytes('server', head('HTTP/1.1 503 Service Unavailable'));
		expect(readBrowserAnswer(failed(refused).conversation)).toMatchObject({
			kind: 'failed',
			hasError: true,
			close: { code: 1006, reason: '', wasClean: false },
			head: { status: 503 }
		});
	});

	it('knows of a response before the final one', () => {
		const hints = head('HTTP/1.1 103 Early Hints');
		const { conversation } = asked().bytes('server', hints).bytes('server', switching());
		expect(readBrowserAnswer(conversation)).toMatchObject({
			hasInterim: true,
			head: { status: 101 }
		});
	});

	it('is none where all is written and no response is whole', () => {
		const conversation = new Conversation(1);
		const told = { name: 'end', outcome: 'written', bytes: 12 } as const;
		const run = { kind: 'run', connection: 1, direction: 'server', t: 0, told } as const;
		conversation.append(run, 0);
		expect(readBrowserAnswer(conversation).kind).toBe('unanswered');
		expect(readBrowserAnswer(conversation, 0).kind).toBe('waiting');
	});

	it('is read at any cursor', () => {
		const { conversation } = failed(asked().bytes('server', switching()));
		const kinds = [3, 4, 5, 6].map((cursor) => readBrowserAnswer(conversation, cursor).kind);
		expect(kinds).toEqual(['waiting', 'waiting', 'failed', 'failed']);
	});
});
