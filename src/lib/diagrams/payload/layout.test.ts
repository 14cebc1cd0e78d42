import type { FrameRecord } from '#lib/capture/conversation-record.ts';
import type { FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { expect, it } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { layoutPayload } from './layout.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** The payload view of the frame at an index of those sent. */
function viewOf(frames: readonly FrameDescription[], at = -1) {
	const { records } = new EncodedConversation()
		.handshake()
		.frames('client', ...frames).conversation;
	const found = records.filter((record): record is FrameRecord => record.kind === 'frame').at(at);
	if (!found) throw new Error('no frame');
	return layoutPayload(found);
}

it('shows the text of a message, unmasked', () => {
	expect(textOf(viewOf([{ opcode: 1, payload: bytesOf('Hi') }]).text?.bytes)).toBe('Hi');
});

it('shows the whole message on its last fragment', () => {
	const fragments = [
		{ opcode: 1, fin: false, payload: bytesOf('Hel') },
		{ opcode: 0, payload: bytesOf('lo') }
	];
	expect(viewOf(fragments)).toMatchObject({ frames: 2, isPart: false });
	expect(textOf(viewOf(fragments).text?.bytes)).toBe('Hello');
});

it('shows a first fragment by itself, its end perhaps inside a character', () => {
	const view = viewOf([{ opcode: 1, fin: false, payload: bytesOf('Hel') }]);
	expect(view).toMatchObject({ isPart: true, text: { mayEndInside: true } });
});

it('shows no text of a binary message', () => {
	expect(viewOf([{ opcode: 2, payload: bytesOf('Hi') }]).text).toBeNull();
});

it('shows the reason of a close frame without its code', () => {
	const payload = Uint8Array.from([0x03, 0xe8, ...bytesOf('bye')]);
	expect(textOf(viewOf([{ opcode: 8, payload }]).text?.bytes)).toBe('bye');
});

it.each([
	['101', true],
	['\u0000\u0001', false]
])('takes a ping of %j for text: %s', (payload, isText) => {
	expect(viewOf([{ opcode: 9, payload: bytesOf(payload) }]).text !== null).toBe(isText);
});
