/** What is due, what really happened, and why the two differ. */
export const negotiationOutcome = {
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
	}
};
