/** Words of experiments with the server’s bounds. */
export const limits = {
	title: 'Limits',
	lead: 'RFC 6455 allows 2⁶³ − 1 bytes in one frame, and sets no limit to the frames of a message, to pings or to time. §10.4 leaves it to every receiver to set bounds of its own. Here are seven ways to test them on a real server.',
	rule: 'One rule underlies them all: memory is taken for bytes that have arrived, never for bytes that were announced.',
	bounds: {
		title: 'Bounds in force here',
		note: 'as this server and this page state them',
		name: 'bound',
		value: 'value',
		about: 'what it bounds',
		unknown: 'not known yet',
		rows: {
			MAX_MESSAGE_BYTES: 'size of a WebSocket message, in one frame or many',
			MAX_RUN_BYTES: 'bytes that one run writes',
			MAX_RUN_WRITES: 'TCP writes of one run',
			MAX_RUN_SECONDS: 'duration of one run',
			frames: 'frames of one run, repetitions included (fixed)',
			frameBytes: 'bytes of one frame in the editor (fixed)'
		},
		pageName: { frames: 'page: frames', frameBytes: 'page: frame bytes' },
		seconds: (value: string) => `${value} s`
	},
	experiments: {
		announced: {
			title: 'A length over the limit',
			question:
				'The header announces one byte more than the server accepts. Sixteen bytes follow, then nothing. Does the server wait for the rest?',
			why: 'The header alone says that the message is too long, so there is nothing to wait for. A receiver that reserved the space first could run out of memory after a few bytes on each connection.'
		},
		sum: {
			title: 'Fragments that add up over the limit',
			question:
				'No frame is long, but together the fragments pass the limit, and the message still goes on. Where is it stopped?',
			why: 'A limit on frames would be no limit on messages: fragments have to be kept until the last has come. A receiver can add up the announced lengths and stop at the frame that passes the limit.'
		},
		huge: {
			title: '2⁶³ − 1 bytes announced',
			question:
				'The largest length that §5.2 allows: 8 EiB. A JavaScript number cannot even hold it exactly. What does the server make of it?',
			why: 'The length is legal, though no such message can exist. Programs whose numbers are exact up to 2⁵³ only have to compare before they convert. Close code 1009 means “too big”, not “wrong”.'
		},
		fragments: {
			title: 'Thousands of tiny fragments',
			question:
				'A message of one-byte fragments stays far below the limit in bytes, yet each fragment costs its receiver an object. Is there a limit on their number?',
			why: 'One byte of payload takes seven on the wire, and far more than that in memory. ws 8.23 accepts 16,384 fragments in one message by default (maxFragments); the RFC names no number.'
		},
		pings: {
			title: 'A flood of pings',
			question:
				'§5.5.2 demands a pong for each ping, as soon as is practical. Are as many pongs sent as pings? The RFC would allow answering the latest only (§5.5.3).',
			why: 'Nothing in the protocol slows pings down, and pongs that nobody reads wait in their sender’s memory. Here the bounds of a run keep the flood small.'
		},
		unfinished: {
			title: 'A frame that never ends',
			question:
				'The header announces more than is ever sent, and the connection stays open. How long does the server wait?',
			why: 'The bytes of a frame may take any time, so a receiver cannot tell slow from dead. It can measure silence: here the server waits IDLE_SECONDS. The lab itself waits one second for an answer, then hangs up.'
		},
		drip: {
			title: 'A slow drip',
			question:
				'A legal frame, one byte in each TCP write, with a pause after each. Does the server lose patience, or does the text come back?',
			why: 'Every byte that arrives is a sign of life, so an idle limit does not help. For HTTP heads this attack is known as Slowloris, and servers limit the total time. Here MAX_RUN_SECONDS ends a run.'
		}
	},
	setBy: 'set by',
	ownRule: 'ws: maxFragments, 16,384 by default',
	noVariable: 'no bound of the server; those of a run',
	willSend: 'will be sent',
	frames: (count: string) => `${count} frames`,
	oneFrame: 'one frame',
	writes: (count: string) => `${count} TCP writes`,
	oneWrite: 'one TCP write',
	pauses: (duration: string) => `${duration} of pauses`,
	begins: 'begins with',
	run: 'Run',
	runAgain: 'Run again',
	cancel: 'Cancel',
	running: 'Running…',
	notReady: 'The bounds of the lab server are not known yet.',
	tooBig: (limit: string, actual: string) =>
		`This server does not carry it out: the run needs ${actual}, and the bound is ${limit}.`,
	trouble: (code: string) => `It could not be sent (${code}). Try again in a moment.`,
	result: 'What the peer did',
	idle: 'Not run yet.',
	why: 'Why there is a bound',
	facts: {
		arrived: 'arrived',
		taken: 'arrived before the end',
		frames: 'whole frames',
		ended: 'peer ended after',
		answered: 'last answer after',
		silent: 'no answer for',
		pongs: 'pongs',
		of: (some: string, all: string) => `${some} of ${all}`,
		outcome: 'the run',
		outcomes: {
			written: 'written to its end',
			cancelled: 'cancelled',
			'peer-ended': 'cut short: the peer ended the connection',
			'timed-out': 'cut short: time ran out'
		}
	},
	open: 'Open in the editor'
};
