export const game = {
	title: 'Push game'
};
