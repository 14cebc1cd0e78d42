export const scale = {
	title: 'Scale'
};
