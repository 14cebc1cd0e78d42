/** Words of experiments with the server’s bounds. */
export const limits = {
	title: 'Limits',
	lead: 'RFC 6455 lets a message be 2⁶³ − 1 bytes long and says nothing of how many frames, pings or minutes it may take. §10.4 leaves it to every receiver to set bounds of its own. Here are seven ways to test them, live.',
	rule: 'One rule lies under all of them: memory is taken for bytes that have arrived, never for bytes that were announced.',
	bounds: {
		title: 'Bounds in force here',
		note: 'told by this server, and by this page',
		name: 'bound',
		value: 'value',
		about: 'what it bounds',
		unknown: 'not told yet',
		rows: {
			MAX_MESSAGE_BYTES: 'a WebSocket message, of one frame or of many',
			MAX_RUN_BYTES: 'bytes that one run of this lab writes',
			MAX_RUN_WRITES: 'TCP writes of one run',
			MAX_RUN_SECONDS: 'time that one run takes',
			frames: 'frames of one run, repetitions included (fixed, in the page)',
			frameBytes: 'bytes of one frame drafted here (fixed, in the page)'
		},
		pageName: { frames: 'page: frames', frameBytes: 'page: frame bytes' },
		seconds: (value: string) => `${value} s`
	},
	experiments: {
		announced: {
			title: 'A length over the limit, announced',
			question:
				'The header says one byte more than the server takes. Sixteen bytes follow, then nothing. Does the server wait for the rest?',
			why: 'The header alone says that the message is too long, so there is nothing to wait for. A receiver that reserved the space first could be emptied of memory by a few bytes a connection.'
		},
		sum: {
			title: 'A sum of fragments over the limit',
			question:
				'No frame is long, but together the fragments pass the limit and the message still goes on. Where is it stopped?',
			why: 'A limit on frames would be no limit on messages: fragments have to be kept until the last has come. The receiver adds up the announced lengths and stops at the frame that passes the limit.'
		},
		huge: {
			title: '2⁶³ − 1 bytes announced',
			question:
				'The largest length that §5.2 allows: 8 EiB. A JavaScript number cannot even hold it exactly. What does the server make of it?',
			why: 'The length is legal, and the message cannot exist. Programs whose numbers end at 2⁵³ have to compare before they convert; close code 1009 says “too big”, not “wrong”.'
		},
		fragments: {
			title: 'Thousands of tiny fragments',
			question:
				'A message of one-byte fragments stays far below the limit in bytes. Yet each fragment costs its receiver an object. Is there a limit on their number?',
			why: 'One byte of payload costs seven on the wire and some hundred in memory. ws 8.23 takes 16,384 fragments of one message by default (maxFragments); the RFC names no number.'
		},
		pings: {
			title: 'A flood of pings',
			question:
				'§5.5.2 demands a pong for each ping, as soon as is practical. Are as many pongs sent as pings? The RFC would allow to answer only the latest.',
			why: 'Nothing in the protocol slows pings down. What helps is back-pressure: whoever does not read its pongs is read no further. Here the run’s own bounds keep the flood small.'
		},
		unfinished: {
			title: 'A frame that never ends',
			question:
				'The header announces more than is ever sent, and the connection stays open. How long does the server wait?',
			why: 'The bytes of a frame may take any time, so a receiver cannot tell slow from dead. What it can do is count silence: IDLE_SECONDS here. The lab hangs up after it has waited a second for an answer.'
		},
		drip: {
			title: 'A slow drip',
			question:
				'A legal frame, one byte in each TCP write, with a pause after each. Does the server lose patience, or does the text come back?',
			why: 'Every byte that arrives is a sign of life, so idle limits do not help against it. For HTTP heads servers know this attack (Slowloris) and bound the whole time. Here MAX_RUN_SECONDS ends a run.'
		}
	},
	setBy: 'set by',
	ownRule: 'ws: maxFragments, 16,384 by default',
	noVariable: 'no variable; TCP back-pressure',
	willSend: 'will be sent',
	frames: (count: string) => `${count} frames`,
	oneFrame: 'one frame',
	writes: (count: string) => `${count} TCP writes`,
	oneWrite: 'one TCP write',
	pauses: (duration: string) => `${duration} of pauses`,
	begins: 'it begins',
	run: 'Run',
	runAgain: 'Run again',
	cancel: 'Cancel',
	running: 'Running',
	notReady: 'The lab server has not told its bounds yet.',
	tooBig: (limit: string, actual: string) =>
		`Not with this server: the run would need ${actual}, and its bound is ${limit}.`,
	trouble: (code: string) => `It could not be sent (${code}). Try again in a moment.`,
	result: 'What the peer did',
	idle: 'Not run yet.',
	why: 'Why there is a bound',
	facts: {
		arrived: 'arrived',
		taken: 'arrived before it ended',
		frames: 'whole frames',
		ended: 'it ended after',
		answered: 'last answer after',
		silent: 'no answer for',
		pongs: 'pongs',
		of: (some: string, all: string) => `${some} of ${all}`,
		outcome: 'the run',
		outcomes: {
			written: 'written to its end',
			cancelled: 'cancelled',
			'peer-ended': 'cut short: the peer ended the connection',
			'timed-out': 'cut short: it took too long'
		}
	},
	open: 'Open this run in the frame editor'
};
