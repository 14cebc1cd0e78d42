/** Names of the handshakes to begin with, each with one sentence on what it shows. */
export const presets = {
	browser: {
		name: 'A browser’s request',
		note: 'What this browser sends, line by line, with a fresh key.'
	},
	'rfc-example': {
		name: 'The RFC’s example',
		note: 'The request printed in §1.2, the key of “the sample nonce” included; only the path is ours.'
	},
	minimal: {
		name: 'As little as possible',
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
		note: 'h2c, websocket: the server looks for websocket among them.'
	},
	'absolute-http': {
		name: 'Absolute http:// target',
		note: 'Legal, and needed on the way to a proxy. Servers have to take it.'
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
		name: 'An extension nobody knows',
		note: 'A server leaves out what it does not know, and goes on without it.'
	},
	'plain-get': {
		name: 'A plain GET',
		note: 'No upgrade at all: our endpoint answers 426 and says in Upgrade what it wants.'
	},
	'unknown-path': {
		name: 'A path that is not there',
		note: 'The handshake is in order, the target is not: 404.'
	},
	'unknown-query': {
		name: 'A query nobody understands',
		note: 'The endpoint is there, the value after the question mark means nothing to it: 400.'
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
		name: 'Guarded endpoint, with everything',
		note: 'Token and Origin are right: 101. A page’s script could not send this token.'
	},
	post: {
		name: 'POST instead of GET',
		note: 'The handshake is a GET and nothing else.'
	},
	'head-method': {
		name: 'HEAD instead of GET',
		note: 'HEAD asks for a head only; what would switch protocols then?'
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
		note: 'Four words in a line of three: where does the target end?'
	},
	'two-spaces': {
		name: 'Two spaces in the request line',
		note: 'One space is due between the parts, no more. Lenient readers look past it.'
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
		note: 'All else is there, yet to a server this is a plain GET.'
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
		note: 'keep-alive alone: what a proxy writes that does not know about WebSocket.'
	},
	'no-key': {
		name: 'No Sec-WebSocket-Key',
		note: 'Nothing to compute the Accept from: 400.'
	},
	'key-15-bytes': {
		name: 'Key of 15 bytes',
		note: 'Good base64, one byte too few.'
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
		note: 'Which of them is to be hashed? The header may stand there once.'
	},
	'no-version': {
		name: 'No version',
		note: 'The server cannot know how the client will frame its messages.'
	},
	'version-8': {
		name: 'Version 8',
		note: 'Drafts hybi-08 to hybi-12. ws takes it still and names it beside 13.'
	},
	'version-12': {
		name: 'Version 12',
		note: 'Never was in use. The refusal names the versions that the server speaks.'
	},
	'version-25': {
		name: 'Version 25',
		note: 'A version from the future: refused in the same way.'
	},
	'version-leading-zero': {
		name: 'Version 013',
		note: 'The grammar of §4.3 allows no leading zero; a server that reads numbers looks past it.'
	},
	'version-twice': {
		name: 'Two versions',
		note: 'In a request the header may stand there once.'
	},
	'origin-malformed': {
		name: 'Origin with a path',
		note: 'An origin is scheme, host and port, and nothing behind them.'
	},
	'subprotocol-twice': {
		name: 'Subprotocol named twice',
		note: 'All values have to be unique. Browsers refuse this before anything is sent.'
	},
	'subprotocol-empty-element': {
		name: 'Empty element in the list',
		note: 'A comma too many. HTTP lets readers skip it; the list of §4.1 does not have it.'
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
		name: 'A quote left open',
		note: 'The value of a parameter opens a quote and never closes it.'
	},
	'deflate-unacceptable': {
		name: 'Unacceptable compression',
		note: 'A window that does not exist: the offer has to be declined, the handshake may go on.'
	},
	'bare-lf': {
		name: 'Lines that end in LF',
		note: 'Lenient readers take them. Where two readers disagree, requests can be smuggled.'
	},
	'bare-cr': {
		name: 'A CR inside a value',
		note: 'For some readers a line ends here, for others it goes on.'
	},
	'no-colon': {
		name: 'A line without a colon',
		note: 'Neither name nor value: no header at all.'
	},
	'space-before-colon': {
		name: 'Space before the colon',
		note: 'Once a way around proxies: they and the server read different names.'
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
		note: 'A value that goes on in the next line: legal once, withdrawn in 2014.'
	},
	nul: {
		name: 'NUL in a value',
		note: 'A zero byte ends a string in C. Readers have to refuse it.'
	},
	injection: {
		name: 'Header injection',
		note: 'Somebody’s value was written as it was and held CR LF: it became a second Host.'
	},
	'empty-line-first': {
		name: 'An empty line first',
		note: 'Servers skip it; old clients sent one too many after a POST.'
	},
	'length-and-chunked': {
		name: 'Two lengths at once',
		note: 'Content-Length and chunked contradict each other: the classic of request smuggling.'
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
		note: 'The client speaks before it was answered. Legal only after the 101.'
	},
	'request-before': {
		name: 'A plain request before it',
		note: 'Two requests in one write, pipelined: the plain one is answered first.'
	},
	'request-after': {
		name: 'A second request behind it',
		note: 'After the handshake the server reads frames: these letters become one.'
	},
	'never-ends': {
		name: 'A head that never ends',
		note: 'The blank line is missing. The server waits, and answers 408 when its patience ends.'
	},
	'head-64k': {
		name: 'A head of 64 KiB',
		note: 'More than the server takes: 431.'
	},
	'fin-after-request': {
		name: 'FIN after the request',
		note: 'The client sends no more, yet may still read. Does the answer come?'
	},
	'tls-hello': {
		name: 'TLS spoken to a plain port',
		note: 'What arrives when wss:// is used on a port that speaks no TLS.'
	},
	'hixie-75': {
		name: 'Draft hixie-75 (2010)',
		note: 'No key at all: Safari 5 and Chrome 4 spoke so.'
	},
	'hixie-76': {
		name: 'Draft hixie-76 (2010)',
		note: 'Two keys hidden among spaces, eight bytes behind the head, an answer in MD5.'
	},
	'hybi-07': {
		name: 'Draft hybi-07 (2011)',
		note: 'Version 7, Sec-WebSocket-Origin: Firefox 6 spoke so.'
	},
	'hybi-10': {
		name: 'Draft hybi-10 (2011)',
		note: 'Version 8, nearly the RFC: Chrome 14 and Firefox 7 spoke so.'
	},
	due: {
		name: 'The 101 that is due',
		note: 'The shortest good answer. The Accept is put in when the browser’s key is known.'
	},
	'due-lower-case': {
		name: 'All in lower case',
		note: 'Names and keywords are compared without regard to case: the browser opens.'
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
		note: 'The first message comes with the 101: legal, and quick.'
	},
	'due-cookie': {
		name: 'The 101 sets a cookie',
		note: 'It stays in this browser after the lab, so it needs a second click.'
	},
	'due-after-103': {
		name: 'A 103 comes first',
		note: 'An interim response before the real one. HTTP allows it; does this browser?'
	},
	'due-drafts-leftovers': {
		name: 'With leftovers of drafts',
		note: 'Sec-WebSocket-Origin and -Location, as articles copy them: ignored.'
	},
	'accept-of-example': {
		name: 'The RFC’s Accept',
		note: 'Right for the key of the example, wrong for this one: copied code does this.'
	},
	'accept-missing': {
		name: 'No Accept',
		note: '101 and all else, but no proof that the key was read.'
	},
	'accept-twice': {
		name: 'Two Accepts',
		note: 'Both are right, and that is one too many.'
	},
	'accept-of-decoded-key': {
		name: 'Accept of the decoded key',
		note: 'The 16 bytes were hashed in place of the 24 characters: the classic bug, here with the RFC’s key.'
	},
	'accept-in-hex': {
		name: 'Accept in hex',
		note: 'A digest in hex in place of base64, here of the RFC’s key.'
	},
	'accept-extra-character': {
		name: 'One character too many',
		note: 'The right Accept, and something behind it.'
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
		note: 'Without it Upgrade does not count: often the work of a proxy.'
	},
	'answer-connection-close': {
		name: 'Connection: close',
		note: 'Says the opposite of what a WebSocket needs.'
	},
	'subprotocol-not-offered': {
		name: 'Subprotocol never offered',
		note: 'The server may choose only from the list it was given.'
	},
	'subprotocol-other-case': {
		name: 'Subprotocol in other case',
		note: 'Chat is not chat: subprotocols are compared with regard to case.'
	},
	'subprotocol-list': {
		name: 'Two subprotocols chosen',
		note: 'The client offers a list; the server answers with one.'
	},
	'extension-not-offered': {
		name: 'Extension never offered',
		note: 'The client does not know how to read what follows: it has to fail.'
	},
	'deflate-unknown-parameter': {
		name: 'Compression, odd parameter',
		note: 'A parameter that RFC 7692 does not define.'
	},
	'deflate-window-16': {
		name: 'Compression, window of 16 bits',
		note: 'The window has 8 to 15 bits; 16 does not exist.'
	},
	'deflate-agreed-twice': {
		name: 'Compression agreed twice',
		note: 'An extension may be in use once.'
	},
	'answer-http-1-0': {
		name: 'HTTP/1.0 101',
		note: '101 came with HTTP/1.1: a version that does not know what it says.'
	},
	'body-after-101': {
		name: 'A body after the 101',
		note: 'A 101 has no body: the browser reads these letters as a frame.'
	},
	'status-200': {
		name: '200 OK',
		note: 'A page in place of a WebSocket, from a server that did not look at Upgrade.'
	},
	'status-302': {
		name: '302, go elsewhere',
		note: 'The RFC lets clients follow. Browsers do not.'
	},
	'status-400': {
		name: '400 over the version',
		note: '§4.4’s example: 400 or 426 are both right, and the versions spoken are named.'
	},
	'status-401': {
		name: '401, sign in',
		note: 'May make a browser ask for a password, so it needs a second click.'
	},
	'status-403': {
		name: '403 Forbidden',
		note: 'To the script the same as all other refusals: close 1006.'
	},
	'status-404': {
		name: '404 Not Found',
		note: 'The commonest of all: a wrong path.'
	},
	'status-426': {
		name: '426, another version please',
		note: 'Names the versions that the server speaks. Browsers do not try again.'
	},
	'status-503': {
		name: '503 with Retry-After',
		note: 'Says when to come back. A script cannot read it and has to guess.'
	},
	'answer-bare-lf': {
		name: 'Lines that end in LF',
		note: 'Browsers are lenient here.'
	},
	'answer-no-colon': {
		name: 'A line without a colon',
		note: 'Neither name nor value: skipped, or fatal?'
	},
	'answer-space-before-colon': {
		name: 'Space before the colon',
		note: 'In a response a proxy has to take the space out; a client may.'
	},
	'answer-folded': {
		name: 'A folded header',
		note: 'A value in two lines: withdrawn in 2014, still read by many.'
	},
	'answer-nul': {
		name: 'NUL in a value',
		note: 'A zero byte in the head.'
	},
	'answer-no-reason-space': {
		name: 'No space after 101',
		note: 'The reason may be empty, the space before it may not be missing.'
	},
	'answer-status-letters': {
		name: '1O1, with a letter',
		note: 'An O in place of the zero: three digits are due.'
	},
	'answer-not-http': {
		name: 'Not HTTP at all',
		note: 'The greeting of an SSH server: another service listens on this port.'
	},
	'answer-byte-by-byte': {
		name: 'Byte by byte',
		note: 'The good answer in as many writes as it has bytes.'
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
		note: 'Chromium takes up to 256 KiB, others less.'
	},
	'answer-hixie-76': {
		name: 'An answer of hixie-76 (2010)',
		note: 'WebSocket Protocol Handshake, and sixteen bytes of MD5 behind the head.'
	}
};
