/** A log-in by QR code, and the ways in which a page can wait for it. */
export const login = {
	title: 'QR log-in',
	lead: 'A page waits until a phone lets it in. It may ask again and again, ask once and be kept waiting, or be told over a connection that stays open. Measured here: how long until the page knows, and what the waiting costs.',
	way: {
		label: 'The page waits by',
		notes: {
			'short-polling': 'Asks at fixed times; what happens in between waits for the next request.',
			'long-polling': 'Asks once; the server holds the request until there is news.',
			'server-sent-events': 'One response that never ends; the server writes into it.',
			websocket: 'One connection, open both ways; the server sends a message.',
			'socket-io': 'Begins with long polling, then upgrades to a WebSocket.'
		},
		interval: 'Interval',
		hold: 'Hold up to',
		milliseconds: 'ms',
		seconds: 's',
		etag: 'Ask with an ETag: 304 without a body where nothing is new'
	},
	start: 'Show a code',
	again: 'Start over',
	fresh: 'New code',
	stop: 'Stop waiting',
	noServer: 'The lab server cannot be reached yet: it makes the code and takes the phone’s answer.',
	page: {
		label: 'The page that waits',
		empty: {
			title: 'Not logged in',
			body: 'Choose how this page waits, and let it show a code.'
		},
		opening: 'Asking the server for a log-in id…',
		scan: 'Scan this with a phone’s camera',
		scanHere: 'Scan this with the phone drawn here',
		left: (seconds: string) => `valid for ${seconds} s`,
		code: 'QR code with the address of the phone’s page',
		number: 'Check number',
		scanned: {
			title: 'Scanned',
			body: 'Somebody has read the code. Confirm on the phone, if it shows the same number.'
		},
		confirmed: {
			title: 'Welcome',
			body: 'The page has changed: it is logged in. A real site would give this browser its session cookie now, over this page’s own connection; it never was in the code.'
		},
		declined: { title: 'Declined', body: 'The phone said no. This page is still not logged in.' },
		expired: { title: 'The code has expired', body: 'Nobody confirmed it in time.' },
		stopped: { title: 'No longer waiting', body: 'The code was given up and no longer works.' },
		lost: {
			title: 'The waiting was cut off',
			body: 'The server no longer knows this log-in. Its code no longer works.'
		},
		failed: { title: 'No code was made' }
	},
	faults: {
		'no-channel':
			'There is no connection to the lab server. Wait until it is back, then start again.',
		'too-many-streams': 'The server has no room for one more log-in now. Try again in a minute.',
		'too-many-lanes': 'The server has no room for one more log-in now. Try again in a minute.',
		other: (code: string) => `The lab server refused (${code}).`
	},
	steps: {
		label: 'Steps of this log-in',
		waiting: 'waiting',
		scanned: 'scanned',
		confirmed: 'confirmed',
		declined: 'declined',
		expired: 'expired',
		stopped: 'stopped',
		lost: 'cut off',
		/** Time from the server's knowing to the page's. */
		delay: (time: string) => `page knew ${time} later`,
		pending: 'not yet'
	},
	network: {
		label: 'Address in the code',
		through: 'This server is in your network: a phone in the same network can scan the code.',
		localTitle: 'Only this computer reaches this server',
		local:
			'It listens on the loopback address, so the address in the code leads a real phone to itself. To let phones in, stop the server and start it for the local network with',
		command: 'npm start -- --lan',
		copy: 'Copy',
		then: 'then open one of the addresses that it prints. Until then use the phone drawn here: it runs the same page.'
	},
	phone: {
		label: 'A phone, drawn',
		idle: 'The camera waits for a code.',
		ready: 'A code is in view.',
		scan: 'Scan the code',
		note: 'Nothing is played back here: it is the same component as the phone’s own page, and it sends the same POST requests.',
		open: 'Open the phone’s page in a new tab'
	},
	now: {
		title: 'While it waits',
		at: 'Right now',
		asking: 'A request is on its way.',
		pausing: 'Nothing: the next request is not due yet.',
		held: 'The server holds a request.',
		stream: 'The response is open, and silent.',
		socket: 'The connection is open, and silent.',
		connecting: 'Connecting.',
		trouble: 'The connection failed; trying again.',
		requests: 'Requests',
		empty: (count: string) => `${count} brought nothing`,
		up: 'Bytes up',
		down: 'Bytes down',
		waited: 'Waited',
		lane: 'Its requests, byte for byte',
		scope: 'TCP payload, heads included; the server tells the page of every byte.',
		clock: (error: string) =>
			`Delays run from the server’s clock to this page’s; the clocks agree to within ±${error}.`
	},
	attempts: {
		title: 'Attempts',
		about:
			'Log in a few times, waiting in another way each time: the rows stay until you leave the lab.',
		none: 'The first attempt appears here when it is over.',
		number: 'no.',
		way: 'waited by',
		outcome: 'outcome',
		scan: 'scan → page',
		decision: 'answer → page',
		requests: 'requests',
		up: 'up',
		down: 'down',
		waited: 'waited',
		bytes: 'byte for byte',
		bytesOf: (number: string) => `Attempt ${number}, byte for byte`,
		unknown: '–',
		clear: 'Clear the table'
	},
	findings: {
		title: 'What this says',
		asked: (interval: string, half: string) =>
			`Short polling asked every ${interval}, so whatever happens waits for the next request: up to ${interval}, ${half} on average.`,
		askedOnce: (wait: string) => `Measured once: ${wait}.`,
		askedOften: (count: string, least: string, most: string, mean: string) =>
			`Measured ${count} times: from ${least} to ${most}, ${mean} on average.`,
		and: ', ',
		empty: (empty: string, requests: string) =>
			`Of the ${requests} requests of the last short polling ${empty} brought nothing.`,
		told: {
			'long-polling': (times: string, requests: string) =>
				`Long polling had a request waiting on the server when the phone answered: ${times}. Requests in all: ${requests}; each response uses one up.`,
			'server-sent-events': (times: string) =>
				`The open response carried each step as soon as the server knew it: ${times}.`,
			websocket: (times: string) =>
				`The open WebSocket carried each step as soon as the server knew it: ${times}.`,
			'socket-io': (times: string, requests: string) =>
				`Socket.IO pushed each step: ${times}. Opening took most of its ${requests} requests.`
		},
		scanKnew: (time: string) => `the page knew of the scan ${time} later`,
		decisionKnew: (time: string) => `of the answer ${time} later`,
		faster: (fast: string, fastTime: string, slow: string, slowTime: string) =>
			`From the phone’s answer to the page: ${fast} ${fastTime}, ${slow} ${slowTime}.`,
		cheaper: (cheap: string, cheapBytes: string, dear: string, dearBytes: string) =>
			`What the waiting took: ${cheap} ${cheapBytes}; ${dear} ${dearBytes}.`,
		spent: (bytes: string, requests: number, time: string) =>
			`${bytes} in ${requests} ${requests === 1 ? 'request' : 'requests'} over ${time} of waiting`,
		one: 'Wait for one more log-in in another way, and the two can be compared.'
	},
	safety: {
		title: 'What a log-in by QR code must do',
		about:
			'Whoever reads the code can answer for it. So the code must be worth little, for a short time, to anybody but the person who holds both devices.',
		points: [
			{
				term: 'A random id, not a session',
				text: 'The code holds 128 random bits that name this one log-in. They let nobody in: the page that asked for them is let in, over its own connection, and nobody who merely copied the code.'
			},
			{
				term: 'Short-lived, used once',
				text: 'After two minutes, or after the first answer, the server has forgotten the id. A photograph of the code is worthless then.'
			},
			{
				term: 'Out of the logs',
				text: 'The id stands behind # in the address. Browsers keep that part to themselves: it is in no access log, no proxy, no Referer.'
			},
			{
				term: 'POST, from our own page',
				text: 'Opening the address confirms nothing: link previews and mail scanners open addresses too. Answers are POST requests with JSON, and the server takes them only with an Origin of its own (RFC 6455 §10.2 asks the same of WebSockets).'
			},
			{
				term: 'Show who asks',
				text: 'An attacker can show you their own code and have you let them in. So the phone says which browser asks and from which address, both pages show the same number, and nothing is confirmed by itself.'
			},
			{
				term: 'Over TLS',
				text: 'In a lab on your own network this is plain HTTP. On the open internet everything here goes through https and wss, or whoever sits on the way can read the id.'
			}
		]
	}
};
