/** Words of what is taken apart inside bodies and messages: chunks, event streams, JSON, Engine.IO. */
export const dissect = {
	names: {
		'chunk-size': 'chunk size',
		'chunk-data': 'chunk data',
		'line-name': 'field name',
		'line-value': 'field value',
		'json-key': 'JSON name',
		'json-value': 'JSON value',
		'packet-type': 'Engine.IO type',
		'packet-data': 'packet data',
		'packet-socket-type': 'Socket.IO type',
		'packet-attachments': 'attachments',
		'packet-namespace': 'namespace',
		'packet-ack': 'ack id',
		'packet-payload': 'Socket.IO payload'
	},
	about: {
		'chunk-size': 'bytes of content in this chunk, in hexadecimal; 0 ends the body (RFC 9112 §7.1)',
		'chunk-data': 'content, as long as the size in front of it says',
		'line-name': 'what stands before the colon: data, event, id or retry; all others are ignored',
		'line-value': 'what stands after the colon, without one leading space',
		'json-key': 'name of a member of an object',
		'json-value': 'as captured: no digit rounded, no escape undone',
		'packet-type':
			'one character that says what the packet is for: 0 to 6, or b for bytes as base64',
		'packet-data': 'what follows the type',
		'packet-socket-type': 'one digit of Socket.IO inside an Engine.IO message',
		'packet-attachments': 'how many binary messages follow that belong to this packet',
		'packet-namespace': 'the part of the application that it is for; without one it is /',
		'packet-ack': 'the sender waits for an ACK with the same number',
		'packet-payload': 'JSON; of an EVENT its name and its arguments'
	},
	body: {
		title: 'Body',
		wire: 'on the wire',
		chunks: 'chunks',
		framing: 'chunk sizes and line ends',
		content: 'content',
		inflated: (coding: string) => `inflated (${coding})`,
		ratio: (percent: string) => `${percent}% of it went over the wire`,
		inflatedTitle: 'Inflated bytes',
		inflatedMeta: (coding: string) => `${coding} undone; these bytes were not on the wire`,
		inflating: 'Inflating…',
		notLoaded: 'The code that inflates could not be loaded. Choose the record again to retry.',
		invalid: 'It cannot be inflated to the end: the compressed data is damaged.',
		cut: (most: string) => `Only the first ${most} of the inflated bytes are kept.`,
		pending: 'More of this body may be on its way.',
		other: 'There is nothing more to take apart: the head names no format that is known here.',
		notJson: 'The head says JSON, but these bytes are not JSON (yet).',
		place: (start: string, end: string) => `bytes ${start}–${end}`,
		placeOne: (at: string) => `byte ${at}`,
		clipped: (count: string) => `… and ${count} more characters, in the bytes below`,
		faults: 'Faults that readers pass over',
		showBytes: 'Show the bytes',
		moreFaults: (count: string) => `and ${count} more`,
		rows: (hidden: string) => `Show the remaining rows (${hidden})`,
		moreRows: (step: string, hidden: string) => `Show ${step} more rows (${hidden} left)`,
		earlierRows: (step: string, hidden: string) => `Show earlier rows (${step} of ${hidden})`
	},
	chunks: {
		title: 'Chunks',
		meta: (count: number, shown: string) =>
			count === 1
				? '1 chunk (Transfer-Encoding: chunked)'
				: `${shown} chunks (Transfer-Encoding: chunked)`,
		nth: (number: string) => `chunk ${number}`,
		holds: (size: string) => `announces ${size}`,
		last: 'size 0: the body ends here',
		arriving: (have: string, size: string) => `${have} of ${size} so far`
	},
	stream: {
		title: 'Event stream',
		meta: (events: string, lines: string) => `${events} dispatched, ${lines}`,
		events: (count: number, shown: string) => (count === 1 ? '1 event' : `${shown} events`),
		lines: (count: number, shown: string) => (count === 1 ? '1 line' : `${shown} lines`),
		event: (number: string, type: string) => `event ${number} · ${type}`,
		id: (id: string) => `id ${id}`,
		noEvent: 'no event: a block without data',
		open: 'not dispatched yet: no blank line so far',
		comment: 'a comment, ignored; it keeps a quiet connection from being cut',
		data: 'a line of the event’s data',
		eventType: 'which listeners are called; without this line, those for message',
		lineId: 'what Last-Event-ID says when the browser connects again',
		retry: 'milliseconds to wait before connecting again',
		unknown: 'ignored: the standard does not know this field',
		ignored: 'ignored',
		blank: 'blank line',
		dispatches: 'ends the block and dispatches the event',
		dispatchesNothing: 'ends the block; there is no data, so nothing is dispatched',
		tooLong: 'longer than this reader takes: ignored',
		arriving: 'still arriving',
		cut: (count: string) => `Only the first ${count} lines are taken apart.`
	},
	json: { title: 'JSON', meta: 'one value a line, each as captured' },
	engine: {
		title: 'Engine.IO packets',
		messageTitle: 'Engine.IO packet',
		meta: (count: number, shown: string) =>
			count === 1 ? '1 packet' : `${shown} packets, with the byte 1e between them`,
		messageMeta: 'the whole message is one packet',
		nth: (number: string) => `packet ${number}`,
		binary: 'binary message',
		none: 'no packets',
		unknown: 'unknown',
		types: {
			open: 'the server opens the session: its id, what can be upgraded to, how often it pings',
			close: 'this side ends the session',
			ping: 'are you there? In protocol 4 the server asks',
			pong: 'answers a ping, with the same data',
			message: 'carries one packet of Socket.IO',
			upgrade: 'from here on the session goes on over the WebSocket',
			noop: 'says nothing: it only answers a held poll, so that polling can end'
		},
		probe: 'tries the WebSocket before the session moves to it',
		probeAnswer: 'the WebSocket works: the same word comes back',
		socketTypes: {
			CONNECT: 'joins a namespace, or confirms that',
			DISCONNECT: 'leaves a namespace',
			EVENT: 'an event with its arguments',
			ACK: 'confirms an event, by its number',
			CONNECT_ERROR: 'a namespace was refused',
			BINARY_EVENT: 'an event whose bytes follow in messages of their own',
			BINARY_ACK: 'a confirmation whose bytes follow in messages of their own'
		},
		event: (name: string) => `event “${name}”`,
		inflated: 'The frame is compressed: these are the bytes of its message, inflated.'
	},
	violations: {
		'stream-invalid-utf8': {
			short: 'bytes that are not UTF-8',
			rule: 'An event stream is UTF-8, whatever its head says. Invalid bytes are read as U+FFFD.'
		},
		'field-unknown': {
			short: 'a field that the standard does not know',
			rule: 'A field whose name is not event, data, id or retry, in exactly this spelling, is ignored.'
		},
		'id-with-nul': {
			short: 'an id with U+0000',
			rule: 'A value of id that holds U+0000 NULL is ignored: the last event id stays what it was.'
		},
		'retry-not-digits': {
			short: 'retry is not a number',
			rule: 'A value of retry with anything but ASCII digits is ignored.'
		},
		'event-without-data': {
			short: 'an event without data',
			rule: 'Where the data buffer is empty at the blank line, the event type is forgotten and nothing is dispatched.'
		},
		'event-unfinished': {
			short: 'the stream ends inside an event',
			rule: 'Without its blank line an event is not dispatched: what has come of it is discarded.'
		},
		'line-too-long': {
			short: 'a line longer than this reader takes',
			rule: 'The standard sets no limit; this reader takes lines of up to 1 MiB and ignores longer ones.'
		},
		'event-too-large': {
			short: 'an event larger than this reader takes',
			rule: 'The standard sets no limit; this reader dispatches no event with more than 4 Mi characters.'
		},
		'engine-type-unknown': {
			short: 'not an Engine.IO packet type',
			rule: 'A packet begins with a digit from 0 to 6, or with b. The library ends the session with a parse error.'
		},
		'engine-text-not-utf8': {
			short: 'bytes that are not UTF-8',
			rule: 'Every packet but a binary message is UTF-8 text.'
		},
		'engine-base64-invalid': {
			short: 'b without base64 after it',
			rule: 'In a polling body a binary message is the letter b and its bytes as base64.'
		},
		'engine-handshake-malformed': {
			short: 'an open packet without a session id',
			rule: 'The data of an open packet is a JSON object with sid, upgrades, pingInterval, pingTimeout and maxPayload.'
		},
		'engine-too-many-packets': {
			short: 'more packets than are read here',
			rule: 'This reader takes apart 10,000 packets of one body; the rest is only in the bytes.'
		},
		'socket-type-unknown': {
			short: 'not a Socket.IO packet type',
			rule: 'An Engine.IO message begins with a digit from 0 to 6. The library closes the connection.'
		},
		'socket-attachments-malformed': {
			short: 'the number of attachments is missing',
			rule: 'BINARY_EVENT and BINARY_ACK say, with digits and a dash, how many binary messages follow: at least one.'
		},
		'socket-json-invalid': {
			short: 'what follows is not JSON',
			rule: 'After type, namespace and ack id, the rest is one JSON value.'
		},
		'socket-payload-unexpected': {
			short: 'the payload does not fit the type',
			rule: 'CONNECT takes an object, EVENT an array that begins with a name that is not reserved, ACK an array, DISCONNECT nothing.'
		},
		'chunk-malformed': {
			short: 'the chunked coding is broken here',
			rule: 'Each chunk is its size in hexadecimal, a line end, as many bytes, and a line end. After a fault the end cannot be found.'
		}
	}
};
