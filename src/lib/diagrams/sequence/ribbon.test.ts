import { expect, test } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { ribbonOf } from './ribbon.ts';

function ribbon(make: (wire: EncodedConversation) => void) {
	const wire = new EncodedConversation().handshake();
	make(wire);
	const record = wire.conversation.records[3];
	return record ? ribbonOf(record) : [];
}
const widths = (segments: ReturnType<typeof ribbonOf>) =>
	segments.map(({ kind, width }) => [kind, width]);

test('a client frame has a masking key', () => {
	expect(widths(ribbon((wire) => wire.text('client', 'Hello')))).toEqual([
		['opcode', 1],
		['length', 1],
		['key', 4],
		['payload', 5]
	]);
});

test('a server frame has none', () => {
	expect(widths(ribbon((wire) => wire.text('server', 'Hello')))).toEqual([
		['opcode', 1],
		['length', 1],
		['payload', 5]
	]);
});

test.each([
	[126, 2],
	[65_536, 8]
])('a payload of %s bytes has %s bytes of extended length', (length, width) => {
	const segments = ribbon((wire) => wire.binary('server', new Uint8Array(length)));
	expect(segments.find(({ kind }) => kind === 'extended')?.width).toBe(width);
});

test('a long payload is drawn short, and says so', () => {
	const payload = ribbon((wire) => wire.binary('server', new Uint8Array(100_000))).at(-1);
	expect([payload?.isCut, (payload?.width ?? 99) <= 22]).toEqual([true, true]);
});

test('the first two bytes stand for the bits inside them', () => {
	const [first, second] = ribbon((wire) => wire.text('client', 'x'));
	expect([first?.fields, second?.fields]).toEqual([
		['opcode', 'fin', 'rsv1', 'rsv2', 'rsv3'],
		['payload-length', 'mask']
	]);
});

test('a head alternates names and values, one segment a field', () => {
	const request = new EncodedConversation().handshake().conversation.records[1];
	const segments = request ? ribbonOf(request) : [];
	expect(segments.slice(0, 3).map(({ fields }) => fields[0])).toEqual([
		'target',
		'header-0-name',
		'header-0-value'
	]);
});

test('a frame that has only begun shows what is there', () => {
	const begun = ribbon((wire) => wire.bytes('client', Uint8Array.of(0x81)));
	expect(widths(begun)).toEqual([['opcode', 1]]);
});
