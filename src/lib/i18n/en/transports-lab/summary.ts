/** What a run says, as sentences; for the race and the standard comparison. */
export const summary = {
	title: 'What this run says'
};
