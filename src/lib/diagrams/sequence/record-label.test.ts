import { describe, expect, test } from 'vitest';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { labelOf, nameOf, violationsOf } from './record-label.ts';

const hex = (text: string) => Uint8Array.from(text.split(' '), (byte) => Number.parseInt(byte, 16));

/** The records after an ordinary handshake. */
function recordsOf(make: (wire: EncodedConversation) => void): readonly ConversationRecord[] {
	const wire = new EncodedConversation().handshake();
	make(wire);
	return wire.conversation.records.slice(3);
}
const labels = (make: (wire: EncodedConversation) => void) =>
	recordsOf(make).map((record) => labelOf(record, en.sequence));

describe('what a row says', () => {
	test('of the handshake', () => {
		const { records } = new EncodedConversation().handshake('/ws/echo?x=1').conversation;
		const said = records.map((record) => labelOf(record, en.sequence));
		expect(said.map(({ title, detail }) => [title, detail])).toEqual([
			['TCP accepted', ''],
			['GET', '/ws/echo?x=1'],
			['101', 'Switching Protocols']
		]);
	});

	test.each<[string, (wire: EncodedConversation) => void, string, string]>([
		['a text frame', (wire) => wire.text('client', 'Hello 你好'), 'text', 'Hello 你好'],
		[
			'a binary frame',
			(wire) => wire.binary('server', hex('de ad be ef')),
			'binary',
			'de ad be ef'
		],
		['a close frame', (wire) => wire.close('client', 3000, 'bye'), 'close 3000', 'bye'],
		['an empty close frame', (wire) => wire.close('client', null), 'close (no code)', ''],
		[
			'a ping that reads as text',
			(wire) => wire.frames('server', { opcode: 9, payload: hex('31 30 31') }),
			'ping',
			'101'
		],
		[
			'a ping that does not',
			(wire) => wire.frames('server', { opcode: 9, payload: hex('00 ff') }),
			'ping',
			'00 ff'
		],
		[
			'a reserved opcode',
			(wire) => wire.frames('client', { opcode: 0xb, payload: hex('01') }),
			'0xb reserved',
			'01'
		],
		['FIN', (wire) => wire.fin('client'), 'TCP FIN', '']
	])('of %s', (_, make, title, detail) => {
		expect(labels(make)[0]).toMatchObject({ title, detail });
	});

	test('long text is cut, and says so', () => {
		const [label] = labels((wire) => wire.text('server', '你'.repeat(5000)));
		expect(label?.detail).toBe(`${'你'.repeat(60)}…`);
	});

	test('control characters and direction marks become visible', () => {
		const [label] = labels((wire) => wire.text('server', 'a\r\n\0\u202eb'));
		expect(label?.detail).toBe('a␍␊␀\ufffdb');
	});

	test('a fragment says that more follow, and the last one that it ends the message', () => {
		const notes = labels((wire) =>
			wire.frames(
				'client',
				{ opcode: 1, fin: false, payload: hex('48 65') },
				{ opcode: 0, payload: hex('6c 6c 6f') }
			)
		).map(({ note }) => note);
		expect(notes).toEqual(['fragment', 'final']);
	});

	test('bytes that end inside a frame are unfinished', () => {
		const [label] = labels((wire) => wire.bytes('client', hex('81 85 37 fa 21 3d 7f 9f')));
		expect(label).toMatchObject({ title: 'text', note: 'unfinished', detail: 'He' });
	});
});

describe('its whole name', () => {
	const [record] = recordsOf((wire) => wire.text('client', 'Hi'));

	test('in English', () => {
		expect(record && nameOf(record, 'future', en.sequence)).toBe(
			'3. 3.000 ms, client to server, text, “Hi”, 8 B, after the cursor'
		);
	});

	test('in Chinese', () => {
		expect(record && nameOf(record, 'cursor', zh.sequence)).toBe(
			'3，3.000 毫秒，客户端到服务器，text，“Hi”，8 B，游标所在'
		);
	});
});

test('a frame that breaks a rule counts its violations', () => {
	const [record] = recordsOf((wire) =>
		wire.bytes('client', hex('c1 85 37 fa 21 3d 7f 9f 4d 51 58'))
	);
	expect(record && violationsOf(record).map(({ code }) => code)).toEqual(['rsv-without-extension']);
});
