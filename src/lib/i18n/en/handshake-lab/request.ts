/** Words of the request page of the handshake lab. */
export const request = {
	title: 'Request'
};
