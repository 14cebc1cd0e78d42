import { describe, expect, test } from 'vitest';
import { en } from '#lib/i18n/en/index.ts';
import type { Text } from '#lib/i18n/text.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { causeText } from './cause-text.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** What the last step that is `cause` says. */
function said(
	{ conversation }: EncodedConversation,
	cause: string,
	text: Text = en
): string | null {
	const { transitions } = conversation.at(Infinity);
	const step = transitions.findLast((each) => each.cause === cause);
	return step ? causeText(step, conversation.records, text) : null;
}

describe('a response that opens no WebSocket', () => {
	test('is told by its status', () => {
		const refusal = encode('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
		const wire = new EncodedConversation().accepted().request().bytes('server', refusal);
		expect(said(wire, 'response-refused')).toBe(
			'this response opens no WebSocket (404): the connection fails'
		);
	});

	test('is told by the rule it breaks where its status is 101', () => {
		const wire = new EncodedConversation().accepted().request().response('AAAA');
		expect(said(wire, 'response-refused')).toBe(
			'this response opens no WebSocket (this is not the answer to the key): the connection fails'
		);
	});
});

test('a close frame without a code is told so in each language', () => {
	const wire = new EncodedConversation().handshake().close('client', null);
	expect(said(wire, 'close-frame-sent')).toBe('close without a code sent');
	expect(said(wire, 'close-frame-sent', zh)).toBe('发出关闭帧（无关闭码）');
});
