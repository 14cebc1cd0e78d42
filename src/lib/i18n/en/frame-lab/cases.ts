/** Words of the table of cases tried against a peer. */
export const cases = {
	title: 'All cases'
};
