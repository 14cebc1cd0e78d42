export const phone = {
	title: 'Confirm a log-in'
};
