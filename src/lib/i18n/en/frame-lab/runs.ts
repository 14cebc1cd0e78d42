/** Words of the run: items, cuts, pauses, sending, the parser at work. */
export const runs = {
	title: 'Run'
};
