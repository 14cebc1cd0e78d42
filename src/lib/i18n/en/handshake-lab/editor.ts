/** Words of the editor of a hand-written request or response. */
import { presets } from './editor-presets.ts';

export const editor = {
	presets,
	title: { request: 'Your request', response: 'Your response' },
	view: { label: 'Form', table: 'Table', text: 'Text', both: 'Both' },
	tools: {
		label: 'Tools of the editor',
		undo: 'Undo',
		redo: 'Redo',
		presets: 'Presets',
		addHeader: 'Add a header',
		allLines: 'All lines',
		endings: { crlf: 'End in CR LF', lf: 'End in LF' },
		cases: {
			canonical: 'Names in their usual case',
			lower: 'Names in lower case',
			upper: 'Names in capitals'
		}
	},
	pick: {
		search: 'Search',
		none: 'Nothing has this name.',
		own: (name: string) => `A header of your own: ${name}`,
		found: (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
	},
	presetGroups: {
		legal: 'Legal',
		endpoint: 'Our endpoints',
		'start-line': 'Request line',
		header: 'Headers',
		negotiation: 'Negotiation',
		syntax: 'HTTP syntax',
		stream: 'Writes and bytes',
		history: 'Early drafts',
		accepted: 'Opens the WebSocket',
		broken: 'Broken 101',
		refusal: 'Refusals'
	},
	headerGroups: {
		handshake: 'Handshake',
		site: 'Credentials',
		browser: 'What browsers add',
		server: 'What servers add',
		http: 'HTTP in general',
		proxy: 'On the way',
		draft: 'Early drafts'
	},
	strict: {
		label: 'Your draft, read strictly',
		opens: 'A client takes this response: the WebSocket opens.',
		fails: 'A client must fail the connection over this response.',
		due: (status: string) => `Due: ${status}.`,
		faults: (count: number) => (count === 1 ? '1 rule broken.' : `${count} rules broken.`),
		tolerated: (count: number) =>
			count === 1 ? '1 more may be tolerated.' : `${count} more may be tolerated.`,
		open: 'The head has not ended yet: the other side waits for more.',
		empty: 'Nothing is written yet. Begin with a preset, or type.',
		add: (name: string) => `Add ${name}`
	},
	text: {
		label: { request: 'Request as text', response: 'Response as text' },
		note: 'A line break is CR LF. What cannot be seen is written \\r \\n \\t \\xNN, a backslash \\\\.',
		unreadable: (line: string, column: string) =>
			`Line ${line}, character ${column} is not an escape: \\r, \\n, \\t, \\\\ or \\x and two hex digits. The draft has not changed.`,
		insertAccept: 'Insert the Accept due',
		faults: 'What breaks a rule'
	},
	table: {
		label: { request: 'Lines of the request', response: 'Lines of the response' },
		keys: 'Arrows go from cell to cell, Alt+↑ and Alt+↓ move the line, Enter adds one below.',
		line: (n: string, name: string) => (name ? `line ${n}: ${name}` : `line ${n}`),
		grip: (n: string) => `Line ${n}. Drag it, or press Alt and an arrow; Delete removes it`,
		moved: (from: string, to: string) => `Line ${from} is now line ${to}`,
		removed: (n: string) => `Line ${n} removed`,
		method: 'Method',
		target: 'Target',
		version: 'HTTP version',
		status: 'Status',
		reason: 'Reason',
		name: 'Name',
		value: 'Value',
		fold: 'Goes on with the value above',
		stray: 'A line without a colon',
		blank: 'Blank line: the head ends here',
		blankEarly: 'Blank line before the start',
		noBlank: 'No blank line: the head never ends',
		noBlankMore:
			'The other side goes on waiting, and whatever it is sent next still belongs to the head.',
		addBlank: 'Add the blank line',
		spacing: 'Spacing',
		ending: 'Line end',
		more: 'About this line, and its tools',
		unreadable: 'Not an escape: \\r, \\n, \\t, \\\\ or \\x and two hex digits',
		tooManyLines: (limit: string) =>
			`Only the first ${limit} lines are in the table; the text has all of them.`
	},
	endings: { crlf: 'CR LF', lf: 'LF', cr: 'CR', none: 'none' },
	endingsMeaning: {
		crlf: 'As HTTP demands.',
		lf: 'LF alone: lenient readers take it.',
		cr: 'CR, and its LF is missing.',
		none: 'The bytes stop here.'
	},
	gaps: {
		beforeColon: 'Before the colon',
		afterColon: 'After the colon',
		trailing: 'After the value',
		none: 'none',
		space: 'space',
		spaces: 'two',
		tab: 'tab',
		words: (before: string, after: string, trailing: string) =>
			`before the colon: ${before}; after it: ${after}; after the value: ${trailing}`
	},
	/** For names of controls: a label and its value, two sentences. */
	pair: (name: string, value: string) => `${name}: ${value}`,
	sentences: (first: string, second: string) => `${first}. ${second}`,
	cases: { label: 'Name', canonical: 'Usual', lower: 'Lower', upper: 'Upper' },
	card: {
		up: 'Move up',
		down: 'Move down',
		duplicate: 'Duplicate',
		remove: 'Remove',
		setBy: 'Set by',
		checkedBy: 'Checked by',
		section: 'Defined in',
		required: 'required',
		unknown:
			'The WebSocket handshake does not use this header. Servers hand it to the site’s own code, as they do with any.',
		notHere: {
			request: 'This header belongs in a response: in a request it has no meaning.',
			response: 'This header belongs in a request: in a response it has no meaning.'
		},
		start: {
			request: 'Method, target and version, one space between them.',
			response: 'Version, status and reason. Programs read the number; the reason may be empty.'
		},
		blank:
			'An empty line ends the head. What follows is no header any more, but a body, frames or the next request.',
		fold: 'A line that begins with whitespace goes on with the value above. RFC 7230 withdrew this in 2014: a server refuses it, or reads a space in its place.',
		stray:
			'A header line has a colon after its name. Readers refuse this line, or skip it. Type a colon to make it a header.'
	},
	accept: {
		chip: 'the Accept due for your browser’s key',
		note: 'The server puts it in when the browser has connected: only then is the key known.',
		put: 'Put in the Accept due',
		replace: 'Write another value in its place'
	},
	rest: {
		title: 'After the head',
		none: 'Nothing follows.',
		bytes: (count: string) => `${count} more`,
		label: { text: 'Bytes after the head, as text', hex: 'Bytes after the head, in hex' },
		form: 'Form of the bytes',
		text: 'Text',
		hex: 'Hex',
		add: 'Add bytes',
		remove: 'Remove them',
		open: 'The head has not ended: what you add here belongs to it.',
		note: {
			request:
				'They leave in the same write. After a 101 the server reads them as frames; otherwise they are a body, or the next request.',
			response:
				'They leave in the same write. After a 101 the browser reads them as frames; otherwise they are the body.'
		},
		notHex: (position: string) =>
			`Character ${position} is not a hex digit. The bytes have not changed.`,
		halfByte: 'The last byte has only one digit. The bytes have not changed.',
		tooLong: (limit: string) => `More than ${limit}: edit it in the text of the whole draft.`
	},
	tooBig: (length: string, limit: string) =>
		`That would make ${length}; a draft may have ${limit}. The draft has not changed.`
};
