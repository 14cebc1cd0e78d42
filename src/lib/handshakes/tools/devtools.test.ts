import { describe, expect, it } from 'vitest';
import { PING, TEXT } from '#lib/protocol/frames/opcode.ts';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { head, switching, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import { readBrowserAnswer } from '../verdict/browser-answer.ts';
import { devtoolsView } from './devtools.ts';

const asked = (...headers: string[]) =>
	new EncodedConversation()
		.accepted()
		.page(0, { name: 'new', url: 'ws://localhost:3000/ws/echo', protocols: [] })
		.bytes('client', upgradeRequest(...headers));
const opened = () =>
	asked('Cookie: secret=1')
		.bytes('server', switching('Server: test'))
		.page(1, { name: 'open', protocol: '', extensions: '' });

function panelOf({ conversation }: EncodedConversation) {
	return devtoolsView(conversation, conversation.at(Infinity), readBrowserAnswer(conversation));
}

describe('the network panel', () => {
	it('has a row for a connection that stays open', () => {
		expect(panelOf(opened())).toMatchObject({
			name: 'echo',
			url: 'ws://localhost:3000/ws/echo',
			status: { kind: 'status', code: 101 },
			time: null
		});
	});

	it('spells the names of headers anew, sorts them, and keeps the wire’s own behind Raw', () => {
		const { response } = panelOf(opened()) ?? {};
		expect(response?.headers.map(({ name }) => name)).toEqual([
			'Connection',
			'Sec-Websocket-Accept',
			'Server',
			'Upgrade'
		]);
		expect(response?.raw).toContain('Sec-WebSocket-Accept: ');
	});

	it('shows no credentials', () => {
		const { request } = panelOf(opened()) ?? {};
		expect(request?.headers.find(({ name }) => name === 'Cookie')?.value).toBe('********');
		expect(request?.raw).not.toContain('secret');
	});

	it('lists messages, and counts the frames that it does not list', () => {
		const messages = opened()
			.text('client', '你好')
			.frames('server', { opcode: PING, payload: new Uint8Array(2) })
			.frames('server', { opcode: TEXT, fin: false, payload: Uint8Array.of(0x48) })
			.frames('server', { opcode: 0, payload: Uint8Array.of(0x69) })
			.binary('server', new Uint8Array(3));
		expect(panelOf(messages)).toMatchObject({
			messages: [
				{ direction: 'client', text: '你好', length: 2 },
				{ direction: 'server', text: 'Hi', length: 2 },
				{ direction: 'server', text: null, length: 3 }
			],
			hiddenFrames: 1
		});
	});

	it('is given nothing of a response that was refused', () => {
		const refused = asked()
			.bytes('server', head('HTTP/1.1 403 Forbidden', 'Content-Length: 0'))
			.page(3, { name: 'error' })
			.page(3, { name: 'close', code: 1006, reason: '', wasClean: false });
		expect(panelOf(refused)).toMatchObject({
			status: { kind: 'refused' },
			response: null,
			messages: [],
			time: 4000
		});
	});

	it('waits where no answer has come', () => {
		expect(panelOf(asked())).toMatchObject({ status: { kind: 'pending' }, response: null });
	});

	it('knows of no raw client', () => {
		const raw = new EncodedConversation().handshake();
		expect(panelOf(raw)).toBeNull();
	});
});
