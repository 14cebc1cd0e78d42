const count = (n: number) => n.toLocaleString('en');
const bytes = (n: number) => (n === 1 ? '1 byte' : `${count(n)} bytes`);
const writes = (n: number) => (n === 1 ? '1 write' : `${count(n)} writes`);

/** Words of the run: items, cuts, pauses, sending, the parser at work. */
export const runs = {
	title: 'Run',
	undo: 'Undo',
	redo: 'Redo',
	link: {
		copy: 'Copy link',
		copied: 'Copied',
		failed: 'Not allowed to copy. The link stands in the address bar.',
		hint: 'The link holds the whole run: whoever opens it sees this draft.'
	},

	role: {
		label: 'Who you are',
		client: 'Client',
		server: 'Server',
		clientHint: 'Your bytes go over a TCP connection to the ws server’s /ws/echo.',
		serverHint: 'Your bytes go to the WebSocket of this browser.',
		serverOff:
			'You cannot play the server here: a shared proxy may stand between this server and you.'
	},
	extensions: {
		client: 'Extensions offered',
		server: 'Extensions in the 101',
		none: 'none',
		hintClient: 'Sec-WebSocket-Extensions of the request, as you write it',
		hintServer: 'Sec-WebSocket-Extensions of the response, offered or not'
	},

	items: {
		label: 'Frames and pauses, in order',
		add: 'Add',
		addFrame: 'Frame',
		addFrameHint: 'empty: flip its bits',
		addText: 'Text frame',
		addPing: 'Ping',
		addPause: 'Pause',
		addFin: 'End: FIN',
		addRst: 'End: RST',
		pause: 'pause',
		fin: 'FIN: you end your side',
		rst: 'RST: you reset the connection',
		noBytes: 'no bytes yet',
		unread: 'read as part of an earlier frame',
		more: 'more frames inside',
		times: 'Times',
		timesShort: (n: number) => `×${count(n)}`,
		ms: 'ms',
		pauseLength: 'Pause, ms',
		up: 'Move up',
		down: 'Move down',
		duplicate: 'Duplicate',
		remove: 'Remove',
		drag: 'Drag to another place',
		violations: (n: number) => (n === 1 ? '1 violation' : `${count(n)} violations`),
		name: (n: number, what: string, size: string) => `${n}. ${what}${size ? `, ${size}` : ''}`,
		tools: 'Selected item',
		keys: 'Keyboard: ↑ ↓ choose, Alt+↑ Alt+↓ move, Delete removes'
	},
	empty: {
		title: 'Nothing to send yet',
		detail: 'Begin with a legal frame and break it, or build one from nothing, bit by bit.',
		hello: 'Text “Hello”',
		nothing: 'An empty frame'
	},

	bar: {
		title: 'TCP writes',
		label: 'The run’s bytes and the cuts between its writes',
		count: (n: number, all: number) => `${bytes(all)} in ${writes(n)}`,
		folded: (n: number) => `+${count(n)}`,
		cut: 'Cut between two writes',
		cutIn: (offset: number, frame: number) =>
			`after byte ${count(offset)} of frame ${count(frame)}`,
		afterFrame: (frame: number) => `after frame ${count(frame)}`,
		cutHint: (where: string) => `A write ends ${where}. Drag it; ← → move it, Delete removes it.`,
		hiddenCuts: (n: number) =>
			n === 1 ? '1 more cut is not drawn.' : `${count(n)} more cuts are not drawn.`,
		marks: {
			pause: (ms: number) => `${count(ms)} ms`,
			times: (n: number) => `×${count(n)}`,
			fin: () => 'FIN',
			rst: () => 'RST'
		},
		how: 'Cut all at once',
		byteByByte: 'Byte by byte',
		allAtOnce: 'All in one',
		eachFrame: 'Frame by frame',
		gap: 'Gap, ms',
		gapHint: 'Time between two writes, for a slow drip',
		addCut: 'Add a cut',
		removeCut: 'Remove cut',
		press: 'Press between two bytes to cut; drag a cut to move it.',
		everyByte: 'Each byte is a write of its own.',
		kernel:
			'A write is handed to the kernel. TCP may still join or divide writes that follow closely; a gap keeps them apart.'
	},

	send: {
		send: 'Send',
		sendAgain: 'Send on the open connection',
		running: 'Sending…',
		cancel: 'Cancel',
		fin: 'Hang up: FIN',
		rst: 'Hang up: RST',
		keepOpen: 'Keep the connection open',
		keepOpenHint: 'The next run goes over the same connection while it lasts.',
		open: 'The connection is open.',
		noServer: 'The lab server cannot be reached yet. The page keeps trying.'
	},
	expected: {
		label: 'What the RFC demands',
		legal: 'Legal: by the RFC, the receiver accepts it.',
		nothing: 'No frame yet.',
		unfinishedFrame: (needed: string) =>
			`Legal so far, but it ends inside a frame: the receiver waits for ${needed} more.`,
		unfinishedMessage:
			'Legal so far, but it ends inside a message: the receiver waits for the last fragment.',
		fail: (code: number) => `By the RFC, the receiver must fail the connection with ${code}.`,
		close: (code: number | null) =>
			code === null
				? 'A legal close frame without a code: by the RFC, the receiver answers with one.'
				: `A legal close frame with ${code}: by the RFC, the receiver answers with one.`,
		bytes
	},
	faults: {
		items: (actual: string, limit: string) =>
			`The run has ${actual} items; ${limit} is the most. Remove some.`,
		'frame-bytes': (actual: string, limit: string) =>
			`A frame has ${actual} bytes; ${limit} is the most. Make its payload shorter.`,
		'draft-bytes': (actual: string, limit: string) =>
			`The frames have ${actual} bytes together; ${limit} is the most. Send one of them several times instead.`,
		frames: (actual: string, limit: string) =>
			`${actual} frames would be sent; ${limit} is the most. Send them fewer times.`,
		steps: (actual: string, limit: string) =>
			`The run takes ${actual} steps; ${limit} is the most. Make fewer cuts.`,
		pause: (actual: string, limit: string) =>
			`A pause or gap of ${actual} ms is longer than ${limit} ms. Make it shorter.`,
		script: (actual: string, limit: string) =>
			`The run takes ${actual} characters on its way to the server; ${limit} is the most. Make the frames shorter.`,
		'run-bytes': (actual: string, limit: string) =>
			`${actual} bytes would be sent; this server carries out at most ${limit}. Send fewer.`,
		'run-writes': (actual: string, limit: string) =>
			`${actual} writes would be made; this server carries out at most ${limit}. Make fewer cuts.`,
		'run-seconds': (actual: string, limit: string) =>
			`The run would last ${actual} s; this server ends it after ${limit} s. Make the pauses shorter.`
	},

	middle: { label: 'Draft or captured bytes', draft: 'Draft', wire: 'On the wire' },
	wire: {
		edit: 'Edit this frame',
		editHint: 'Loads the captured bytes of this frame as a draft of one frame',
		empty: 'Nothing has crossed the wire yet. Send the run, and its bytes appear here.',
		noRecord: 'Choose a record of the conversation to take it apart.'
	},

	results: {
		title: 'What happened',
		judges: 'Two judges',
		judgesHint: 'the RFC read strictly, and the real peer',
		judgesSoFar: (ms: string) => `up to the cursor, ${ms} ms`,
		waiting: 'The peer has not answered yet.',
		empty: 'Nothing has been sent yet.',
		emptyDetail:
			'Send the run: every byte in both directions is captured, and two judges give their verdicts.'
	},
	parser: {
		title: 'The parser',
		hint: (record: number) => `at record ${count(record)}`,
		label: 'How far the receiver has read in this frame',
		steps: {
			first: 'first byte',
			second: 'second byte',
			extended: 'extended length',
			key: 'masking key',
			payload: 'payload'
		},
		of: (arrived: string, all: string) => `${arrived} of ${all}`,
		unknown: 'not known yet',
		absent: {
			first: '',
			second: '',
			extended: 'none: 7 bits hold it',
			key: 'none: not masked',
			payload: 'empty'
		},
		needs: (n: string, step: string) => `Needs ${n} more for the ${step}.`,
		bytes: (n: number | bigint) => (n === 1 ? '1 byte' : `${n.toLocaleString('en')} bytes`),
		whole: (n: number) => `The frame is whole: ${bytes(n)}.`
	},
	reads: {
		client: 'Reads',
		server: 'Writes',
		clientHint: 'each box is one read of the server’s socket',
		serverHint: 'each box is one write, handed to the kernel',
		label: 'Chunks in order of time, latest last',
		earlier: (n: number) => (n === 1 ? '1 earlier' : `${count(n)} earlier`),
		piece: (record: number, from: number, to: number, of: number) =>
			`record ${count(record)}, bytes ${count(from)} to ${count(to - 1)} of ${count(of)}`,
		more: (n: number) => `+${count(n)}`,
		size: (n: string) => `${n} B`,
		none: 'No frame has been read yet.'
	},
	steps: { label: 'Steps', run: 'Run', editor: 'Frame', results: 'Result' }
};
