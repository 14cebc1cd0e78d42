/** What is set up on both sides of a negotiation, and sent. */
export const negotiationForms = {
	client: {
		title: 'The client offers',
		order: 'in its order of preference',
		protocols: 'Subprotocols',
		protocol: (n: string) => `Subprotocol ${n}`,
		addProtocol: 'Add a subprotocol',
		noProtocols: 'No subprotocol is offered: the header is left out.',
		newProtocol: 'chat',
		headerText: (header: string) => `As header text: ${header}`,
		pageText: 'As the page’s list',
		pageTextHint: 'Separated by commas; handed to new WebSocket(url, [ … ])',
		tooMany: (n: string) => `${n} elements. Here only the text can be edited.`,
		extensions: 'Extensions',
		noExtensions: 'No extension is offered: the header is left out.',
		addOffer: 'Add an offer',
		addFallback: 'Add a fallback',
		browserOffer: 'The browser writes this header by itself; a page cannot change it.',
		browserUnknown: 'Its offer appears once it has connected.',
		browserNothing: 'This browser offered no extension.',
		up: (what: string) => `${what}: up`,
		down: (what: string) => `${what}: down`,
		remove: (what: string) => `Remove ${what}`,
		unsendable:
			'A header value cannot hold one of these characters: only Latin-1 can be sent, without control characters. Remove it.'
	},
	offer: {
		nth: (n: string) => `Offer ${n}`,
		fallback: (n: string) => `Offer ${n}, a fallback`,
		name: 'Name of the extension',
		ofServer: 'Demanded of the server',
		ofClient: 'Announced of itself',
		absent: 'not named',
		bare: 'named, no value',
		bits: (bits: string, size: string) => `${bits} bits: ${size}`,
		otherValue: (value: string) => `“${value}”`,
		drop: (name: string) => `Remove ${name}`
	},
	server: {
		title: 'The server speaks',
		note: 'ws, set up by the query',
		protocols: 'Subprotocols it knows',
		protocolsHint: 'Separated by commas; empty: none',
		firstOffered: 'No list: it takes the first that is offered',
		compresses: 'Compresses: permessage-deflate',
		wants: 'What it wants itself',
		anyWindow: 'as the client likes',
		window: {
			server: 'Its own window, at most',
			client: 'The client’s window, at most'
		},
		context: {
			server: 'It clears its window after each message',
			client: 'The client is to clear its window after each message'
		},
		target: 'Request target'
	},
	answer: {
		title: 'You answer',
		note: 'The rest of the 101 is as it should be.',
		protocol: 'Sec-WebSocket-Protocol',
		extensions: 'Sec-WebSocket-Extensions',
		line: (header: string, n: string) => `${header}, line ${n}`,
		add: (header: string) => `Add a ${header} line`,
		none: 'Left out.',
		first: { protocol: 'superchat', extensions: 'permessage-deflate' }
	},
	send: {
		raw: 'Send the request',
		browser: 'Connect',
		own: 'Connect and answer',
		stop: 'Stop',
		running: 'Waiting for the answer…',
		notReady: 'Waiting for the lab server.',
		good: (n: number) =>
			n === 1
				? 'To keep the browser from waiting after failures, the lab has made one good handshake by itself.'
				: `To keep the browser from waiting after failures, the lab has made ${n} good handshakes by itself.`
	},
	trouble: {
		title: 'It was not sent',
		'raw-server-off':
			'This server does not let pages play the server, because a shared proxy may stand in front of it. The other two ways work.',
		'confirm-needed':
			'The answer holds the name of a header that acts beyond this connection. Send it from the response page, which asks first.',
		'too-many-connections':
			'This page has as many open connections as it may. Reload it to start again.',
		'too-many-recordings':
			'The recordings of this page have reached their limit. Reload it to start again.',
		'rate-limited': 'Too many commands in a short time. Wait a moment, then send again.',
		'no-channel': 'There is no channel to the lab server. Wait until it is back, then send again.',
		'not-loaded':
			'A part of this page has not been loaded, and the server does not answer. Send again when it is back.',
		other: (code: string) => `The server answered ${code}. Send again, or reload the page.`
	}
};
