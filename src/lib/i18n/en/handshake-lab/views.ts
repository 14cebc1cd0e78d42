/** Words of the page that shows a handshake as others show it. */
export const views = {
	title: 'Who said what'
};
