/** Words around every tool of the handshake lab: names, notices, what went wrong. */
export const shell = {
	title: 'Handshake lab',
	nav: 'Tools of the handshake lab',
	tools: {
		request: 'Request',
		response: 'Response',
		accept: 'Accept',
		negotiation: 'Negotiation',
		views: 'Who said what',
		proxies: 'On the way',
		tls: 'wss'
	},
	/** For search engines. */
	descriptions: {
		request: 'Request',
		response: 'Response',
		accept: 'Accept',
		negotiation: 'Negotiation',
		views: 'Who said what',
		proxies: 'On the way',
		tls: 'wss'
	}
};
