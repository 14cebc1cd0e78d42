/**
 * Words of heads in exchanges that are no WebSocket handshake: of the headers that mean something
 * else there, and of those that a handshake does not have.
 */
export const http = {
	unknown:
		'A header that is not explained here. Whoever does not know a header ignores it; a proxy passes it on.',
	ofHandshake: 'Belongs to the WebSocket handshake. This exchange is none: it does nothing here.',
	parts: {
		method: 'what is asked for: GET fetches, POST hands something over',
		target: 'path and query of the address that is asked',
		version: 'since HTTP/1.1 the connection stays open for further requests',
		status:
			'how it went: 200 brings an answer, 204 and 304 have no body, 4xx blames the request, 5xx the server',
		reason: 'words for people; programs read the number'
	},
	headers: {
		connection: {
			meaning:
				'Lists what concerns this one hop only. keep-alive: the TCP connection stays open for further requests. close: it ends after this answer.',
			without: 'HTTP/1.1 keeps the connection open all the same.'
		},
		upgrade: {
			meaning:
				'Offers another protocol on this connection. It stays an offer here: the exchange goes on as HTTP.',
			without: 'Nothing changes: it stays HTTP.'
		},
		origin: {
			meaning:
				'The origin of the page that sends the request. Browsers add it to each POST and to what a script asks of another origin; scripts cannot change it. Other clients may claim anything.',
			without:
				'Usual for a GET of the page’s own origin. A server that takes a POST without checking it takes those of any web page.'
		},
		accept: {
			meaning:
				'Media types that the client would like in the response’s body. An EventSource asks for text/event-stream; */* takes any.',
			without: 'The server chooses the type.'
		},
		'accept-encoding': {
			meaning: 'Compressions that the client can undo in the response’s body.',
			without: 'A cautious server sends the body uncompressed.'
		},
		'cache-control': {
			meaning:
				'Instructions for caches, in the browser and on the way. no-store: keep no copy. no-cache: ask the server before a copy is used. private: only the browser may keep one.',
			without: 'Caches go by rules of their own, and a poll may get an old answer.'
		},
		cookie: {
			meaning:
				'Cookies of the site. The browser adds them to every request that their settings allow, so polling sends them again with each question.',
			without: 'The server does not know a user who is signed in by cookie.'
		},
		'set-cookie': {
			meaning: 'A cookie to keep for later requests.',
			without: 'The browser’s cookies stay as they are.'
		},
		authorization: {
			meaning:
				'Credentials, such as a token. A script can add this header with fetch; an EventSource has no way to.',
			without: 'The site has to recognise the user otherwise, by cookie for one.'
		},
		'http2-settings': {
			meaning:
				'Goes with Upgrade: h2c, the change to HTTP/2 on the same connection. RFC 9113 has dropped that way.',
			without: 'Nothing changes: it stays HTTP/1.1.'
		},
		'sec-fetch-dest': {
			meaning: 'What the browser will use the answer for. empty: a script reads it.',
			without:
				'The client is no browser or an old one, or the address is not a trustworthy one (https or this machine).'
		},
		'sec-fetch-mode': {
			meaning:
				'How the request was made. cors: by a script, under the rules for other origins. navigate: by opening a page.',
			without:
				'The client is no browser or an old one, or the address is not a trustworthy one (https or this machine).'
		},
		'sec-fetch-user': {
			meaning: 'Whether a user’s action led to a navigation.',
			without: 'It was no navigation by a user.'
		},
		'sec-fetch-storage-access': {
			meaning: 'Whether the page may use cookies that count as third-party here.',
			without: 'The server cannot tell from this request.'
		},
		'x-forwarded-proto': {
			meaning: 'Whether the client reached the proxy by http or https.',
			without: 'A server behind a proxy that ends TLS cannot tell https from http.'
		},
		date: {
			meaning: 'When the response was made, by the server’s clock.',
			without: 'A cache goes by the time at which it came.'
		},
		location: {
			meaning: 'With 3xx: where to go instead. fetch and EventSource follow it by themselves.',
			without: 'Nowhere to be redirected to.'
		},
		allow: {
			meaning: 'With 405: the methods that this target understands.',
			without: 'A 405 response is incomplete.'
		},
		'content-type': {
			meaning:
				'Media type of the body: it says how to read it. An EventSource takes text/event-stream and nothing else.',
			without: 'The reader of the body has to guess what it is.'
		},
		'keep-alive': {
			meaning: 'How long the server keeps the connection open while nothing is asked on it.',
			without: 'The client does not know beforehand when an idle connection will be closed.'
		},
		'if-none-match': {
			meaning:
				'The ETag of what the client has already. If that is still the newest, the server answers 304 without a body.',
			without: 'The server sends the whole body each time.'
		},
		'if-modified-since': {
			meaning:
				'The date of what the client has already. If nothing has changed since, the server answers 304 without a body.',
			without: 'The server sends the whole body, unless If-None-Match asks the same more exactly.'
		},
		etag: {
			meaning:
				'A mark for this state of the content, which the client sends back in If-None-Match. W/ in front: equal in meaning is enough, not byte for byte.',
			without: 'A client can ask by date at most whether anything has changed.'
		},
		'last-modified': {
			meaning: 'When the content changed last; the client sends it back in If-Modified-Since.',
			without: 'Only an ETag, if there is one, can tell whether anything has changed.'
		},
		'last-event-id': {
			meaning:
				'The id of the last event that an EventSource has seen. It sends it by itself when it connects again, so that the server can go on from there.',
			without: 'It is the first connection, or no event has had an id.'
		},
		referer: {
			meaning:
				'The address of the page that sends the request, as much of it as the page’s policy lets out.',
			without: 'The policy withholds it, or no page sent the request.'
		},
		priority: {
			meaning: 'How urgent the browser holds the answer to be: u=0 most, u=7 least.',
			without: 'The server answers in an order of its own.'
		},
		'sec-ch-ua': {
			meaning:
				'Brands and versions of the browser. One of the brands is made up, so that servers learn to pass over names they do not know.',
			without: 'The browser is not built on Chromium, or the address is not a trustworthy one.'
		},
		'sec-ch-ua-mobile': {
			meaning: 'Whether the browser would like pages made for phones: ?1 yes, ?0 no.',
			without: 'The browser is not built on Chromium, or the address is not a trustworthy one.'
		},
		'sec-ch-ua-platform': {
			meaning: 'The operating system that the browser runs on.',
			without: 'The browser is not built on Chromium, or the address is not a trustworthy one.'
		},
		vary: {
			meaning:
				'Request headers that the answer depends on: a cache may use its copy only where these are the same.',
			without: 'A cache may use its copy for every request for this address.'
		},
		'content-encoding': {
			meaning: 'How the body is compressed. The client undoes it before it reads the body.',
			without: 'The body is sent as it is.'
		},
		'x-content-type-options': {
			meaning: 'nosniff: the browser takes Content-Type at its word and guesses no other type.',
			without: 'A browser may guess another type from the bytes.'
		},
		'x-accel-buffering': {
			meaning:
				'no: tells a proxy that knows this header, such as nginx, to pass each piece on at once instead of collecting the response first.',
			without: 'Such a proxy may hold events back until its buffer is full.'
		}
	}
};
