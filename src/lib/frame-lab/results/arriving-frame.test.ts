import { expect, test } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { arrivingFrame } from './arriving-frame.ts';

const wire = new EncodedConversation()
	.handshake()
	.text('client', 'a')
	.text('server', 'a')
	.bytes('client', Uint8Array.of(0x81, 0x85, 0x37))
	.bytes('client', Uint8Array.of(0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58))
	.fin('client');
const at = (cursor: number) => {
	const view = wire.conversation.at(cursor);
	return arrivingFrame(view, 'client', view.recordIndex);
};

test('before any frame there is none', () => {
	expect(at(3)).toBeNull();
});

test('one that is still arriving comes first, as far as it has come', () => {
	const frame = at(6);
	expect([frame?.index, frame?.bytesLength, frame?.isComplete]).toEqual([5, 3, false]);
});

test.each([
	['while the other side answers', 5, 3],
	['after the end', 8, 5]
])('%s it is the last one of the side', (_, cursor, index) => {
	expect(at(cursor)?.index).toBe(index);
});
