/** Words of the two verdicts on a handshake, and of why they differ. */
export const verdicts = {
	title: 'Two judges',
	rfc: 'The RFC, read strictly',
	peer: { request: 'The server', response: 'The browser' },
	strict: {
		accepted: 'Valid',
		refused: 'Refuse',
		failed: 'Fail the connection',
		unfinished: 'Not a whole head'
	},
	took: {
		waiting: 'Waiting',
		switched: 'Switched',
		refused: 'Refused',
		answered: 'Answered',
		tunnel: 'Tunnel open',
		'not-http': 'Not HTTP',
		silent: 'Silent',
		ended: 'Ended',
		reset: 'Reset',
		abandoned: 'Given up',
		opened: 'Opened',
		failed: 'Failed',
		unanswered: 'Still waiting'
	},
	agreement: { agree: 'agree', disagree: 'differ', open: 'left open', none: 'undecided' },
	rows: {
		due: 'due',
		rule: 'first fault',
		answer: 'answer',
		author: 'written by',
		body: 'its words',
		after: 'after',
		page: 'page’s close event',
		protocol: 'subprotocol',
		extensions: 'extensions'
	},
	due: {
		switch: '101, and the protocol changes',
		status: (status: string) => `a refusal, such as ${status}`,
		open: 'open the connection',
		fail: 'fail the connection',
		wait: 'wait for the rest, or refuse what is too long'
	},
	nothing: 'none',
	answer: {
		waiting: 'still to come',
		'not-http': 'bytes that are not a whole HTTP response',
		silent: 'none while the lab waited',
		ended: 'TCP FIN, no answer',
		reset: 'TCP RST, no answer',
		abandoned: 'your side ended first'
	},
	authors: {
		ws: 'ws',
		node: 'Node’s HTTP parser',
		lab: 'this lab’s own code'
	},
	authorNotes: {
		ws: 'Told by its shape: a 101 with the headers of ws in its order, or a refusal with Connection: close and a short text/html body that names the objection.',
		node: 'Told by its shape: a status line, Connection: close and no words. Node refuses before ws or any code of ours sees the request, and ends the connection.',
		lab: 'Told by its shape: text/plain with nosniff. The request never reached ws: it asks for no upgrade, or no endpoint is at its target.'
	},
	page: {
		open: 'open event',
		close: (code: string, isClean: boolean) => `${code}, ${isClean ? 'clean' : 'not clean'}`,
		error: '(after an error event)',
		nothing: 'nothing yet'
	},
	checks: {
		title: 'Header by header',
		check: 'check',
		rfc: 'RFC',
		peer: { request: 'server', response: 'browser' },
		strict: { passed: 'holds', failed: 'broken', absent: 'not there', skipped: 'not checked' },
		took: 'let pass',
		objected: 'objected',
		unsaid: 'says nothing'
	},
	unsaidNote: {
		request:
			'A server stops at its first objection: what it says nothing about, it may not have looked at.',
		response:
			'A browser tells its page only that the connection failed, never which header was wrong.'
	},
	why: 'Why they differ',
	remarks: 'Worth knowing',
	explanations: {
		'version-8-taken': {
			short: 'ws speaks version 8 too',
			text: 'Version 8 was the number of the last drafts (hybi-08 to -12) that browsers shipped in 2011. Their frames are those of the RFC, so ws takes 8 as if it were 13, and reads Sec-WebSocket-Origin instead of Origin then. §4.2.1 (6) and §4.4 know only 13: a server that is not meant to speak a draft should refuse. In practice it does no harm: no current browser sends 8.'
		},
		'version-coerced': {
			short: 'the version is read as a JavaScript number',
			text: '§4.3 writes the version as digits without leading zeros. ws turns the header into a number and compares: 013, 13.0 and 0xd are all 13 to it. The meaning is not in doubt here, but a proxy that compares the text would decide otherwise, and request smuggling makes use of such differences.'
		},
		'http-1-0-taken': {
			short: 'HTTP below 1.1 is taken',
			text: '§4.2.1 (1) demands HTTP/1.1 or higher, and RFC 9110 §7.8 says that a server must ignore Upgrade in a request of HTTP/1.0: such a client does not know 101. Node raises its upgrade event all the same, and ws does not look at the version. In practice it is proxies that speak 1.0 to the server behind them (nginx did so by default for years), and they drop Upgrade anyway.'
		},
		'ws-target-taken': {
			short: 'an absolute ws:// target is taken',
			text: '§4.1 (3) allows a path, or an absolute http or https URI; ws:// is what a page’s script writes, and no browser sends it. Node’s parser takes any scheme, ws does not look at it, and the router of this server finds the path in it. Many articles print GET ws://… as if browsers sent it. A router that compares the target with “/ws/echo” answers 404 to it.'
		},
		'fragment-taken': {
			short: 'the fragment is not looked at',
			text: '§3 says that a fragment means nothing in a WebSocket URI and must not be used; a browser throws a SyntaxError before it sends anything. Node hands the target on as it is, ws does not look at it, and here the fragment stands behind the query, where our router finds the path all the same. In the path itself it would lead to another one, and to 404.'
		},
		'host-missing-taken': {
			short: 'a request without Host is taken',
			text: 'RFC 9112 §3.2 demands 400 for any HTTP/1.1 request without Host. Node does check that, but only for requests it answers itself; an upgrade leaves it before the check, and ws does not read Host. It matters where a server decides by Host who may talk to it (against DNS rebinding): that server has to check by itself, as this one does on its public port.'
		},
		'host-unread': {
			short: 'Host is not read',
			text: 'RFC 9112 §3.2 demands 400 for a second Host and for one that is no host. Node keeps the first and hands the upgrade on, and ws never reads it. Where a proxy decides by one Host and the server by the other, requests reach places they were not meant for.'
		},
		'origin-unread': {
			short: 'Origin is not read',
			text: 'Origin tells a server which site a page is from (§10.2). ws reads it only if its user passes verifyClient, so nothing here objects to a value that is not an origin. A server that relies on Origin compares it with a list, and that refuses a malformed one too.'
		},
		'extensions-unread': {
			short: 'without compression the header is not read',
			text: '§9.1 says that a value which breaks the grammar fails the connection. With permessage-deflate off, ws does not parse Sec-WebSocket-Extensions at all, for it has nothing to agree to. With compression on, it refuses the same request.'
		},
		'http-fault-taken': {
			short: 'Node’s parser lets this pass',
			text: 'Strictly read, this is not valid HTTP/1.1. Node’s parser (llhttp) is strict about line ends, colons and lengths but lenient here, and ws looks only at its own headers. RFC 9112 lets a reader be lenient in places; the risk is a proxy in front of it that reads the same bytes in another way.'
		},
		taken: {
			short: 'the server does not check this',
			text: 'By the RFC a server stops here and refuses (§4.2.1). This one switched protocols: it does not check this rule. We do not know the cause.'
		},
		'upgrade-list-refused': {
			short: 'ws wants websocket alone',
			text: 'Upgrade is a list (RFC 9110 §7.8), and §4.2.1 (3) asks only that it contain websocket. ws compares the whole value and refuses every list. No browser sends one; a client that offers several protocols at once has to know this.'
		},
		'extension-offer-refused': {
			short: 'ws refuses the handshake over one offer',
			text: 'A server that cannot accept an offer declines it and takes the next, or goes on without the extension (RFC 7692 §5.1, §7); an empty element counts for nothing (RFC 9110 §5.6.1). ws answers 400 as soon as one element is empty or malformed, or no offer can be met. Browsers make one well-formed offer, so only other clients notice.'
		},
		'upgrade-lost': {
			short: 'the upgrade did not arrive',
			text: 'The request as you sent it is valid, and 426 says that the server behind saw no upgrade. Upgrade and Connection are hop-by-hop (RFC 9110 §7.6.1): a proxy that does not know them must drop them. It has to be configured to pass them on.'
		},
		'node-refused': {
			short: 'Node refuses what RFC 9112 takes',
			text: 'Strictly read, nothing in this request breaks a rule, and Node’s parser refused it before ws saw it. It knows the versions 0.9, 1.0, 1.1 and 2.0 and no other, though by RFC 9110 §2.5 a server reads a higher minor version as the highest it knows.'
		},
		refused: {
			short: 'a rule of the server’s own',
			text: 'Strictly read, this request is valid. The server refused it all the same; what it says in the body may tell more. §4.2.2 lets a server refuse for reasons of its own, though 400 says that the client was at fault.'
		},
		'version-8-named': {
			short: 'ws names 8 beside 13',
			text: '§4.4 has the refusal list every version the server speaks, so that the client can choose another. ws lists 13 and 8, and means both: it does take the drafts’ 8. The list is truthful; only, no server of today has to speak 8.'
		},
		'version-status-open': {
			short: 'the status of a version refusal is left open',
			text: '§4.2.2 says “such as 426 Upgrade Required”, and the example of §4.4 answers 400. Both are right as long as Sec-WebSocket-Version lists what is spoken. With 426 an Upgrade header is due too (RFC 9110 §15.5.22); ws uses 400 and does not need one.'
		},
		'plain-request': {
			short: 'no upgrade for Node, so ws is not asked',
			text: 'Node raises its upgrade event only if Upgrade is there and Connection lists it. Without both this is an ordinary request, and ordinary code answers: ours with 426 and Upgrade: websocket, which RFC 9110 §15.5.22 demands of a 426. Many servers answer 404 here, or 200 with a web page.'
		},
		'body-to-head': {
			short: 'ws answers HEAD with a body',
			text: 'Both refuse. A response to HEAD has no content, whatever Content-Length says (RFC 9110 §9.3.2), so that a client reads the next response right behind the head. ws writes the same refusal for every method, body included; it does no harm only because ws then closes the connection.'
		},
		'node-first': {
			short: 'Node refused first',
			text: 'Both refuse, for different reasons. Node’s parser reads the bytes before ws does, refuses what it cannot parse with its own 400 without a body, and knows only the methods on its list. §4.2.1 leaves the status to the server (“such as 400”).'
		},
		'lab-first': {
			short: 'the router answered first',
			text: 'Both refuse. Our router looks at the target and its query before it hands a request to ws, so its objection comes first.'
		},
		'other-order': {
			short: 'ws looks in another order',
			text: 'Both refuse, for different reasons. ws looks at the method first, then at Upgrade, key, version, subprotocols and extensions, and names the first fault it finds; it never looks at target, HTTP version or Host. §4.2.1 sets no order, and leaves the status to the server.'
		},
		'token-demanded': {
			short: 'this endpoint wants credentials',
			text: 'The request is a valid handshake. §4.2.2 (2) lets a server demand authentication with 401 and name the scheme in WWW-Authenticate. A page cannot answer: it cannot add an Authorization header to its WebSocket. That is why tokens travel in cookies, in the query, in a subprotocol, or in the first message.'
		},
		'origin-forbidden': {
			short: 'this server does not want this origin',
			text: 'The request is a valid handshake. By §4.2.2 (4) a server that does not accept an origin answers 403, and §10.2 says why: without that check any page could use the visitor’s cookies here. Outside a browser the header can be set to anything, as you do here.'
		},
		'no-endpoint': {
			short: 'there is no endpoint at this target',
			text: '§4.2.2 (4): where the service is not available, the server answers with a fitting status, such as 404. Here the router looks at the target before ws looks at anything, so any other fault of this request was not looked at.'
		},
		'own-rule': {
			short: 'a rule of this endpoint',
			text: 'The request is a valid handshake. This endpoint has a rule of its own for its query, and says so in the body.'
		},
		busy: {
			short: 'the server takes no more just now',
			text: 'The request is a valid handshake. A server may shed load at any time; 503 and 429 say that a later attempt can succeed, and Retry-After may say when.'
		},
		gateway: {
			short: 'a proxy speaks, not the server',
			text: '502 and 504 come from a proxy that did not get an answer it could pass on. It says nothing about the handshake itself.'
		},
		'head-too-large': {
			short: 'the head is longer than Node reads',
			text: 'No RFC sets a limit for a head, and RFC 6585 §5 gives servers a status for theirs. Node stops at 16 KiB by default and answers 431 without a body, before ws sees anything. Real requests get there mostly by large cookies.'
		},
		'head-unfinished': {
			short: 'the head never ended',
			text: 'Without a blank line there is no request yet, and a server may wait. Node waits for as long as its headersTimeout says and answers 408; without such a limit a few thousand slow clients could keep a server busy (“Slowloris”).'
		},
		'head-longer-than-read': {
			short: 'longer than our strict reader takes',
			text: 'No RFC sets a limit for a head (RFC 9110 §5.4), so every reader has its own. This head is longer than ours, which stopped; the peer read on to its end and took it. Who is stricter here is not a question of right and wrong.'
		},
		'head-no-http': {
			short: 'refused before the head was whole',
			text: 'Node’s parser reads as the bytes come and refuses at the first that cannot belong to HTTP; the strict reading waits for the end of the head. A TLS record or a frame that is sent to a plain HTTP port ends like this.'
		},
		unanswered: {
			short: 'no answer came',
			text: 'By §4.2.2 a server answers a handshake, and by §4.2.1 it refuses a broken one with an HTTP error. None came while the lab waited.'
		},
		'ended-unanswered': {
			short: 'ended without a word',
			text: 'The server ended TCP and gave no status. Node does that to a CONNECT for which nobody listens: it is an HTTP server, not a proxy. §4.2.1 asks for an answer with an HTTP error; a client that gets none cannot tell a refusal from a broken network.'
		},
		'not-http': {
			short: 'that was not an HTTP response',
			text: 'The server sent bytes and ended, and they are not a whole HTTP response. A client fails the connection (§4.1).'
		},
		'browser-takes-bare-lf': {
			short: 'lines that end in LF alone are taken',
			text: 'Lines of a head end in CR LF. RFC 9112 §2.2 lets a reader take a bare LF, and browsers do, for the sake of old servers. A strict reader refuses it: where two readers disagree on where a line ends, somebody can make use of it.'
		},
		'browser-takes-http-fault': {
			short: 'the browser reads HTTP leniently',
			text: 'This is not valid HTTP/1.1. In a browser one parser reads WebSocket handshakes and everything else on the web, and it forgives much: lines without a colon, folded values, odd spaces, even junk before the status line. The headers that make the handshake were all there, so it opened. Do not rely on it: a proxy or another client may refuse.'
		},
		'browser-takes-http-1-0': {
			short: 'a 101 of HTTP/1.0 is taken',
			text: '101 came with HTTP/1.1: HTTP/1.0 defines no 1xx status at all (RFC 9110 §15.2). This browser looks at the status and the headers, not at the version; others fail here.'
		},
		'browser-takes-upgrade-list': {
			short: 'Upgrade need not be websocket alone',
			text: 'The second of the client’s checks in §4.1 wants Upgrade to be exactly websocket. For this browser it is enough that websocket is in the list; others fail here.'
		},
		'browser-takes-subprotocol': {
			short: 'a subprotocol not offered is ignored',
			text: 'The sixth of the client’s checks in §4.1: a subprotocol that was not offered fails the connection. This browser opened it and told its page that none is in use, so server and page no longer agree on what they speak. Others fail here.'
		},
		'browser-takes': {
			short: 'the browser does not check this',
			text: 'By §4.1 a client fails the connection here. This browser opened it: it does not check this rule.'
		},
		'subprotocol-owed': {
			short: 'browsers expect an answer to their offer',
			text: 'By RFC 6455 a server may choose no subprotocol and leave the header out, and the connection opens without one (§4.2.2). The WHATWG standard for browsers is stricter: where a page offered some and the response names none, the connection fails. Chromium does so; Firefox opens. A server for browsers should choose one of those offered, or refuse.'
		},
		'empty-element-refused': {
			short: 'an empty list element is refused',
			text: 'RFC 9110 §5.6.1 tells a sender to leave no empty element in a list and a receiver to skip a few all the same. This browser reads Sec-WebSocket-Extensions by the letter of RFC 6455 §9.1 and fails.'
		},
		'interim-refused': {
			short: 'an interim response ended it',
			text: 'RFC 9110 §15.2: a client must be able to read any number of 1xx responses before the final one. This browser’s WebSocket took the first 1xx for the answer and failed. A server should send nothing before its 101.'
		},
		'browser-refuses': {
			short: 'a rule of the browser’s own',
			text: 'Strictly read, this response opens the connection. The browser failed it all the same. What it printed in its console may say more than the page was told.'
		},
		'redirect-not-followed': {
			short: 'browsers follow no redirect here',
			text: '§4.1 lets a client follow a redirect and does not oblige it. The WHATWG standard forbids it to browsers, so the page is told 1006 and the other address is never asked. Where a WebSocket has moved, the page’s script has to be changed.'
		},
		'challenge-not-answered': {
			short: 'a page cannot answer a challenge',
			text: '§4.1 lets a client authenticate after a 401. A page’s script cannot: it is told 1006 and nothing of the challenge. Sign in over HTTP first, so that a cookie goes with the handshake.'
		},
		'failure-hidden': {
			short: 'the page does not learn why',
			text: 'Browsers hide the status, headers and body of a failed handshake from scripts: otherwise any page could probe the servers of a visitor’s network (the WHATWG standard gives this reason). All failures look alike: an error event, then close 1006. The reason stands, if anywhere, in the browser’s console, where no script can read it.'
		},
		'browser-waits': {
			short: 'the browser goes on waiting',
			text: 'A response ends with a blank line, and this one has not ended. RFC 6455 sets no time limit. Each browser has its own (four minutes in Chromium, 20 s in Firefox unless configured otherwise), and until then the page stays at readyState 0.'
		}
	}
};
