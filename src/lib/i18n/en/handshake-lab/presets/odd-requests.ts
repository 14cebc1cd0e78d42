/** Requests that break the syntax of HTTP, that come oddly written, or from early drafts. */
export const oddRequests = {
	'bare-lf': {
		name: 'Lines that end in LF',
		note: 'Lenient readers take them. Where two readers disagree, a request can be smuggled.'
	},
	'bare-cr': {
		name: 'A CR inside a value',
		note: 'For some readers the line ends here, for others it goes on.'
	},
	'no-colon': {
		name: 'A line without a colon',
		note: 'Neither name nor value: no header at all.'
	},
	'space-before-colon': {
		name: 'Space before the colon',
		note: 'Once a way past proxies: proxy and server read different names.'
	},
	'space-in-name': {
		name: 'Space in a name',
		note: 'A header name is a token; it holds no spaces.'
	},
	'space-before-headers': {
		name: 'Space before the first header',
		note: 'It looks like a fold of the request line, which cannot be folded.'
	},
	folded: {
		name: 'A folded header',
		note: 'A value that goes on in the next line: once legal, withdrawn in 2014.'
	},
	nul: {
		name: 'NUL in a value',
		note: 'A zero byte ends a string in C. Readers have to refuse it, or read a space.'
	},
	injection: {
		name: 'Header injection',
		note: 'A value taken from somebody held CR LF and was written unchanged: now there is a second Host.'
	},
	'empty-line-first': {
		name: 'An empty line first',
		note: 'Servers skip it; old clients sent one too many after a POST.'
	},
	'length-and-chunked': {
		name: 'Two lengths at once',
		note: 'Content-Length and chunked contradict each other: the classic way to smuggle a request.'
	},
	'byte-by-byte': {
		name: 'Byte by byte',
		note: 'The same request in as many writes as it has bytes. TCP knows no messages.'
	},
	'line-by-line': {
		name: 'Line by line',
		note: 'One write for each line, with pauses between them.'
	},
	'frame-with-request': {
		name: 'A frame in the same write',
		note: 'The client sends a frame before it is answered. That is legal only after the 101.'
	},
	'request-before': {
		name: 'A plain request before it',
		note: 'Two requests in one write, pipelined: the plain one is answered first.'
	},
	'request-after': {
		name: 'A second request after it',
		note: 'After the handshake the server reads frames: it takes these letters for one.'
	},
	'never-ends': {
		name: 'A head that never ends',
		note: 'The blank line is missing. The server waits, and answers 408 when its time is up.'
	},
	'head-64k': {
		name: 'A head of 64 KiB',
		note: 'More than the server takes: 431.'
	},
	'fin-after-request': {
		name: 'FIN after the request',
		note: 'The client sends no more, but can still read. Does the answer come?'
	},
	'tls-hello': {
		name: 'TLS on a plain port',
		note: 'What arrives when wss:// is used on a port without TLS.'
	},
	'hixie-75': {
		name: 'Draft hixie-75 (2010)',
		note: 'No key at all. Safari 5 and Chrome 4 sent this.'
	},
	'hixie-76': {
		name: 'Draft hixie-76 (2010)',
		note: 'Two keys with numbers hidden in them, eight bytes after the head, an answer in MD5.'
	},
	'hybi-07': {
		name: 'Draft hybi-07 (2011)',
		note: 'Version 7, with Sec-WebSocket-Origin. Firefox 6 sent this.'
	},
	'hybi-10': {
		name: 'Draft hybi-10 (2011)',
		note: 'Version 8, nearly the RFC. Chrome 14 and Firefox 7 sent this.'
	}
};
