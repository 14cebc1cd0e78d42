export const workbench = {
	title: 'Workbench',
	description:
		'Open a real WebSocket, see every byte that crossed the connection, and take it apart down to the bit.',
	panes: { label: 'Panes', traffic: 'Traffic', anatomy: 'Anatomy', sides: 'Both sides' },

	connection: {
		label: 'Connection',
		peers: 'Peers',
		browserToEcho: 'WebSocket API ↔ ws echo',
		url: 'URL',
		subprotocols: 'Subprotocols',
		noSubprotocols: 'none',
		subprotocolsHint: 'Offered in this order, separated by commas',
		deflate: 'Deflate',
		on: 'on',
		off: 'off',
		stateAtCursor: 'State at the cursor: ',
		connect: 'Connect',
		connecting: 'Connecting…',
		close: 'Close',
		which: 'Which connection',
		nth: (n: number) => `Connection ${n}`
	},

	source: {
		live: 'Live',
		liveTitle: 'Captured on the server’s socket while this page’s own connection runs',
		recorded: 'Recorded',
		recordedTitle: (startedAt: string) => `A stored capture, recorded ${startedAt}`,
		menu: 'Recording',
		save: 'Save as a file',
		withSecrets: 'secrets shown',
		withoutSecrets: 'secrets hidden',
		open: 'Open a file…',
		sample: 'Open the sample recording',
		backToLive: 'Back to live',
		discard: 'Forget earlier connections'
	},

	closeForm: {
		title: 'Close the connection',
		code: 'Close code',
		codeHint: 'A script may use 1000 or 3000–4999. Try 1005 and read what the browser says.',
		noCode: 'none',
		reason: 'Reason',
		reasonHint: (bytes: number) => `${bytes} of 123 bytes`,
		submit: 'Call close()'
	},

	composer: {
		label: 'Composer',
		kind: 'What to send',
		text: 'text',
		binary: 'binary',
		json: 'JSON',
		burst: 'burst',
		server: 'from the server',
		message: 'Message text',
		hex: 'Bytes in hex',
		hexPlaceholder: '48 65 6c 6c 6f',
		file: 'From a file…',
		fileTooBig: (size: string, limit: string) =>
			`The file is ${size}. The server takes messages of up to ${limit}: choose a smaller file.`,
		fileChosen: (name: string, size: string) => `${name}, ${size}`,
		removeFile: 'Remove the file',
		jsonValue: 'JSON value',
		jsonSent: 'Sent as compact text; WebSocket itself knows nothing of JSON',
		jsonError: (message: string) => `Not JSON yet: ${message}`,
		hexNotHex: (position: number) =>
			`Character ${position} is not a hex digit. Write two digits 0–9 or a–f for each byte.`,
		hexHalfByte: (position: number) =>
			`The byte at character ${position} has only one digit. Write two digits for each byte.`,
		burstCount: 'Messages',
		burstRate: 'Per second',
		burstRateHint: '0 sends them at once',
		burstSize: 'Bytes each',
		burstRunning: (sent: number, of: number) => `${sent} of ${of} sent`,
		burstStop: 'Stop',
		serverPing: 'Send a ping',
		serverPingPayload: 'Ping payload',
		serverClose: 'Close',
		serverHint:
			'Browsers give scripts no way to send a ping. Here the server’s code sends one, and the browser answers by itself.',
		cost: (payload: string, frame: string) => `${payload} payload, ${frame} on the wire`,
		costNote: 'Before compression. The header has 2, 4 or 10 bytes, the masking key 4.',
		send: 'Send',
		connectAndSend: 'Connect and send',
		open: 'Compose'
	},

	exception: {
		title: (name: string, call: string) => `${call} threw ${name}`,
		browserSays: 'The browser’s own words: ',
		nothingSent: 'Nothing was sent. The connection is as it was.'
	},

	channel: {
		connecting: 'Reaching the lab server…',
		lost: 'The lab channel is lost. Reconnecting…',
		lostDetail:
			'What you have recorded is still here. The server keeps what you miss for 30 seconds.',
		expired: 'The lab session ended while the channel was lost.',
		expiredDetail:
			'A new session has begun. What you recorded before stays here; new connections are recorded again.',
		refused: 'The lab server refused this page.',
		unreachable: 'The lab server cannot be reached.',
		unreachableDetail:
			'No new connection can be opened or captured now. Recordings still work. The page keeps trying.',
		replaced: 'This session is open in another tab.',
		replacedDetail: 'Reload the page to begin a new one.',
		reasons: {
			'too-many-sessions':
				'This server has reached its limit of open pages. Close a tab, or try again in a minute.',
			'rate-limited':
				'This page sent too many messages in a short time. Wait a few seconds, then try again.',
			'unsupported-version': 'The server was updated. Reload the page.',
			idle: 'Nothing happened for a long time, so the session ended. Try again to begin a new one.',
			other: (code: string) => `Its reason: ${code}.`
		},
		retry: 'Try again now',
		sample: 'Open the sample recording'
	},

	errors: {
		title: 'That did not work',
		dismiss: 'Dismiss',
		observe: {
			'too-many-connections':
				'This page has as many open connections as one session may have. Close one, then connect again.',
			'rate-limited': 'Too many commands in a short time. Wait a second, then try again.',
			'no-channel':
				'There is no channel to the lab server, so nothing could be captured. Wait until it is back.',
			other: (code: string) => `The lab server refused the command (${code}).`
		},
		notLoaded:
			'This part of the page has not been loaded yet, and the server does not answer. Try again when it is back.',
		foreignUrl: (host: string) =>
			`Only this server’s own endpoints can be captured. Begin the URL with ws://${host}/ws/.`,
		recordingUnreadable: (why: string) =>
			`This file cannot be opened as a recording: ${why}. Choose another file.`,
		recordingReasons: {
			'not-json': 'it is not JSON',
			'not-a-recording': 'it is JSON, but not a Wire101 recording',
			'unknown-version': 'it was made by a newer Wire101, which this version cannot read',
			'too-large': 'it is larger than this page accepts',
			'too-many-events': 'it has more events than this page accepts',
			'too-many-connections': 'it has more connections than this page accepts',
			'too-many-bytes': 'it holds more bytes than this page accepts',
			'invalid-event': 'an event in it is damaged'
		}
	},

	edit: 'Edit and send',
	editHint: 'Opens this frame in the frame lab: change any bit, and send it',

	empty: {
		title: 'Nothing yet. Each read and write will appear here, in order of time.',
		invitation: 'Open a connection and watch every byte',
		connect: 'Open a connection',
		live: 'The page opens a real WebSocket to this server. What its socket reads and writes is recorded, and taken apart here down to the bit.',
		noRecord: 'Choose a record of the conversation to take it apart.'
	},

	stopped: 'The recording reached its limit. The connection goes on unrecorded.',

	keys: {
		title: 'Keyboard',
		play: 'Play or pause',
		previousRecord: 'Previous record',
		nextRecord: 'Next record',
		live: 'Follow the live end',
		bits: 'Move by bit',
		rows: 'Move by row of bits',
		space: 'Space'
	}
};
