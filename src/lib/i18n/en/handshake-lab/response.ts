/** Words of the response page of the handshake lab. */
export const response = {
	title: 'Response'
};
