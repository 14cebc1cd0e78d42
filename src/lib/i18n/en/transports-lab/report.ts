/** Words of the standard comparison; names of its runs are in `summary`. */
export const report = {
	title: 'Standard comparison',
	lead: 'Nine fixed runs over the transports, one after the other, on this machine and in this browser: the same plan every time, so that two reports can be compared.',
	start: 'Run the standard comparison',
	again: 'Run it again',
	cancel: 'Cancel',
	live: 'Live',
	takes: (time: string) =>
		`The sources run for ${time} in all; connecting and waiting come on top.`,
	busy: 'A race is on: the comparison can begin when it is over.',
	progressLabel: 'Runs that are over',
	progress: (run: string, runs: string, time: string) => `run ${run} of ${runs}, ${time}`,
	onRun: (name: string) => `Running: ${name}`,
	trouble: (code: string) => `The comparison ended early: the lab server said ${code}.`,
	lost: 'The comparison ended early: the session with the lab server was lost.',
	cancelled: 'Cancelled. The runs that were over are below.',
	runs: 'Runs of the plan',
	states: { done: 'over', running: 'running', waiting: 'to come' },
	empty:
		'Nothing has been measured yet. Each run that is over stands here: bytes for each event and delays as charts, the numbers as a table, and what they say.',
	numbers: (run: string) => `${run}, as numbers`,
	copyAll: 'Copy all tables as Markdown',
	saveAll: 'Save all runs (JSON)'
};
