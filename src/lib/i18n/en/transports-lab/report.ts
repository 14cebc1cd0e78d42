export const report = {
	title: 'Standard comparison'
};
