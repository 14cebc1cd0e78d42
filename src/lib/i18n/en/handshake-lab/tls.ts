/** Words of the page on wss. */
export const tls = {
	title: 'wss'
};
