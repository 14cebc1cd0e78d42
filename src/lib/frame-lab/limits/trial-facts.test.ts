import { describe, expect, it } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { readFacts } from './trial-facts.ts';

const opened = () => new EncodedConversation().handshake();

describe('facts of a try', () => {
	it('count no bytes of the opening request', () => {
		const facts = readFacts(opened().conversation);
		expect(facts).toMatchObject({ arrived: 0, frames: 0, endedAfter: null, outcome: null });
	});

	it('count what had arrived when the server closed, and the time until then', () => {
		const wire = opened().text('client', 'Hello').close('server', 1009).text('client', 'more');
		expect(readFacts(wire.conversation)).toMatchObject({
			arrived: 11,
			frames: 1,
			endedAfter: 1000
		});
	});

	it('count bytes of a frame that is cut off, but not the frame', () => {
		const wire = opened().bytes('client', Uint8Array.of(0x82, 0xfe, 0x03));
		expect(readFacts(wire.conversation)).toMatchObject({ arrived: 3, frames: 0 });
	});

	it('take a FIN without a close frame for an end too', () => {
		const wire = opened().text('client', 'Hello').fin('server');
		expect(readFacts(wire.conversation)).toMatchObject({ arrived: 11, endedAfter: 1000 });
	});

	it('give the time of the last answer of a server that goes on', () => {
		const wire = opened().text('client', 'a').text('server', 'a').text('server', 'b');
		expect(readFacts(wire.conversation)).toMatchObject({ endedAfter: null, answeredAfter: 2000 });
	});

	it('take the FIN with which the server answers ours for no end of its own', () => {
		const wire = opened().text('client', 'Hello').fin('client').fin('server');
		expect(readFacts(wire.conversation).endedAfter).toBeNull();
	});
});
