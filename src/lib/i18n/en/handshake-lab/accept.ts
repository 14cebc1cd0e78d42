/** Words of the page that computes Sec-WebSocket-Accept. */
export const accept = {
	title: 'Accept'
};
