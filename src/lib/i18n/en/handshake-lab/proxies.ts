/** Words of the page on what stands on the way. */
export const proxies = {
	title: 'On the way',
	lead: 'Between client and server there is often a proxy. Here a real one stands between the raw client and ws, and both of its sides are recorded: what it handed on, what it removed, what it added.',
	modes: {
		title: 'What the proxy does',
		'passes-upgrade': {
			name: 'Passes the upgrade',
			note: 'A reverse proxy that knows Upgrade: it writes the two headers anew for its own hop.'
		},
		'drops-upgrade': {
			name: 'Drops the upgrade',
			note: 'A reverse proxy that does not know it: Upgrade and Connection end there, as RFC 9110 demands.'
		},
		'cuts-idle': {
			name: 'Cuts idle connections',
			note: 'It passes the upgrade, and ends both connections once nothing has crossed for a while.'
		},
		connect: {
			name: 'Tunnels by CONNECT',
			note: 'A forward proxy: the client asks it for a tunnel, then talks to the server through that.'
		}
	},
	idle: 'Idle time, ms',
	idleHint: (least: string, most: string) => `${least} to ${most} ms of silence`,
	heartbeat: 'Heartbeat: two pings in that time',
	whose: 'Opening request',
	standard: 'Standard',
	own: 'From the editor',
	ownHint: 'The request as it stands in the editor of this lab, byte for byte.',
	ownEmpty: 'The editor holds no request that could be sent.',
	ownLink: 'Write one',
	run: 'Send through the proxy',
	again: 'Send again',
	stop: 'Stop',
	running: {
		tunnel: 'Asking for a tunnel…',
		opening: 'Waiting for the answer…',
		frames: 'Connected, writing frames…',
		end: 'Waiting for the last bytes…'
	},
	plan: {
		title: 'What will be written',
		tunnel: (authority: string) => `CONNECT ${authority}, and on 2xx:`,
		request: 'the opening request, and on 101:',
		text: (said: string) => `a text frame: “${said}”`,
		quiet: (span: string) => `${span} of silence`,
		pings: (span: string, every: string) => `${span} with nothing but a ping every ${every}`,
		close: 'a close frame'
	},
	said: 'Hello through the proxy',
	saidAgain: 'Are we still connected?',
	trouble: {
		title: 'It was not sent',
		'way-off':
			'This server has no proxy running: it found no free port for one. The request page, which sends without a proxy, still works.',
		'run-too-big':
			'The request asks for more bytes or time than this server carries out. Make it shorter.',
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
	notReady: 'Waiting for the lab server.',
	verdict: {
		title: 'What the two recordings show',
		waiting: 'On its way',
		forwarded: 'Forwarded',
		cut: 'Cut by the proxy',
		refused: (status: string) => `Refused with ${status}`,
		'tunnel-refused': (status: string) => `No tunnel: ${status}`,
		opened: 'Opened, nothing echoed',
		silent: 'No answer',
		why: {
			waiting: 'A row appears whenever bytes cross.',
			forwarded: (client: string, server: string) =>
				`101 came back through the proxy, then data frames crossed it: ${client} to the server, ${server} to the client, and not a byte was changed.`,
			kept: (client: string, server: string) =>
				`101 came back, data frames crossed (${client} to the server, ${server} to the client), and the pings kept the connection alive through the silence.`,
			cut: (span: string) =>
				`After ${span} of silence the proxy ended TCP on both sides. Neither sent a close frame: a page would be told 1006.`,
			refused:
				'The request that reached the server no longer asked for an upgrade, so the server was right to refuse.',
			refusedOther: 'The server read the request and refused it. The proxy handed the refusal on.',
			own: 'The proxy answered by itself: no such answer crossed its other side.',
			'tunnel-refused': 'Without a tunnel the client has nobody to send its opening request to.',
			opened: 'The handshake came through, but no data frame made it there and back.',
			silent: 'Nothing came back before the connection ended.'
		},
		removed: (names: string) => `Removed on the way: ${names}.`,
		comma: ', '
	},
	diagram: {
		title: 'Both sides of the proxy',
		meta: 'two TCP connections, one clock',
		empty:
			'Nothing has been sent yet. What crosses either side of the proxy appears here, in order of time.',
		client: 'client',
		proxy: 'proxy',
		server: 'server',
		sides: { near: 'client side', far: 'server side' },
		list: 'What crossed, in order of time',
		quiet: (span: string) => `${span} of silence`,
		delay: (span: string) => `${span} in the proxy`,
		same: 'same bytes',
		changed: 'other bytes',
		ownAnswer: 'its own answer',
		ownEnd: 'ends it',
		more: (n: string) => `${n} more rows are not drawn.`,
		choose: 'Choose an arrow to take its bytes apart.'
	},
	heads: {
		caption: 'The head on both sides, line by line',
		near: 'client side',
		far: 'server side',
		same: 'Handed on byte for byte',
		spacing: 'Same names and values, written anew',
		changes: { kept: 'kept', rewritten: 'rewritten', removed: 'removed', added: 'added' },
		count: {
			removed: (n: string) => `−${n}`,
			added: (n: string) => `+${n}`,
			rewritten: (n: string) => `~${n}`
		},
		hop: 'hop-by-hop',
		hopTitle: 'For the next node only (RFC 9110 §7.6.1)',
		secret: 'hidden',
		none: 'not there'
	},
	myth: {
		title: 'The claim, put to the test',
		claim: 'A WebSocket connection cannot be forwarded by an intermediary; it must be direct.',
		source: 'from an article on WebSocket',
		way: 'Way',
		answer: 'Client got',
		frames: 'Data frames across',
		result: 'Result',
		direct: 'Not tried yet',
		there: (client: string, server: string) => `${client} → · ← ${server}`,
		heartbeat: (way: string) => `${way}, with heartbeat`,
		verdicts: {
			untried: 'Not tested yet: send something through a proxy above.',
			refuted:
				'Refuted by what was captured: WebSocket frames went through an intermediary, there and back.',
			open: 'Not refuted yet: no WebSocket has come through on the ways tried so far.'
		},
		why: 'One thing in it is true: forwarding does not happen by itself. Upgrade and Connection are hop-by-hop, so every intermediary on the way has to take part on purpose, or be tunnelled through.'
	},
	hops: {
		title: 'Why a proxy has to take part',
		points: [
			{
				title: 'Upgrade is a question to the next node',
				text: 'It asks whoever reads it to speak another protocol on this very TCP connection. A proxy has two TCP connections. It can only answer for its own.',
				section: 'RFC 9110 7.8'
			},
			{
				title: 'Connection lists what must not be handed on',
				text: 'An intermediary removes every header that Connection names, and Connection itself, before it forwards. “Connection: Upgrade” therefore says: take Upgrade out here. A proxy that forwards an upgrade has to write both headers anew.',
				section: 'RFC 9110 7.6.1'
			},
			{
				title: 'The rest goes end to end',
				text: 'Sec-WebSocket-Key, -Version, -Protocol and -Accept are ordinary headers. Without Upgrade the server finds them in a plain GET and answers 426; a client that meets anything other than 101 and the right Accept gives up.',
				section: '4.2.2'
			},
			{
				title: 'After 101 the proxy copies bytes',
				text: 'It copies both directions without reading frames: masking key, opcode and payload come out as they went in. What it still sees is silence, and it may end a connection over it.',
				section: 'RFC 9110 3.7'
			}
		]
	},
	ports: {
		title: 'Ports 80 and 443: what they get past',
		claim: 'WebSocket uses ports 80 and 443, so it gets through most firewalls.',
		filters: {
			title: 'A port filter',
			text: 'It looks at addresses and port numbers and never at the bytes. To it, ws:// on port 80 is one more TCP connection to port 80. Here the claim is true.'
		},
		transparent: {
			title: 'A transparent proxy',
			text: 'It takes port 80 over without the client’s knowledge and reads HTTP. One that does not know Upgrade does what “Drops the upgrade” does above, or waits for a response that ends. The client asks for no tunnel, because it knows of no proxy. Here the claim is false.'
		},
		tls: {
			title: 'The same with wss://',
			text: 'All of the handshake is inside TLS. Such a proxy sees no Upgrade it could drop: it lets the bytes pass, or refuses the whole connection. That is why wss:// often gets through where ws:// does not.'
		},
		link: 'See what it sees of wss'
	},
	practice: {
		title: 'In practice',
		note: 'what to set, and what it means',
		rows: [
			{
				name: 'nginx',
				settings: [
					'proxy_http_version 1.1',
					'proxy_set_header Upgrade $http_upgrade',
					'proxy_set_header Connection "upgrade"'
				],
				text: 'Both headers stop at nginx unless it is told to send its own. Where plain requests share the location, compute Connection with a map from $http_upgrade, so that they do not ask for an upgrade.'
			},
			{
				name: 'nginx',
				settings: ['proxy_read_timeout 60s'],
				text: 'How long the server may be silent, 60 s unless set; proxy_send_timeout is its counterpart. A ping from the server every 30 s keeps the default from cutting.'
			},
			{
				name: 'HAProxy',
				settings: ['timeout tunnel 1h'],
				text: 'In HTTP mode it forwards the upgrade by itself. After 101 this timeout holds for both directions; where it is not set, those of client and server hold.'
			},
			{
				name: 'Node',
				settings: ["server.on('upgrade', …)"],
				text: 'A proxy on node:http gets upgrade requests in an event of their own. Without a listener for it, Node treats such a request as a plain one: that is how a proxy comes to drop the upgrade.'
			},
			{
				name: 'Browser',
				settings: ['CONNECT host:port'],
				text: 'Where a forward proxy is configured, a browser asks it for a tunnel for ws:// as well as for wss:// (RFC 6455 §4.1). Some proxies allow CONNECT to port 443 only.'
			},
			{
				name: 'Behind a proxy',
				settings: ['X-Forwarded-For', 'Forwarded'],
				text: 'The server’s TCP peer is the proxy. The client’s address stands in a header that anybody can write: believe it only from a proxy that you trust.'
			}
		]
	}
};
