/** Words around every tool of the handshake lab: names, notices, what went wrong, what is sent how. */
const count = (n: number) => n.toLocaleString('en');
const bytes = (n: number) => (n === 1 ? '1 byte' : `${count(n)} bytes`);
const writes = (n: number) => (n === 1 ? '1 write' : `${count(n)} writes`);

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
		request:
			'Write the WebSocket opening request header by header, send it over TCP, and read the real 101, 400 or 426.',
		response:
			'Answer your own browser’s WebSocket by hand: a wrong Accept, a missing Upgrade, any status, and what the page is told.',
		accept:
			'Sec-WebSocket-Accept step by step for a live key: GUID, SHA-1 with all its 80 rounds, base64 bit by bit.',
		negotiation:
			'Subprotocols and permessage-deflate parameters: what a client offers, what a server chooses, run for real.',
		views:
			'One WebSocket handshake as the page, the wire and the server saw it, and where DevTools and Wireshark show it.',
		proxies:
			'What proxies do with a WebSocket upgrade: passed, dropped, cut when idle, or tunnelled by CONNECT, recorded on both sides.',
		tls: 'wss from outside and inside: the TLS records that an eavesdropper sees, and the WebSocket bytes in them.'
	},

	sending: {
		undo: 'Undo',
		redo: 'Redo',
		link: {
			copy: 'Copy link',
			copied: 'Copied',
			failed: 'Not allowed to copy. The link stands in the address bar.',
			hint: 'The link holds the whole draft: whoever opens it sees these bytes.'
		},
		writes: 'TCP writes',
		cost: (n: number, all: number) => `${bytes(all)} in ${writes(n)}`,
		pace: 'How it is cut into writes',
		paces: { whole: 'All in one', lines: 'By line', bytes: 'By byte' },
		gap: 'Gap, ms',
		gapHint: 'Time between two writes, for a slow drip',
		kernel: 'TCP may still join writes that follow closely; a gap keeps them apart.',
		end: 'After the last byte',
		ends: { stay: 'Stay', fin: 'FIN', rst: 'RST' },
		endHints: {
			stay: 'You stay connected and wait for what comes.',
			fin: 'You end your side of TCP at once.',
			rst: 'You reset the connection at once.'
		},
		send: 'Send',
		cancel: 'Cancel',
		hangUp: { fin: 'Hang up: FIN', rst: 'Hang up: RST' },
		noServer: 'The lab server cannot be reached yet. The page keeps trying.',
		faults: {
			'draft-bytes': (actual: string, limit: string) =>
				`The draft has ${actual} bytes; at most ${limit} are taken. Make it shorter.`,
			lines: (actual: string, limit: string) =>
				`The draft has ${actual} lines; at most ${limit} are written line by line. Choose “All in one”.`,
			protocols: (actual: string, limit: string) =>
				`${actual} subprotocols are offered; at most ${limit} can be. Offer fewer.`,
			accepts: (actual: string, limit: string) =>
				`The Accept due stands in ${actual} places; at most ${limit} are filled in. Remove some.`,
			gap: (actual: string, limit: string) =>
				`A gap of ${actual} ms is longer than ${limit} ms. Make it shorter.`,
			'run-bytes': (actual: string, limit: string) =>
				`${actual} bytes would be sent; this server carries out at most ${limit}. Send fewer.`,
			'run-writes': (actual: string, limit: string) =>
				`${actual} writes would be made; this server carries out at most ${limit}. Choose “By line” or “All in one”.`,
			'run-seconds': (actual: string, limit: string) =>
				`Sending would last ${actual} s; this server ends it after ${limit} s. Make the gap shorter.`
		},
		/** Of the browser's own WebSocket. */
		protocolFaults: {
			'protocol-not-token': (name: string) =>
				`“${name}” is not a token: the browser’s constructor will throw a SyntaxError.`,
			'protocol-repeated': (name: string) =>
				`“${name}” is listed twice: the browser’s constructor will throw a SyntaxError.`
		}
	},

	middle: { label: 'Draft or captured bytes', draft: 'Draft', wire: 'On the wire' },
	wire: {
		empty: 'Nothing has crossed the wire yet. Send, and every byte appears here.',
		noRecord: 'Choose a record of the conversation to take it apart.',
		edit: 'Edit this head',
		editHint: 'Loads the captured bytes of this head as the draft'
	},
	results: {
		title: 'What happened',
		judges: 'Two judges',
		judgesHint: 'the RFC read strictly, and the real peer',
		upTo: (ms: string) => `up to the cursor, ${ms} ms`,
		waiting: 'The peer has not answered yet.'
	},

	trouble: {
		title: 'That did not work',
		dismiss: 'Dismiss',
		exception: (name: string) => `new WebSocket() threw ${name}`,
		browserSays: 'The browser’s own words: ',
		nothingSent:
			'No connection was opened. Change the subprotocols that the page offers, then send again.',
		notLoaded:
			'A part of this page has not been loaded yet, and the server does not answer. Send again when it is back.',
		linkTitle: 'The link was not opened',
		link: {
			'not-a-draft':
				'What stands after the # is not a handshake, or a part of it is missing. Copy the whole link again. Your draft has not changed.',
			'too-big':
				'The draft in the link is larger than this page accepts, so it was not unpacked. Ask for a shorter one. Your draft has not changed.',
			'newer-version':
				'The link was made by a newer Wire101, and this version cannot read it. Reload the page, then open the link again.'
		},
		channel: {
			'run-in-progress':
				'One draft is sent at a time, and the last one is still being written. Cancel it or wait, then send again.',
			'run-too-big':
				'The draft asks for more bytes, writes or seconds than this server carries out. Shorten it, or write it in fewer pieces.',
			'raw-server-off':
				'This server does not let pages play the server, because a shared proxy may stand in front of it. The request page still works.',
			'confirm-needed':
				'The response holds a header that acts beyond this connection, and the server was not told that you know. Send again, and confirm.',
			'tls-off':
				'This server could not open its TLS listener when it started, so nothing goes through TLS. Its log says why.',
			'way-off':
				'This server could not open that way when it started, so nothing was sent. Its log says why.',
			'too-many-connections':
				'This page has as many open connections as one session may have. Hang up, or reload the page, then send again.',
			'too-many-recordings':
				'The session’s recordings have reached their limit. Reload the page to start again; copy the link first to keep your draft.',
			'unknown-connection':
				'The connection belongs to a session that has ended. Send again: a new connection is opened.',
			'not-open': 'The connection has ended. Send again: a new connection is opened.',
			'bad-argument':
				'The server does not take one of the values of this command. Change the draft, then send again.',
			malformed:
				'The server could not read the command. Reload the page; copy the link first to keep your draft.',
			'rate-limited': 'Too many commands in a short time. Wait a second, then send again.',
			'no-channel':
				'There is no channel to the lab server, so nothing could be sent or captured. Wait until it is back, then send again.',
			'internal-error':
				'The lab server failed while it carried this out. The connection has ended; send again.',
			other: (code: string) =>
				`The lab server refused the command (${code}). Nothing was sent. Try again in a moment.`
		}
	}
};
