export const race = {
	title: 'Race'
};
