/** Words of the negotiation page of the handshake lab. */
export const negotiation = {
	title: 'Negotiation'
};
