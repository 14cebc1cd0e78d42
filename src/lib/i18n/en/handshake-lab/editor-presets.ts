/** Names of the handshakes to begin with, each with one sentence on what it shows. */
export const presets = {
	browser: {
		name: 'A browser’s request',
		note: 'Laid out as Chromium does, with this browser’s name and language and a fresh key.'
	},
	'rfc-example': {
		name: 'The RFC’s example',
		note: 'The request printed in §1.2, with its key, “the sample nonce” in base64; only the path is ours.'
	},
	minimal: {
		name: 'Nothing but the required',
		note: 'Only what §4.1 requires: five headers, no Origin, no User-Agent.'
	},
	'lower-case-names': {
		name: 'Names in lower case',
		note: 'Header names are compared without regard to case: nothing changes.'
	},
	'connection-list': {
		name: 'Connection: keep-alive, Upgrade',
		note: 'As Firefox writes it. The header is a list, and Upgrade is one of its elements.'
	},
	'upgrade-list': {
		name: 'Upgrade with two protocols',
		note: 'h2c, websocket: legal, for websocket is in the list. ws wants it alone.'
	},
	'absolute-http': {
		name: 'Absolute http:// target',
		note: 'Legal: requests to a proxy are written like this, and every server has to take it.'
	},
	subprotocols: {
		name: 'Subprotocols offered',
		note: 'chat, superchat: this endpoint speaks superchat alone, and picks it.'
	},
	'deflate-offer': {
		name: 'Compression offered',
		note: 'permessage-deflate with client_max_window_bits, as browsers offer it.'
	},
	'deflate-fallbacks': {
		name: 'Compression with fallbacks',
		note: 'Several offers, best first: the server takes the first one that suits it.'
	},
	'extension-unknown': {
		name: 'An unknown extension',
		note: 'A server leaves out of its response what it does not know, and goes on without it.'
	},
	'plain-get': {
		name: 'A plain GET',
		note: 'No upgrade at all: our endpoint answers 426 and says in Upgrade what it wants.'
	},
	'unknown-path': {
		name: 'An unknown path',
		note: 'The handshake is right, but nothing is at this target: 404.'
	},
	'unknown-query': {
		name: 'An unknown query',
		note: 'The endpoint is there, but the value after the question mark means nothing to it: 400.'
	},
	'guarded-without-token': {
		name: 'Guarded endpoint, no token',
		note: 'The server wants to know who asks: 401 with WWW-Authenticate.'
	},
	'guarded-foreign-origin': {
		name: 'Guarded endpoint, foreign Origin',
		note: 'A page of another site asks: 403, the defence against cross-site hijacking.'
	},
	guarded: {
		name: 'Guarded endpoint, with both',
		note: 'Token and Origin are right: 101. A page’s script could not send this token.'
	},
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
	'key-loose-bits': {
		name: 'Key with loose bits',
		note: '§4.1’s own example: the last character sets bits that no byte takes. Legal all the same.'
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
	},
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
	},
	due: {
		name: 'The 101 that is due',
		note: 'The shortest right answer. The Accept is put in when the browser’s key is known.'
	},
	'due-lower-case': {
		name: 'Names in lower case',
		note: 'Names and keywords are compared without regard to case: the connection opens.'
	},
	'due-connection-list': {
		name: 'Connection as a list',
		note: 'keep-alive, Upgrade: the keyword may be one of several.'
	},
	'due-subprotocol': {
		name: 'A subprotocol is chosen',
		note: 'One that the page offered; the script finds it in ws.protocol.'
	},
	'due-deflate': {
		name: 'Compression is agreed',
		note: 'permessage-deflate, as the browser offered it.'
	},
	'due-frame': {
		name: 'A frame in the same write',
		note: 'The first message comes with the 101: legal, and fast.'
	},
	'due-cookie': {
		name: 'The 101 sets a cookie',
		note: 'It stays in this browser for a minute, so sending it needs a second click.'
	},
	'due-after-103': {
		name: 'A 103 comes first',
		note: 'An interim response before the real one. HTTP allows it; does this browser?'
	},
	'due-drafts-leftovers': {
		name: 'Leftovers of early drafts',
		note: 'Sec-WebSocket-Origin and -Location, still copied in articles: ignored.'
	},
	'accept-of-example': {
		name: 'The RFC’s Accept',
		note: 'Right for the key of the example, wrong for this one: what comes of copying.'
	},
	'accept-missing': {
		name: 'No Accept',
		note: '101 and everything else, but no proof that the key was read.'
	},
	'accept-twice': {
		name: 'Two Accepts',
		note: 'Both are right, but only one may appear.'
	},
	'accept-of-decoded-key': {
		name: 'Accept of the decoded key',
		note: 'The 16 bytes were hashed in place of the 24 characters: the classic bug, here with the RFC’s key.'
	},
	'accept-in-hex': {
		name: 'Accept in hex',
		note: 'The digest is written in hex instead of base64, here for the RFC’s key.'
	},
	'accept-extra-character': {
		name: 'One character too many',
		note: 'The right Accept with a character after it.'
	},
	'answer-no-upgrade': {
		name: 'No Upgrade',
		note: 'Switching protocols, but to which?'
	},
	'answer-upgrade-h2c': {
		name: 'Upgrade: h2c',
		note: 'The server switches to something nobody asked for.'
	},
	'answer-upgrade-list': {
		name: 'Upgrade with two protocols',
		note: 'Allowed in a request; in the answer the value is websocket and nothing else.'
	},
	'answer-no-connection': {
		name: 'No Connection',
		note: 'Without it Upgrade does not count. Often a proxy took it out.'
	},
	'answer-connection-close': {
		name: 'Connection: close',
		note: 'The opposite of what a WebSocket needs.'
	},
	'subprotocol-not-offered': {
		name: 'Subprotocol not offered',
		note: 'The server may choose only from the list it was given.'
	},
	'subprotocol-other-case': {
		name: 'Subprotocol in another case',
		note: 'Chat is not chat: subprotocols are case-sensitive.'
	},
	'subprotocol-list': {
		name: 'Two subprotocols chosen',
		note: 'The client offers a list; the server answers with one.'
	},
	'extension-not-offered': {
		name: 'Extension not offered',
		note: 'The client does not know how to read what follows, so it has to fail the connection.'
	},
	'deflate-unknown-parameter': {
		name: 'Compression, unknown parameter',
		note: 'A parameter that RFC 7692 does not define.'
	},
	'deflate-window-16': {
		name: 'Compression, window bits 16',
		note: 'Window bits are 8 to 15; 16 does not exist.'
	},
	'deflate-agreed-twice': {
		name: 'Compression agreed twice',
		note: 'An extension can be in use only once.'
	},
	'answer-http-1-0': {
		name: 'HTTP/1.0 101',
		note: '101 came with HTTP/1.1; version 1.0 has no such status.'
	},
	'body-after-101': {
		name: 'A body after the 101',
		note: 'A 101 has no body: the browser reads these letters as a frame.'
	},
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
