/** All marks of a race that is over, for its picture. */
import { joinChunks } from '#lib/diagrams/race/chunked-path.ts';
import type { Race } from '#lib/state/transports-lab/race/race.svelte.ts';
import type { PictureMarks } from '../shell/picture.ts';
import { LaneTrack, SourceTrack } from './race-track.ts';

/** Null where no race has been on. */
export function raceMarks({
	book,
	lanes,
	time
}: Pick<Race, 'book' | 'lanes' | 'time'>): PictureMarks | null {
	if (!book) return null;
	const source = new SourceTrack(book);
	source.follow();
	const now = time / 1000;
	return {
		until: Math.max(1000, Math.ceil(now / 100) * 100),
		events: joinChunks(source.ink.events),
		lanes: lanes
			.filter(({ tab }) => tab === 0)
			.map((run) => {
				const { ink, ...track } = follow(new LaneTrack(book, run), now);
				return {
					requests: joinChunks(ink.requests),
					held: joinChunks(ink.held) + track.open,
					delivered: joinChunks(ink.delivered),
					waits: joinChunks(ink.waits) + track.waiting,
					queued: joinChunks(ink.queued) + track.queueing
				};
			})
	};
}

function follow(track: LaneTrack, now: number) {
	return { ...track.follow(now), ink: track.ink };
}
