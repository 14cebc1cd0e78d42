/** Requests with a mistake in their first line, in a header, or in what they offer. */
export const mistakenRequests = {
	post: {
		name: 'POST instead of GET',
		note: 'The handshake is a GET and nothing else.'
	},
	'head-method': {
		name: 'HEAD instead of GET',
		note: 'HEAD asks for the head of a response and nothing else. A handshake is a GET.'
	},
	'lower-case-method': {
		name: 'get in lower case',
		note: 'Methods, unlike header names, are case-sensitive.'
	},
	'http-1-0': {
		name: 'HTTP/1.0',
		note: 'Too old for Upgrade. The RFC demands 1.1 or higher; see whether ws looks.'
	},
	'no-http-version': {
		name: 'No HTTP version',
		note: 'GET and a target, as in 1991: HTTP/0.9 had no headers at all.'
	},
	'absolute-ws': {
		name: 'Absolute ws:// target',
		note: 'A mistake found in articles: the URL of the API does not belong in the request line.'
	},
	fragment: {
		name: 'Fragment in the target',
		note: 'What follows # stays in the client; it never goes over the wire.'
	},
	'space-in-target': {
		name: 'Space in the target',
		note: 'A request line has three parts. With four, where does the target end?'
	},
	'two-spaces': {
		name: 'Two spaces in the request line',
		note: 'One space is due between the parts, no more. Lenient readers pass over the second.'
	},
	'no-host': {
		name: 'No Host',
		note: 'HTTP/1.1 demands it: a server has to answer 400.'
	},
	'two-hosts': {
		name: 'Two Hosts',
		note: 'A proxy may believe one, the server the other. That is why it is an error.'
	},
	'no-upgrade': {
		name: 'No Upgrade',
		note: 'Everything else is there, but to a server this is a plain GET.'
	},
	'upgrade-h2c': {
		name: 'Upgrade: h2c',
		note: 'Asks for HTTP/2 in place of WebSocket, on the same connection.'
	},
	'no-connection': {
		name: 'No Connection',
		note: 'Without it Upgrade does not count. A careless proxy leaves a request like this.'
	},
	'connection-keep-alive': {
		name: 'Connection without Upgrade',
		note: 'keep-alive alone: a proxy that does not know WebSocket writes this.'
	},
	'no-key': {
		name: 'No Sec-WebSocket-Key',
		note: 'Nothing to compute the Accept from: 400.'
	},
	'key-15-bytes': {
		name: 'Key of 15 bytes',
		note: 'Valid base64, one byte too few.'
	},
	'key-not-base64': {
		name: 'Key that is not base64',
		note: 'Right in length, wrong in its characters.'
	},
	'key-placeholder': {
		name: 'Key: client-random-string',
		note: 'A placeholder copied from articles: neither base64 nor 16 bytes.'
	},
	'key-twice': {
		name: 'Two keys',
		note: 'Which of them is to be hashed? The header may appear only once.'
	},
	'no-version': {
		name: 'No version',
		note: 'The server cannot know how the client will frame its messages.'
	},
	'version-8': {
		name: 'Version 8',
		note: 'Drafts hybi-08 to hybi-12. ws still takes it, and names it beside 13.'
	},
	'version-12': {
		name: 'Version 12',
		note: 'Never used. The refusal names the versions that the server speaks.'
	},
	'version-25': {
		name: 'Version 25',
		note: 'A version from the future: refused in the same way.'
	},
	'version-leading-zero': {
		name: 'Version 013',
		note: 'The grammar of §4.3 allows no leading zero; a server that reads it as a number does not notice.'
	},
	'version-twice': {
		name: 'Two versions',
		note: 'In a request the header may appear only once.'
	},
	'origin-malformed': {
		name: 'Origin without a scheme',
		note: 'An origin is scheme, host and port. Here the scheme is missing.'
	},
	'subprotocol-twice': {
		name: 'Subprotocol named twice',
		note: 'Each may be named once. Browsers refuse this before anything is sent.'
	},
	'subprotocol-empty-element': {
		name: 'Empty element in the list',
		note: 'A comma too many. HTTP lets readers skip it; §4.1 wants every element non-empty.'
	},
	'subprotocol-with-space': {
		name: 'Space in a subprotocol',
		note: 'A subprotocol is a token, and tokens hold no spaces.'
	},
	'extension-empty-element': {
		name: 'Empty extension',
		note: 'Two commas with nothing between them.'
	},
	'extension-unclosed-quote': {
		name: 'A quote never closed',
		note: 'The value of a parameter begins with a quote that has no end.'
	},
	'deflate-unacceptable': {
		name: 'Unacceptable compression',
		note: 'A window that does not exist: the offer has to be declined, the handshake may go on.'
	}
};
