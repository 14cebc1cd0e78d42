/** Responses that refuse, that are no HTTP, that come oddly written, or from an early draft. */
export const refusingResponses = {
	'status-200': {
		name: '200 OK',
		note: 'A web page instead of a WebSocket, from a server that did not look at Upgrade.'
	},
	'status-302': {
		name: '302 Found',
		note: 'The RFC lets clients follow. Browsers do not.'
	},
	'status-400': {
		name: '400 over the version',
		note: 'The example of §4.4. 400 and 426 are both right; the versions spoken are named.'
	},
	'status-401': {
		name: '401 Unauthorized',
		note: 'A browser may ask for a password, so sending it needs a second click.'
	},
	'status-403': {
		name: '403 Forbidden',
		note: 'To the script the same as all other refusals: close 1006.'
	},
	'status-404': {
		name: '404 Not Found',
		note: 'The path is wrong, and a script cannot tell that from any other failure.'
	},
	'status-426': {
		name: '426 Upgrade Required',
		note: 'Names the versions that the server speaks. Browsers do not try again.'
	},
	'status-503': {
		name: '503 with Retry-After',
		note: 'Says when to come back. A script cannot read it, and has to guess.'
	},
	'answer-bare-lf': {
		name: 'Lines that end in LF',
		note: 'Each line lacks its CR. Browsers are lenient here.'
	},
	'answer-no-colon': {
		name: 'A line without a colon',
		note: 'Neither name nor value. Does the browser skip it, or fail?'
	},
	'answer-space-before-colon': {
		name: 'Space before the colon',
		note: 'In a response a proxy has to take the space out; a client may.'
	},
	'answer-folded': {
		name: 'A folded header',
		note: 'A value on two lines: withdrawn in 2014, still read by many programs.'
	},
	'answer-nul': {
		name: 'NUL in a value',
		note: 'A zero byte in a header. HTTP allows it nowhere.'
	},
	'answer-no-reason-space': {
		name: 'No space after 101',
		note: 'The reason may be empty, but the space before it has to be there.'
	},
	'answer-status-letters': {
		name: '1O1, with a letter',
		note: 'The letter O instead of the digit 0. A status is three digits.'
	},
	'answer-not-http': {
		name: 'Not HTTP at all',
		note: 'The greeting of an SSH server: another service listens on this port.'
	},
	'answer-byte-by-byte': {
		name: 'Byte by byte',
		note: 'The right answer in as many writes as it has bytes.'
	},
	'answer-silence': {
		name: 'Silence',
		note: 'Nothing is answered. How long does the page stay CONNECTING?'
	},
	'answer-never-ends': {
		name: 'A head that never ends',
		note: 'The blank line is missing: the browser waits for more.'
	},
	'answer-fin-in-head': {
		name: 'FIN in the middle of the head',
		note: 'The server hangs up before the blank line.'
	},
	'answer-head-64k': {
		name: 'A head of 64 KiB',
		note: 'HTTP sets no limit. Chromium takes up to 256 KiB, Firefox up to 384 KiB.'
	},
	'answer-hixie-76': {
		name: 'Draft hixie-76 (2010)',
		note: 'The reason is “WebSocket Protocol Handshake”, and 16 bytes of MD5 follow the head.'
	}
};
