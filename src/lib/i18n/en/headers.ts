/** The headers of a handshake, by name in lower case: what each means, and what happens without it. */
export const headers = {
	host: {
		meaning:
			'The host and port that the client wants to reach. One address can serve many names; this header tells them apart.',
		without:
			'HTTP/1.1 requires it: a server has to answer 400. A server that overlooks this cannot tell its sites apart, nor notice DNS rebinding.'
	},
	upgrade: {
		meaning:
			'Names the protocol to change to on this very connection: websocket. The response repeats it to agree.',
		without:
			'In a request: plain HTTP, answered as such or with 426. In a 101 response: the client fails the connection.'
	},
	connection: {
		meaning:
			'Lists what concerns this one hop only. The word Upgrade makes the Upgrade header count; proxies strip both unless they handle them on purpose.',
		without:
			'In a request: Upgrade is not to be acted on and the request stays plain HTTP. In a 101 response: the client fails the connection.'
	},
	'sec-websocket-key': {
		meaning:
			'16 random bytes in base64, new for each connection. The server has to work them into its answer. It proves that the server read a WebSocket request; it is neither a password nor an identifier.',
		without: 'The server cannot compute Sec-WebSocket-Accept and refuses the handshake with 400.'
	},
	'sec-websocket-version': {
		meaning:
			'The version of the protocol: 13, the only one in use. A server that refuses another version lists here those it speaks.',
		without:
			'In a request: the handshake is refused. In a refusal over the version: the client cannot know what to try next.'
	},
	'sec-websocket-protocol': {
		meaning:
			'Subprotocols: agreements on what the messages mean. The client lists those it speaks, best first; the server picks at most one.',
		without:
			'No subprotocol is agreed, which is legal. By the browsers’ own standard, though, a connection fails when the page offered some and the response names none.'
	},
	'sec-websocket-extensions': {
		meaning:
			'Extensions of the protocol, such as permessage-deflate for compression. The client offers, with parameters and fallbacks; the server lists those in use.',
		without: 'No extension is in use: the bits RSV1 to RSV3 stay 0 and nothing is compressed.'
	},
	'sec-websocket-accept': {
		meaning:
			'The key joined with a fixed GUID, hashed by SHA-1, in base64. The client computes the same and compares: a cache or a confused server could not give this answer.',
		without: 'The client fails the connection, whatever the status says.'
	},
	origin: {
		meaning:
			'The origin of the page that opens the connection. Browsers always send it, and scripts cannot change it; other clients may claim anything.',
		without:
			'The client is most likely no browser. A server that does not check it accepts any web page, with the cookies of its visitor.'
	},
	'user-agent': {
		meaning: 'Name and version of the client program, for statistics and workarounds.',
		without: 'Nothing changes.'
	},
	accept: {
		meaning: 'Media types that the client would like in an HTTP body. A WebSocket has none.',
		without: 'Nothing changes.'
	},
	'accept-encoding': {
		meaning:
			'Compressions that the client can undo in an HTTP body. WebSocket messages are compressed by permessage-deflate, which is negotiated apart.',
		without: 'Nothing changes for the WebSocket.'
	},
	'accept-language': {
		meaning: 'Languages that the user prefers, in order.',
		without: 'The site’s own code has to choose a language by other means.'
	},
	'cache-control': {
		meaning:
			'Instructions for caches. Browsers send no-cache with a handshake, so that no cache answers in place of the server.',
		without: 'A 101 response is never stored; a refusal might be.'
	},
	pragma: {
		meaning: 'The same as Cache-Control: no-cache, as HTTP/1.0 wrote it.',
		without: 'Nothing changes where caches know Cache-Control.'
	},
	cookie: {
		meaning:
			'Cookies of the site, added by the browser. If a cookie’s SameSite allows it, the browser adds it even when another site’s page opens the connection.',
		without: 'The server does not know a user who is signed in by cookie.'
	},
	'set-cookie': {
		meaning: 'A cookie to keep for later requests. It may ride on a 101 response too.',
		without: 'The browser’s cookies stay as they are.'
	},
	authorization: {
		meaning:
			'Credentials, such as a token. A page cannot add this header to a WebSocket: its API has no way to set one.',
		without:
			'The site has to recognise the user otherwise: by cookie, by a ticket in the URL, or in the first message.'
	},
	'www-authenticate': {
		meaning: 'With 401: which kind of credentials the server wants.',
		without: 'A client does not know how to sign in.'
	},
	'proxy-authorization': {
		meaning:
			'Credentials for a proxy on the way, not for the server. The proxy takes it out before passing the request on.',
		without: 'A proxy that asks for credentials answers 407, and the request gets no further.'
	},
	'proxy-authenticate': {
		meaning: 'With 407: which kind of credentials the proxy wants.',
		without: 'A client does not know how to sign in to the proxy.'
	},
	'proxy-connection': {
		meaning:
			'A mistake of old browsers that lived on: meant as a Connection for proxies only. No specification asks for it.',
		without: 'Nothing changes. RFC 9112 advises against sending it.'
	},
	'http2-settings': {
		meaning:
			'Goes with Upgrade: h2c, the change to HTTP/2 on the same connection. RFC 9113 has dropped that way.',
		without: 'Nothing changes for a WebSocket.'
	},
	'sec-fetch-dest': {
		meaning: 'What the browser will use the answer for. For a handshake: websocket or empty.',
		without:
			'The browser does not send it here, the client is no browser, or the address is not a trustworthy one (https, wss or this machine).'
	},
	'sec-fetch-mode': {
		meaning: 'How the request was made. For a handshake: websocket.',
		without:
			'The browser does not send it here, the client is no browser, or the address is not a trustworthy one (https, wss or this machine).'
	},
	'sec-fetch-site': {
		meaning:
			'How the page’s site relates to the server’s: same-origin, same-site or cross-site. A second guard beside Origin.',
		without: 'The server has Origin alone to go by.'
	},
	'sec-fetch-user': {
		meaning: 'Whether a user’s action led to a navigation. It has no meaning for a WebSocket.',
		without: 'Nothing changes.'
	},
	'sec-fetch-storage-access': {
		meaning: 'Whether the page may use cookies that count as third-party here.',
		without: 'Nothing changes for the handshake.'
	},
	dnt: {
		meaning: 'The user asks not to be tracked. Hardly any site ever heeded it.',
		without: 'Nothing changes.'
	},
	'sec-gpc': {
		meaning: 'The user objects to having personal data sold or shared.',
		without: 'The site assumes no such objection.'
	},
	'x-forwarded-for': {
		meaning:
			'The client’s address as a proxy saw it. It is worth something only from a proxy that the server trusts.',
		without: 'The server sees the address of whoever connects to it, which may be a proxy.'
	},
	'x-forwarded-host': {
		meaning: 'The Host of the request as the proxy received it.',
		without: 'The server sees only the Host that the proxy chose to send.'
	},
	'x-forwarded-proto': {
		meaning: 'Whether the client reached the proxy by http or https.',
		without: 'A server behind a proxy that ends TLS cannot tell wss from ws.'
	},
	forwarded: {
		meaning: 'What X-Forwarded-For, -Host and -Proto say, in one standard header (RFC 7239).',
		without: 'The server sees only whoever connects to it, which may be a proxy.'
	},
	via: {
		meaning: 'The proxies that passed this message on.',
		without: 'No proxy was there, or none that says so.'
	},
	date: {
		meaning: 'When the response was made, by the server’s clock.',
		without: 'Nothing changes for the handshake; a 101 usually has none.'
	},
	server: {
		meaning: 'Name of the server program.',
		without: 'Nothing changes.'
	},
	location: {
		meaning:
			'With 3xx: where to go instead. A browser’s WebSocket does not follow redirects: the connection fails.',
		without: 'Nowhere to be redirected to.'
	},
	allow: {
		meaning: 'With 405: the methods that this target understands. For a WebSocket: GET.',
		without: 'A 405 response is incomplete.'
	},
	'retry-after': {
		meaning: 'With 429 or 503: how long to wait before the next attempt.',
		without: 'The client has to choose its own pause.'
	},
	'content-type': {
		meaning: 'Media type of the HTTP body. A 101 response has no body, a refusal may have one.',
		without: 'The reader of a body has to guess what it is.'
	},
	'content-length': {
		meaning: 'Length of the HTTP body in bytes. What follows belongs to the next message.',
		without:
			'A request with neither this nor chunked has no body; the body of a response is chunked or lasts until the connection ends.'
	},
	'transfer-encoding': {
		meaning:
			'How the body is cut up for the transfer. With chunked each piece carries its own length.',
		without: 'Content-Length tells the length, or the end of the connection does.'
	},
	'keep-alive': {
		meaning:
			'How long the server keeps an idle HTTP connection open. After 101 it no longer applies.',
		without: 'Nothing changes for the WebSocket.'
	},
	'strict-transport-security': {
		meaning:
			'Tells the browser to reach this host over TLS only, for as long as it says, and so acts beyond this one connection. It counts only when it comes over TLS.',
		without: 'The browser goes on taking http and ws addresses of this host as they are written.'
	},
	'clear-site-data': {
		meaning: 'Tells the browser to delete what it keeps of this site, such as cookies and storage.',
		without: 'What is kept stays.'
	},
	'alt-svc': {
		meaning:
			'Names another address at which the same site can be reached, such as one that speaks HTTP/3. Browsers may use it later.',
		without: 'The site is reached at the address that was asked for.'
	},
	'sec-websocket-key1': {
		meaning:
			'A leftover from the draft hixie-76: a number hidden between letters and spaces. With Key2 and eight bytes after the head it went into an MD5 digest.',
		without: 'This is how it should be: RFC 6455 has one key, Sec-WebSocket-Key.'
	},
	'sec-websocket-key2': {
		meaning: 'The second number of the draft hixie-76. Safari 5 and Chrome 6 sent both.',
		without: 'This is how it should be: RFC 6455 has one key, Sec-WebSocket-Key.'
	},
	'sec-websocket-origin': {
		meaning:
			'A leftover from drafts before the standard. Clients of version 8 sent it instead of Origin; servers of hixie-76 repeated the Origin in it. RFC 6455 does not have it.',
		without: 'This is how it should be: the header is obsolete.'
	},
	'sec-websocket-location': {
		meaning:
			'A leftover from drafts before the standard: in hixie-76 the server repeated the URL of the WebSocket in it. RFC 6455 does not have it.',
		without: 'This is how it should be: the header is obsolete.'
	}
};
