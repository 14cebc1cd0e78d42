import { expect, test } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { selectionOfFault } from './selection-of-fault.ts';

const { conversation } = new EncodedConversation()
	.handshake()
	.text('client', 'a')
	.text('server', 'a')
	.text('client', 'b');

test('a bit of the second frame of a side is found among its records', () => {
	expect(selectionOfFault(conversation.records, 'client', 1, 8)).toEqual({
		record: 5,
		field: 'mask',
		bit: 8
	});
});

test('a frame that is not there gives nothing', () => {
	expect(selectionOfFault(conversation.records, 'client', 2, 0)).toBeNull();
});
