/** Words of the request page of the handshake lab. */
export const request = {
	title: 'Handshake lab: request',
	steps: { label: 'Steps', request: 'Request', send: 'Send', results: 'Answer' },
	pane: 'Sending',
	peer: 'Your bytes go over a new TCP connection to this server. Node’s HTTP parser reads them, then our router, then ws.',
	results: {
		empty: 'Nothing has been sent yet.',
		emptyDetail:
			'Send the request as it stands, or break it first. Every byte of the answer is captured, and two judges give their verdicts.'
	},
	silence: {
		/** @param time such as `4 s` */
		title: (time: string) => `The server has been silent for ${time}`,
		unfinished:
			'Your head has no blank line yet, so the server waits for the rest of it. When its time is up it answers 408, by default 10 s after the connection began (HEADERS_TIMEOUT_SECONDS).',
		finished:
			'Your head is complete, and no answer has come. You can wait or hang up; in the end the server cuts off a connection on which nothing happens.'
	},
	answers: {
		title: 'Every answer',
		meta: (n: number) => `${n} on this connection`,
		nth: (n: number) => `Request ${n}`,
		none: 'no answer',
		noRequest: 'no whole request',
		show: 'Show its record'
	}
};
