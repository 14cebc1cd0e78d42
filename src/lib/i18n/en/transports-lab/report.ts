/** Words of the standard comparison; names of its runs are in `summary`. */
export const report = {
	title: 'Standard comparison',
	lead: 'Nine fixed runs over the transports, one after the other, on this machine and in this browser: the same plan every time, so that two reports can be compared.',
	start: 'Run the standard comparison',
	again: 'Run it again',
	cancel: 'Cancel',
	live: 'Live',
	takes: (time: string) =>
		`The events take ${time} in all; connecting and waiting take a little more.`,
	busy: 'A race is on: the comparison can start when it has ended.',
	progressLabel: 'Finished runs',
	progress: (run: string, runs: string, time: string) => `run ${run} of ${runs}, ${time}`,
	onRun: (name: string) => `Running: ${name}`,
	trouble: (code: string) => `The comparison ended early: the lab server refused (${code}).`,
	lost: 'The comparison ended early: the session with the lab server was lost.',
	cancelled: 'Cancelled. The finished runs are below.',
	runs: 'Runs of the plan',
	states: { done: 'finished', running: 'running', waiting: 'not started' },
	empty:
		'Nothing has been measured yet. Each finished run appears here: bytes per event and delays as charts, the numbers as a table, and what they say.',
	numbers: (run: string) => `${run}: numbers`,
	copyAll: 'Copy all tables as Markdown',
	saveAll: 'Save all runs (JSON)'
};
