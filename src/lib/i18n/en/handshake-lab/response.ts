/** Words of the response page of the handshake lab. */
export const response = {
	title: 'Handshake lab: response',
	steps: { label: 'Steps', response: 'Response', send: 'Send', results: 'Outcome' },
	pane: 'Answering',
	peer: 'This page’s own WebSocket connects to /ws/raw. Your bytes are the whole answer; {accept} becomes the Accept due for the key that the browser sends.',
	off: 'You cannot play the server here: a shared proxy may stand between this server and you.',
	send: 'Connect and answer',
	offered: {
		label: 'Subprotocols the page offers',
		none: 'none',
		hint: 'Separated by commas, as new WebSocket(url, [ … ]) takes them'
	},
	results: {
		empty: 'No browser has connected yet.',
		emptyDetail:
			'Send the answer that is due, or another one. The browser’s request, your bytes and what the page was told are all captured.'
	},
	connecting: {
		title: (time: string) => `The browser has not connected for ${time}`,
		detail:
			'After several failed handshakes in a row a browser waits before it opens the next connection. Nothing has crossed the wire yet.'
	},
	silent: {
		title: (time: string) => `The browser has been waiting for ${time}`,
		detail:
			'What you wrote is not a whole response, so the browser waits for more, and the page is told nothing. You can hang up; after a while the server cuts the connection off.'
	},
	accounts: {
		title: 'Three accounts',
		hint: 'page, wire, console',
		page: 'The page was told',
		nothing: 'nothing yet',
		wire: 'On the wire you wrote',
		wireNothing: 'nothing',
		console: 'The browser’s console',
		consoleUnread:
			'If the browser says at all why a handshake failed, it says so there. A page cannot read its own console: open the developer tools (F12), then Console.',
		hidden:
			'To the page every failure looks alike: error, then close 1006 without a reason. That is deliberate: a script must not learn about servers that it may not talk to.'
	},
	delay: {
		title: 'The browser’s delay',
		failures: 'Failed in a row',
		measured: 'new WebSocket() to accepted',
		error: (error: string) => `±${error}`,
		unknown: 'not measured yet',
		calm: 'Browsers remember failed handshakes. After about eight failures in a row Chromium waits before it connects again, first for a few hundredths of a second, then for seconds. One success ends that.',
		near: 'A few more failures, and this browser would begin to wait before it connects. Before that happens the lab makes one good handshake by itself.',
		slow: 'The browser waited this long before it opened the TCP connection, because earlier handshakes failed. One success ends that.',
		good: (n: number) =>
			n === 1
				? 'To keep the browser from waiting, the lab has made one good handshake with /ws/echo by itself. It is captured like yours, and stands in the list of connections.'
				: `To keep the browser from waiting, the lab has made ${n} good handshakes with /ws/echo by itself. They are captured like yours, and stand in the list of connections.`
	},
	confirm: {
		title: 'These headers act beyond this connection',
		close: 'Close',
		lead: 'A browser obeys some headers of a handshake’s response even when the handshake fails. What you are about to send holds:',
		effects: {
			cookie:
				'The browser stores the cookie for this host and sends it with later requests, on every port, until it expires or you delete it.',
			challenge:
				'The browser may ask you for a user name and a password. Do not type real ones: whatever you type is sent to this lab.',
			lasting: 'The browser may remember it for this site, beyond this page and this visit.'
		},
		send: 'I know: send it',
		back: 'Back to the draft'
	}
};
