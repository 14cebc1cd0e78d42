/** The player: step, play, scrub, follow. */
export const player = {
	title: 'Player',
	start: 'To the beginning',
	previous: 'Previous record',
	play: 'Play',
	pause: 'Pause',
	next: 'Next record',
	end: 'To the end',
	live: 'Live',
	goLive: 'Follow the live end',
	following: 'Following the live end',
	speed: 'Speed',
	oneRecord: '1 record/s',
	times: (factor: string) => `×${factor}`,
	scrub: 'Time in the recording',
	nothing: 'before the first record',
	at: (time: string, duration: string, record: string) => `${time} of ${duration} ms, ${record}`,
	record: (index: number, of: number) => `record ${index} of ${of}`,
	unit: 'ms'
};
