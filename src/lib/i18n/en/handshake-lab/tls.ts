/** Words of the page on wss. */
export const tls = {
	title: 'wss',
	lead: 'The same handshake inside TLS. On one side is what crosses the network, which anybody on the way can record; on the other are the bytes inside, as the server reads and writes them.',
	run: 'Connect through TLS',
	again: 'Connect again',
	stop: 'Stop',
	running: {
		tunnel: 'Connecting…',
		opening: 'Connecting…',
		frames: 'Connected, writing frames…',
		end: 'Waiting for the last bytes…'
	},
	message: 'Message to send',
	said: 'Nobody on the way reads this',
	notReady: 'Waiting for the lab server.',
	off: {
		title: 'This server offers no TLS',
		body: 'It found no free port for its TLS listener, or could not make a certificate, so nothing can be sent here. The page still says what would be seen. Restart the server to try again.'
	},
	trouble: {
		title: 'It was not sent',
		'tls-off':
			'This server offers no TLS: it could not start its listener. Restart the server to try again.',
		'run-too-big': 'The message asks for more bytes than this server carries out. Make it shorter.',
		'run-in-progress': 'The run before this one has not ended. Stop it, or wait.',
		'too-many-connections':
			'This page has as many open connections as it may. Reload it to start again.',
		'too-many-recordings':
			'The recordings of this page have reached their limit. Reload it to start again.',
		'rate-limited': 'Too many commands in a short time. Wait a moment, then send again.',
		'not-open': 'The connection ended before everything was written. Send again.',
		'no-channel': 'There is no channel to the lab server. Wait until it is back, then send again.',
		other: (code: string) => `The server answered ${code}. Send again, or reload the page.`
	},
	diagram: {
		title: 'Outside and inside',
		meta: 'one clock',
		outside: 'On the network: TLS records',
		inside: 'Inside: the plain bytes',
		time: 'ms',
		empty:
			'Nothing has been sent yet. Records and plain bytes will appear here side by side, in order of time.',
		list: 'TLS records and the bytes inside them, in order of time',
		directions: { client: 'client to server', server: 'server to client' },
		types: {
			change_cipher_spec: 'change_cipher_spec',
			alert: 'alert',
			handshake: 'handshake',
			application_data: 'application_data'
		},
		bytes: (n: string) => `${n} B`,
		message: (name: string, size: string) => `${name}, ${size}`,
		plus: (more: string, header: string, protection: string) =>
			`${more} B more than inside: ${header} of header, ${protection} of protection`,
		handshake: 'handshake messages of TLS itself, encrypted',
		alertSized: 'encrypted, as long as an alert: most likely close_notify',
		other: 'encrypted; nothing of HTTP or WebSocket',
		tcp: { accepted: 'TCP accepted', fin: 'TCP FIN', rst: 'TCP RST' },
		sni: (name: string) => `server name: ${name}`,
		offers: (ciphers: string, versions: string) => `${ciphers} cipher suites, ${versions}`,
		alpn: (names: string) => `ALPN: ${names}`,
		chooses: (version: string, cipher: string) => `${version}, ${cipher}`,
		alert: (level: string, description: string) => `level ${level}, description ${description}`,
		compatible: 'means nothing in TLS 1.3; sent to please old middleboxes',
		fault: {
			client: (offset: string) => `From byte ${offset} on, what the client sent is not TLS.`,
			server: (offset: string) => `From byte ${offset} on, what the server sent is not TLS.`
		},
		more: (n: string) => `${n} more rows are not drawn.`,
		unfinished: 'unfinished',
		choose: 'Choose a row to see its bytes.',
		bytesOf: (type: string) => `First bytes of ${type}`,
		fieldType: 'type',
		fieldVersion: 'version',
		fieldLength: 'length',
		fieldFragment: 'fragment'
	},
	order: {
		title: 'TLS first, then the same handshake',
		true: (span: string) => `The first TLS record crossed ${span} before the first byte of HTTP.`,
		request: (name: string) =>
			`Then the server read ${name}: the same request as on ws://, unchanged.`,
		/** Between two sentences. */
		space: ' ',
		waiting: 'Connect, and the order is read from the recordings.'
	},
	seen: {
		title: 'What an eavesdropper still learns',
		note: 'from the bytes on the network alone',
		yes: 'seen',
		no: 'not seen',
		waiting: 'once captured',
		rows: {
			endpoints: 'Who talks to whom: both IP addresses and ports',
			name: 'The name of the server',
			protocol: 'What is spoken above TLS',
			version: 'Version and cipher suite',
			sizes: 'How much, in which direction, and the length of every message',
			times: 'When, to the microsecond: typing, heartbeats, silence',
			path: 'Path and query of the request',
			headers: 'Headers: Origin, Cookie, Sec-WebSocket-Key',
			isWebSocket: 'That it is a WebSocket at all',
			payload: 'Opcodes, payloads, close code and reason'
		},
		values: {
			endpoints: 'in every IP packet',
			none: 'not named',
			semicolon: '; ',
			sizes: (client: string, server: string) => `${client} to the server, ${server} back`,
			lengths: (n: string) => `each record ${n} B longer than what is inside`,
			times: (n: string) => `${n} records`,
			path: 'inside',
			headers: 'inside',
			isWebSocket: 'only to be guessed from sizes and times',
			payload: 'inside; those of the client masked as well'
		},
		ech: 'Where client, server and DNS support it, Encrypted Client Hello hides the server name too. Padding would hide lengths, but hardly anybody pads.'
	},
	search: {
		title: 'Look for it yourself',
		about: 'Type any text: it is counted in the recorded bytes of both directions.',
		label: 'Text to look for',
		outside: 'on the network',
		inside: 'inside',
		times: (n: number) => (n === 1 ? 'once' : `${n} times`),
		never: 'not once',
		waiting: 'Connect first: there is nothing to search yet.',
		masked: 'Inside, the client’s text frames are masked: the echo of the server is what is found.'
	},
	trust: {
		title: 'How the client knows to whom it talks',
		points: [
			{
				title: 'A certificate ties a name to a key',
				text: 'The server sends it in its handshake: “the holder of this public key is echo.wire101.test”, signed by an authority. In TLS 1.3 it is already encrypted; an eavesdropper cannot read it.',
				section: 'RFC 8446 4.4.2'
			},
			{
				title: 'The client checks the chain, the name and the dates',
				text: 'The signature must lead to an authority that the client trusts. The name must be the one it wanted. Here the client trusts exactly one certificate, which this server made at its start, and nothing else.',
				section: 'RFC 9525 6.1'
			},
			{
				title: 'The server proves that it has the key',
				text: 'It signs the whole handshake so far. Whoever copies the certificate from another connection cannot do that. The private key of this server is only in its memory.',
				section: 'RFC 8446 4.4.3'
			},
			{
				title: 'If one check fails, nothing of WebSocket is sent',
				text: 'The client ends the handshake with an alert. A page is told 1006, as for any other failure, or 1015, which §7.4.1 keeps for failures of TLS and which never crosses the wire. For wss:// a browser offers no button to go on anyway.',
				section: '7.4.1'
			}
		],
		proof:
			'Where plain bytes stand above, the check has succeeded: before that, our raw client writes nothing.',
		never:
			'Whoever turns the check off (rejectUnauthorized: false in Node) still has encryption, but no longer knows with whom.'
	}
};
