/** Words of the negotiation page of the handshake lab. */
export const negotiation = {
	title: 'Negotiation',
	lead: 'Two headers settle what is spoken after the handshake: the subprotocol, and compression. The client offers in order of preference, the server chooses, and nothing may be chosen that was not offered. Set up both sides, read what is due, then run it and compare.',
	ways: {
		label: 'Who asks whom',
		raw: {
			name: 'Raw client → ws',
			note: 'Any offer, legal or not, byte for byte as you write it.'
		},
		browser: {
			name: 'This browser → ws',
			note: 'new WebSocket(url, [ … ]). The extension offer is the browser’s own.'
		},
		own: {
			name: 'This browser → your answer',
			note: 'You write the two headers of the 101; the browser decides.'
		}
	},
	tools: {
		label: 'Presets and link',
		presets: 'Presets',
		undo: 'Undo',
		redo: 'Redo',
		link: {
			copy: 'Copy link',
			copied: 'Copied',
			failed: 'Not allowed to copy. The link stands in the address bar.',
			hint: 'The link holds both sides of the negotiation.'
		}
	},
	presetGroups: {
		subprotocols: 'Subprotocols',
		deflate: 'permessage-deflate',
		differ: 'Where ws departs from the RFC',
		browser: 'This browser asks ws',
		own: 'This browser asks you'
	},
	presets: {
		'second-choice': {
			name: 'chat, superchat: only superchat is spoken',
			note: 'The server takes the first that it knows.'
		},
		'both-spoken': {
			name: 'chat, superchat: both are spoken',
			note: 'Whose order counts?'
		},
		'none-spoken': {
			name: 'None of those offered is spoken',
			note: '101 all the same, without the header.'
		},
		'other-case': { name: 'Chat is not chat', note: 'Names are compared letter for letter.' },
		'said-twice': { name: 'The same name twice', note: 'The list breaks a rule: 400 is due.' },
		'empty-name': { name: 'An empty element', note: 'chat,, superchat' },
		'usual-offer': {
			name: 'What browsers offer',
			note: 'permessage-deflate; client_max_window_bits'
		},
		'fallback-taken': {
			name: 'The fallback is taken',
			note: 'The first offer does not allow what the server wants.'
		},
		'client-demands': {
			name: 'The client makes demands',
			note: 'On the server’s window, and on what it keeps between messages.'
		},
		'server-shrinks': {
			name: 'The server shrinks everything',
			note: 'Both windows to 1 KiB, nothing kept between messages.'
		},
		'other-extension': {
			name: 'An unknown extension',
			note: 'Declined, and the next one is taken.'
		},
		'compression-off': { name: 'The server does not compress', note: '101 without extensions.' },
		'client-window-unoffered': {
			name: 'A window that the client did not offer to shrink',
			note: 'Does the server decline and go on, or refuse?'
		},
		'smaller-than-bound': {
			name: 'A smaller window than the server’s',
			note: '9 bits demanded, at most 10 wanted.'
		},
		'malformed-first': {
			name: 'A malformed offer, then a good one',
			note: 'Window bits 7 do not exist.'
		},
		'malformed-behind': {
			name: 'A good offer, then a malformed one',
			note: 'Does the server read so far?'
		},
		'leading-zero': { name: 'A leading zero', note: 'server_max_window_bits=010' },
		'page-second-choice': {
			name: 'A page offers chat, superchat',
			note: 'And reads socket.protocol.'
		},
		'page-none-spoken': {
			name: 'A page offers, the server speaks none',
			note: 'Legal by the RFC. What does the browser do?'
		},
		'page-said-twice': {
			name: 'A page names one twice',
			note: 'The constructor throws; nothing is sent.'
		},
		'page-not-token': {
			name: 'A page’s name is not a token',
			note: 'chat room, with a space in it.'
		},
		'own-due': {
			name: 'The answer that is due',
			note: 'superchat, and permessage-deflate without parameters.'
		},
		'own-never-offered': { name: 'A subprotocol not offered', note: 'mqtt' },
		'own-none': { name: 'None, though two were offered', note: 'The header is left out.' },
		'own-two-headers': { name: 'Two Sec-WebSocket-Protocol lines', note: 'chat and superchat' },
		'own-both-in-one': { name: 'Both names in one line', note: 'chat, superchat' },
		'own-extension': { name: 'An extension not offered', note: 'x-wire101' },
		'own-deflate': {
			name: 'Shrink the browser’s window',
			note: 'Allowed, for it offers client_max_window_bits.'
		},
		'own-deflate-unknown': { name: 'A parameter that does not exist', note: 'level=9' },
		'own-deflate-16': { name: 'Window bits 16', note: 'server_max_window_bits=16' },
		'own-deflate-twice': { name: 'Compression accepted twice', note: 'Two header lines.' }
	},
	client: {
		title: 'The client offers',
		order: 'in its order of preference',
		protocols: 'Subprotocols',
		protocol: (n: string) => `Subprotocol ${n}`,
		addProtocol: 'Add a subprotocol',
		noProtocols: 'No subprotocol is offered: the header is left out.',
		newProtocol: 'chat',
		headerText: (header: string) => `As header text: ${header}`,
		pageText: 'As the page’s list',
		pageTextHint: 'Separated by commas; handed to new WebSocket(url, [ … ])',
		tooMany: (n: string) => `${n} elements. Here only the text can be edited.`,
		extensions: 'Extensions',
		noExtensions: 'No extension is offered: the header is left out.',
		addOffer: 'Add an offer',
		addFallback: 'Add a fallback',
		browserOffer: 'The browser writes this header by itself; a page cannot change it.',
		browserUnknown: 'Its offer appears once it has connected.',
		browserNothing: 'This browser offered no extension.',
		up: (what: string) => `${what}: up`,
		down: (what: string) => `${what}: down`,
		remove: (what: string) => `Remove ${what}`,
		unsendable:
			'A header value cannot hold one of these characters: only Latin-1 can be sent, without control characters. Remove it.'
	},
	offer: {
		nth: (n: string) => `Offer ${n}`,
		fallback: (n: string) => `Offer ${n}, a fallback`,
		name: 'Name of the extension',
		ofServer: 'Demanded of the server',
		ofClient: 'Announced of itself',
		absent: 'not named',
		bare: 'named, no value',
		bits: (bits: string, size: string) => `${bits} bits: ${size}`,
		otherValue: (value: string) => `“${value}”`,
		drop: (name: string) => `Remove ${name}`
	},
	server: {
		title: 'The server speaks',
		note: 'ws, set up by the query',
		protocols: 'Subprotocols it knows',
		protocolsHint: 'Separated by commas; empty: none',
		firstOffered: 'No list: it takes the first that is offered',
		compresses: 'Compresses: permessage-deflate',
		wants: 'What it wants itself',
		anyWindow: 'as the client likes',
		window: {
			server: 'Its own window, at most',
			client: 'The client’s window, at most'
		},
		context: {
			server: 'It clears its window after each message',
			client: 'The client is to clear its window after each message'
		},
		target: 'Request target'
	},
	answer: {
		title: 'You answer',
		note: 'The rest of the 101 is as it should be.',
		protocol: 'Sec-WebSocket-Protocol',
		extensions: 'Sec-WebSocket-Extensions',
		line: (header: string, n: string) => `${header}, line ${n}`,
		add: (header: string) => `Add a ${header} line`,
		none: 'Left out.',
		first: { protocol: 'superchat', extensions: 'permessage-deflate' }
	},
	send: {
		raw: 'Send the request',
		browser: 'Connect',
		own: 'Connect and answer',
		stop: 'Stop',
		running: 'Waiting for the answer…',
		notReady: 'Waiting for the lab server.',
		good: (n: number) =>
			n === 1
				? 'To keep the browser from waiting after failures, the lab has made one good handshake by itself.'
				: `To keep the browser from waiting after failures, the lab has made ${n} good handshakes by itself.`
	},
	trouble: {
		title: 'It was not sent',
		'raw-server-off':
			'This server does not let pages play the server, because a shared proxy may stand in front of it. The other two ways work.',
		'confirm-needed':
			'The answer holds the name of a header that acts beyond this connection. Send it from the response page, which asks first.',
		'too-many-connections':
			'This page has as many open connections as it may. Reload it to start again.',
		'too-many-recordings':
			'The recordings of this page have reached their limit. Reload it to start again.',
		'rate-limited': 'Too many commands in a short time. Wait a moment, then send again.',
		'no-channel': 'There is no channel to the lab server. Wait until it is back, then send again.',
		'not-loaded':
			'A part of this page has not been loaded, and the server does not answer. Send again when it is back.',
		other: (code: string) => `The server answered ${code}. Send again, or reload the page.`
	},
	table: {
		title: 'What is due',
		meta: 'by our reading of the RFCs, as you edit',
		protocols: 'Subprotocols, name by name',
		offers: 'Extensions, offer by offer',
		written: 'Your answer, line by line',
		offered: 'offered',
		line: 'line',
		outcome: 'outcome',
		why: 'why',
		noProtocols: 'No subprotocol is offered, so none may be chosen.',
		noOffers: 'No extension is offered, so none may be used.',
		noLines: 'Neither header is there: no subprotocol, no extension.',
		byServer: (name: string) =>
			`A server whose own order counts would take ${name}. The RFC leaves the choice to it; this one goes by the client’s order.`,
		outcomes: {
			chosen: 'chosen',
			'not-spoken': 'not spoken',
			'not-reached': 'not reached',
			repeated: 'repeated',
			'not-token': 'not a token',
			empty: 'empty',
			'refused-with-list': 'refused with the list'
		},
		reasons: {
			chosen: 'The first of the list that the server speaks.',
			'not-spoken': 'The server does not know it and passes it over.',
			'not-reached': 'A name before it was taken: one at most is chosen.',
			repeated: 'No name may be in the list twice (§4.1).',
			'not-token': 'A name is a token: visible ASCII without spaces and separators.',
			empty: 'Each element has at least one character.',
			'refused-with-list': 'One bad element makes the whole list bad: nothing is chosen.'
		},
		offerOutcomes: {
			accepted: 'accepted',
			declined: 'declined',
			malformed: 'malformed',
			'not-reached': 'not reached'
		},
		offerReasons: {
			accepted: 'The first offer that the server can meet.',
			'not-reached': 'An offer before it was accepted.',
			'compression-off': 'The server does not compress.',
			'extension-unknown': 'The server does not speak this extension.',
			'parameter-unknown': (name: string) => `permessage-deflate has no parameter ${name}.`,
			'parameter-repeated': (name: string) => `${name} appears twice.`,
			'value-invalid': (name: string) => `${name} has no legal value.`,
			'client-window-not-offered':
				'The server wants a smaller client window, and this offer does not name client_max_window_bits: it cannot be asked.'
		},
		lineOutcomes: { taken: 'allowed', failed: 'fail', overlooked: 'overlooked', open: 'open' },
		lineTaken: { protocol: 'It was offered.', extensions: 'It answers an offer.' },
		lineOpen: 'It depends on what the browser offers, which is known once it has connected.',
		due: 'The answer due',
		noHeader: (header: string) => `no ${header}`,
		unknown: 'known once the browser has connected',
		refusal: (status: string) => `${status}: the handshake is refused`,
		throws: 'SyntaxError: the browser’s constructor throws, and nothing is sent.',
		opens: 'A strict client opens the connection.',
		fails: 'A strict client fails the connection.',
		undecided: 'Not known until this browser has made its own offer.'
	},
	compare: {
		title: 'What really happened',
		empty: 'Nothing has been sent yet. The answer appears here, beside what is due.',
		stale: 'You have edited since. This is still what was sent:',
		what: 'what',
		due: 'due',
		answered: { raw: 'ws answered', browser: 'ws answered', own: 'this browser' },
		strict: 'Due by the RFC',
		rows: {
			constructor: 'new WebSocket()',
			status: 'Status',
			protocol: 'Sec-WebSocket-Protocol',
			extensions: 'Sec-WebSocket-Extensions',
			page: 'The page was told',
			'page-protocol': 'socket.protocol',
			'page-extensions': 'socket.extensions'
		},
		values: {
			none: 'none',
			waiting: 'still to come',
			'no-throw': 'returns',
			opened: 'open',
			failed: 'error, close 1006'
		},
		marks: { same: 'same', different: 'differs', open: 'open', left: 'left open' },
		agreed: {
			protocol: (name: string) => `Agreed: ${name}`,
			noProtocol: 'No subprotocol',
			deflate: 'messages may be compressed',
			noDeflate: 'no compression',
			refused: (status: string) => `Refused: ${status}`,
			threw: (name: string) => `The browser threw ${name}`,
			failed: 'This browser failed the connection',
			silent: 'No answer came',
			waiting: 'On its way'
		},
		as: 'As is due.',
		notAs: 'Not as is due; the reason stands below.',
		threwWords: 'In the browser’s words: ',
		threwNothing: 'No request was sent: the page learns it at once, from an exception.',
		pageOnly:
			'To the page every failure looks alike: error, then close 1006. The reason stands, if anywhere, in the browser’s console (F12).',
		body: 'ws says: ',
		why: 'Why they differ'
	},
	explanations: {
		unread: {
			short: 'ws does not read the header with compression off',
			text: 'A header that breaks the grammar has to fail the handshake. With permessage-deflate off, ws has nothing to agree to and does not parse it at all.'
		},
		'empty-element': {
			short: 'ws refuses an empty element',
			text: 'By the list rule of HTTP an empty element counts for nothing: senders leave it out, readers overlook it. ws answers 400.'
		},
		'space-around-equals': {
			short: 'ws refuses space around =',
			text: 'RFC 6455 cites a grammar in which white space may stand between any two words; newer HTTP no longer allows it here. Our strict reader takes it, ws refuses. A client should not write it.'
		},
		'number-read-leniently': {
			short: 'ws reads the value as a JavaScript number',
			text: 'A window is written as 8 to 15 without leading zeros; anything else makes the offer invalid, and a server declines it. ws reads 010 and 1e1 as 10 and agrees.'
		},
		'malformed-refused': {
			short: 'ws refuses the handshake over one bad offer',
			text: 'A server declines an offer that it cannot accept, takes the next, or goes on without compression. ws answers 400 as soon as one of them is malformed: the fallback is never reached.'
		},
		'malformed-behind-refused': {
			short: 'ws reads offers it does not need',
			text: 'The first offer can be met, so what comes after it decides nothing. ws checks the whole list before it chooses, and refuses the handshake over an offer that nobody would have taken.'
		},
		'none-met-refused': {
			short: 'ws refuses where it should go on without compression',
			text: 'Where no offer can be met, the handshake succeeds without the extension: compression is never a condition. ws answers 400, so a client that cannot shrink its window gets no connection at all.'
		},
		'smaller-window-refused': {
			short: 'ws takes its bound as the only value',
			text: 'A server that wants at most so many bits can live with fewer: it answers with the offer’s smaller value. ws compares the other way round and passes over an offer that asks for less than its own option.'
		},
		'fifteen-unnamed': {
			short: 'ws wants the default offered by name',
			text: 'A window that nobody names has 15 bits, so a server that wants at most 15 asks for nothing. With the option set to 15, ws demands client_max_window_bits in the offer all the same.'
		},
		other: {
			short: 'no known reason',
			text: 'The server did not answer as a strict reading demands, and none of the differences that we know explains it.'
		}
	},
	follow: {
		title: 'What follows from it',
		meta: 'permessage-deflate, each direction by itself',
		none: 'No compression was agreed: every message crosses as it is, and RSV1 stays 0.',
		taken: 'Offer taken',
		answer: 'Answer',
		lanes: {
			client: 'Client → server',
			server: 'Server → client'
		},
		compressor: { client: 'the client compresses', server: 'the server compresses' },
		scale: 'Window, in bits',
		window: (size: string, bits: string) => `Window of ${size} (2^${bits})`,
		offered: 'offer',
		answered: 'answer',
		reasons: {
			default: 'Nobody named it: 15 bits, the most.',
			'client-free': 'The client would have shrunk it if asked. The server did not ask.',
			'client-asked':
				'The client allowed it, and the server asked for it. Without that it may not ask.',
			'client-confirmed': 'The client named its own window, and the answer repeats it.',
			'client-smaller': 'The client named a window, and the server asked for a smaller one.',
			'client-promise':
				'The client announced it in the offer, and that holds though the answer does not repeat it.',
			'server-demanded': 'The client demanded it. The server had to repeat it, or decline.',
			'server-smaller': 'The client set a bound, and the server went below it.',
			'server-own': 'The server’s own choice. It may shrink its own window unasked.'
		},
		context: {
			kept: 'Keeps its window from message to message: later messages refer to earlier ones.',
			client: {
				offer: 'Begins anew with each message: the client offered it, and the answer repeats it.',
				answer: 'Begins anew with each message: the server demanded it, which needs no offer.',
				promise:
					'Begins anew with each message: the client announced it, and the answer does not repeat it.'
			},
			server: {
				offer: 'Begins anew with each message: the client demanded it.',
				answer: 'Begins anew with each message: the server’s own choice.',
				promise: ''
			}
		},
		memory: {
			title: 'Memory for each connection, by zlib',
			side: { client: 'Client', server: 'Server' },
			compressor: 'compresses',
			decompressor: 'reads',
			formula:
				'By zlib’s own account: 2^(bits + 2) bytes + 128 KiB to compress, 2^bits bytes to read, and a few KiB of state. That is why a server with many clients asks for small windows.',
			eight:
				'zlib’s compressor has no 8 bits: it takes 9, and refers no further back than 250 bytes.',
			thousand: (size: string) => `A server with 1,000 such connections: ${size}`
		},
		more: 'See messages compressed with it',
		context0: 'Without context takeover a side can reuse or free that memory between messages.'
	},
	crossed: {
		title: 'What crossed',
		meta: 'every byte as captured',
		empty:
			'Nothing has been sent yet. Request and response appear here, to be taken apart header by header.',
		choose: 'Choose a record to take it apart.',
		record: 'The chosen record'
	},
	shrink: {
		title: 'Who may shrink what',
		note: 'four parameters, two compressors',
		about:
			'Each parameter binds one compressor. In an offer the client demands it of the server or announces it of itself; an answer repeats what was demanded, and may add what the table allows.',
		parameter: 'Parameter',
		binds: 'Binds the compressor of',
		inOffer: 'In an offer',
		inAnswer: 'In the answer',
		uninvited: 'Server may add it unasked',
		sides: { client: 'the client', server: 'the server' },
		offerMeans: { demand: 'a demand: met, or the offer is declined', hint: 'an announcement' },
		owed: 'has to be repeated',
		notOwed: 'may be left out',
		yes: 'yes',
		no: 'no: only where it was offered',
		values: {
			none: 'no value',
			bits: '8 to 15',
			'bits-or-none-in-offer': '8 to 15; an offer may leave it out'
		}
	},
	reading: {
		title: 'How to read an offer',
		points: [
			{
				title: 'A subprotocol is a contract about messages',
				text: 'It says what text and binary messages mean, and nothing about frames. At most one is chosen; with none, the application decides. Names in wide use are registered with IANA.',
				section: '1.9'
			},
			{
				title: 'The list is an order of preference',
				text: 'The client puts what it likes best first. A server chooses any name of the list, or none; most go through it from the front. It never answers with a name of its own.',
				section: '4.1'
			},
			{
				title: 'None is legal, but not for a browser',
				text: 'By the RFC a server that speaks none of the names answers 101 without the header. The WHATWG standard is stricter: if the page offered any, the browser fails the connection. Chromium does so; Firefox opens. A server for browsers should choose one.',
				section: '4.2.2'
			},
			{
				title: 'Several offers of one extension are fallbacks',
				text: 'permessage-deflate may be offered more than once, each time with other parameters. The server takes the first that it can meet and ignores the rest.',
				section: 'RFC 7692 5.1'
			},
			{
				title: 'Declining is not refusing',
				text: 'An offer that cannot be met is passed over, and the handshake goes on: nobody depends on compression. A 400 is due only where the header itself cannot be read.',
				section: 'RFC 7692 5.1'
			},
			{
				title: 'What was not offered ends the connection',
				text: 'A subprotocol or an extension that was not offered, a parameter that fits no offer: the client must fail the connection. Otherwise the two would read the same bits differently.',
				section: '4.1'
			}
		]
	}
};
