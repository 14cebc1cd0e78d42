/** The source of a race: when it begins and ends, and what its page is told of it. */
import { describe, expect, it, vi } from 'vitest';
import { MESSAGES_PATH } from '#lib/transports/wire/addresses.ts';
import { eventually } from './channel-harness.ts';
import { laneTold } from './support/lane-records.ts';
import { ask, emittedBy, pathOf, RACE, startSource, useStreamLab } from './support/stream-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const streams = useStreamLab();

describe('a race', () => {
	it('begins when it is told to, once, and tells of each event and of its end', async () => {
		const opened = await streams.open(['short-polling'], {
			source: { ...RACE, seconds: 1, rate: 20 }
		});
		expect(laneTold(opened.page.events, 'emitted')).toEqual([]);
		await startSource(opened);
		expect(await opened.page.codeOf({ type: 'start-stream', stream: 1 })).toBe('bad-argument');
		await eventually(() => laneTold(opened.page.events, 'source-ended').length === 1);
		expect(laneTold(opened.page.events, 'emitted')).toEqual(
			Array.from({ length: 20 }, (_, index) => ({
				name: 'emitted',
				stream: 1,
				id: index + 1,
				size: 200
			}))
		);
		const { answer } = await ask(
			await streams.connect(),
			streams.get(pathOf('short-polling', opened.keys[0]))
		);
		expect(answer).toContain('"last":20');
	});

	it('stops when it is told to, and what was made can still be had', async () => {
		const opened = await streams.open(['short-polling']);
		await startSource(opened);
		await eventually(() => emittedBy(opened).last > 3);
		const { page, stream } = opened;
		await page.command({ type: 'stop-stream', stream });
		await page.command({ type: 'stop-stream', stream });
		expect(laneTold(page.events, 'source-ended')).toEqual([{ name: 'source-ended', stream: 1 }]);
		const { answer } = await ask(
			await streams.connect(),
			streams.get(pathOf('short-polling', opened.keys[0]))
		);
		expect(answer).toContain(`"last":${emittedBy(opened).last},`);
		expect(await page.codeOf({ type: 'start-stream', stream })).toBe('bad-argument');
	});

	it('is told of what its clients send', async () => {
		const opened = await streams.open(['short-polling']);
		await ask(
			await streams.connect(),
			streams.post(`${MESSAGES_PATH}?lane=${opened.keys[0]}`, '{"message":"12345"}')
		);
		await eventually(() => laneTold(opened.page.events, 'received').length === 1);
		expect(laneTold(opened.page.events, 'received')).toEqual([
			{ name: 'received', lane: 1, size: 5 }
		]);
	});
});
