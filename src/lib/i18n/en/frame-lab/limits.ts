/** Words of experiments with the server’s bounds. */
export const limits = {
	title: 'Limits'
};
