import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodePollBody } from '#lib/transports/wire/poll-body.ts';
import { EventLog } from '../streams/event-log.ts';
import { PollAnswers, type PollAnswer } from './poll-answers.ts';

function read(answer: PollAnswer) {
	const body = decodePollBody(answer.bodyIn('plain').toString());
	return { ...body, events: body?.events.map(({ id }) => id) };
}

describe('an answer to polling', () => {
	it('is the same bytes for all who have seen the same, until the next event', () => {
		const log = new EventLog();
		const answers = new PollAnswers();
		log.append('a');
		const first = answers.to(log, 0);
		expect(answers.to(log, 0)).toBe(first);
		log.append('b');
		expect(read(answers.to(log, 0))).toEqual({ last: 2, gap: null, events: [1, 2] });
	});

	it('tells a gap, also where nothing is kept behind it', () => {
		const log = new EventLog({ maxEvents: 1 });
		for (const data of ['a', 'b', 'c']) log.append(data);
		const answers = new PollAnswers();
		expect(read(answers.to(log, 0))).toEqual({ last: 3, gap: { from: 1, to: 2 }, events: [3] });
		log.close();
		expect(read(answers.to(log, 1))).toEqual({ last: 3, gap: { from: 2, to: 3 }, events: [] });
	});

	it('leaves what is too much to the next question, and says that there is more', () => {
		const log = new EventLog();
		for (let count = 0; count < 20; count++) log.append('x'.repeat(16_384));
		const answers = new PollAnswers();
		const { last, events, more } = read(answers.to(log, 0));
		expect([last, events?.length, more]).toEqual([16, 16, true]);
		expect(read(answers.to(log, 16)).more).toBeUndefined();
	});

	it('has one event at least, however long it is', () => {
		const log = new EventLog();
		log.append('x'.repeat(2 ** 19));
		log.append('y');
		expect(read(new PollAnswers().to(log, 0))).toMatchObject({ last: 1, events: [1] });
	});

	it('describes its body as it is written', () => {
		const log = new EventLog();
		const answer = new PollAnswers().to(log, 0);
		expect(gunzipSync(answer.bodyIn('gzip'))).toEqual(answer.bodyIn('identity'));
		expect(answer.headFor('gzip')).toMatchObject({
			'Content-Encoding': 'gzip',
			'Content-Length': answer.bodyIn('gzip').length,
			Vary: 'Accept-Encoding'
		});
		expect(answer.headFor('plain')).not.toHaveProperty('Vary');
	});
});
