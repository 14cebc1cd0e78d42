/** Its texts are held against tshark's in tests/conformance/wireshark.test.ts. */
import { describe, expect, it } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { head, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import { wiresharkPackets } from './wireshark-packets.ts';

function packetsOf({ recording, conversation }: EncodedConversation, cursor = Infinity) {
	return wiresharkPackets(recording.events, conversation.records, cursor);
}

describe('rows of the list of packets', () => {
	const script = new EncodedConversation().handshake().text('client', 'Hello').fin('client');

	it('are the chunks and the ends, and none is made up', () => {
		expect(packetsOf(script).map(({ event, length }) => [event, length])).toEqual([
			[1, expect.any(Number)],
			[2, expect.any(Number)],
			[3, 11],
			[4, 0]
		]);
	});

	it('go as far as the cursor', () => {
		expect(packetsOf(script, 2)).toHaveLength(1);
	});

	it('name the records that become whole in them', () => {
		expect(packetsOf(script).map(({ records }) => records)).toEqual([[1], [2], [3], [4]]);
	});

	it('say so where the head is not valid HTTP', () => {
		const odd = new EncodedConversation()
			.accepted()
			.bytes('client', upgradeRequest())
			.bytes('server', head('HTTP/1.1 101 Switching Protocols', 'Server handwritten'));
		expect(packetsOf(odd).map(({ isGuess }) => isGuess)).toEqual([false, true]);
	});
});
