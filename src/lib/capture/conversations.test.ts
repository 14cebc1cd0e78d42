import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireScript, closeFrame, frame } from '../../../tests/support/wire-script.ts';
import { Conversations } from './conversations.ts';
import { Recording } from './recording.ts';

function script(connection: number, text: string): WireScript {
	return new WireScript(connection)
		.open()
		.client(frame('client', { text }))
		.server(frame('server', { text: text.toUpperCase() }), closeFrame('server', 1000))
		.client(closeFrame('client', 1000))
		.fin('server')
		.fin('client');
}

function texts(conversations: Conversations, connection: number): string[] {
	const records = conversations.get(connection)?.records ?? [];
	return records.flatMap((record) =>
		record.kind === 'frame' && record.message ? [record.message.text()] : []
	);
}

describe('the conversations of a session', () => {
	it('stay apart however their events are interleaved', () => {
		const one = script(1, 'one').recut(() => 3);
		const two = script(2, 'two').recut(() => 5);
		fc.assert(
			fc.property(fc.infiniteStream(fc.boolean()), (isFirst) => {
				const recording = new Recording('2026-11-20T12:00:00.000Z');
				for (let [a, b] = [0, 0]; a < one.length || b < two.length;) {
					const takesFirst = b === two.length || (a < one.length && isFirst.next().value === true);
					const event = takesFirst ? one[a++] : two[b++];
					if (event) recording.append(event);
				}
				const conversations = Conversations.of(recording);
				expect(texts(conversations, 1)).toEqual(['one', 'ONE']);
				expect(texts(conversations, 2)).toEqual(['two', 'TWO']);
				const { client, server } = conversations.get(2)?.at(recording.events.length) ?? {};
				expect([client, server]).toEqual(['CLOSED', 'CLOSED']);
			}),
			{ numRuns: 30 }
		);
	});

	it('follow a recording as it grows, each event once', () => {
		const recording = new Recording('2026-11-20T12:00:00.000Z');
		const conversations = new Conversations();
		for (const event of script(4, 'hi').events()) {
			recording.append(event);
			conversations.follow(recording);
			conversations.follow(recording);
		}
		expect(conversations.length).toBe(recording.events.length);
		expect(texts(conversations, 4)).toEqual(['hi', 'HI']);
		expect(conversations.connections).toEqual([4]);
	});

	it('are null where nothing is recorded', () => {
		expect(new Conversations().get(1)).toBeNull();
	});
});
