/** Words of the page on what stands on the way. */
export const proxies = {
	title: 'On the way'
};
