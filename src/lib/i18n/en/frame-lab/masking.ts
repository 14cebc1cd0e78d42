/** Words of masking explained by doing. */
export const masking = {
	title: 'Masking'
};
