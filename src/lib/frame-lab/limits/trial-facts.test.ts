import { describe, expect, it } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { readFacts } from './trial-facts.ts';

const opened = () => new EncodedConversation().handshake();

describe('facts of a try', () => {
	it('count no bytes of the opening request', () => {
		expect(readFacts(opened().conversation)).toMatchObject({ arrived: 0, lasted: null });
	});

	it('count the bytes that had arrived when the server closed, and the time until then', () => {
		const wire = opened().text('client', 'Hello').close('server', 1009).text('client', 'more');
		expect(readFacts(wire.conversation)).toMatchObject({
			arrived: 21,
			taken: 11,
			endedAfter: 1000
		});
	});

	it('take a FIN without a close frame for an end too', () => {
		const wire = opened().text('client', 'Hello').fin('server');
		expect(readFacts(wire.conversation)).toMatchObject({ taken: 11, endedAfter: 1000 });
	});

	it('say of a server that goes on that it has not ended', () => {
		const wire = opened().text('client', 'Hello').text('server', 'Hello');
		expect(readFacts(wire.conversation)).toMatchObject({ taken: null, endedAfter: null });
	});
});
