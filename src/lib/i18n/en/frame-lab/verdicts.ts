/** Words of the two judges of a run. */
export const verdicts = {
	title: 'Verdict'
};
