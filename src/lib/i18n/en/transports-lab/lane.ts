/** A lane, byte for byte: its exchanges, and what stands inside them. */
import { dissect } from './dissect.ts';
import { http } from './http.ts';

export const lane = {
	title: 'A lane, byte for byte',
	lead: 'Every request, response and frame of one lane, as captured on the server’s sockets: heads, bodies, events and packets taken apart to the byte.',
	which: 'Lane',
	lanes: { other: (name: string, tab: string) => `${name}, other tab ${tab}` },
	backToRace: 'Back to the race',
	backToLogin: 'Back to the log-in',
	backToGame: 'Back to the game',
	empty: {
		title: 'No lane yet',
		body: 'A lane is filled by a race: its requests, responses and frames are captured on the server’s sockets while it runs. Start one, and come back here, even while it is on.',
		action: 'Start a race'
	},
	/** The same where lanes are those of log-ins. */
	emptyLogin: {
		title: 'No log-in yet',
		body: 'What a page exchanges while it waits to be logged in is captured on the server’s sockets. Let a page wait, and come back here, even while it does.',
		action: 'Log in by QR code'
	},
	/** The same where lanes are those of the game. */
	emptyGame: {
		title: 'No game yet',
		body: 'What brings the snapshots of the game, and what takes your keys to the server, is captured on the server’s sockets. Play for a while, and come back here.',
		action: 'Play the game'
	},
	list: {
		title: 'Exchanges',
		count: (count: number, shown: string) => (count === 1 ? '1 exchange' : `${shown} exchanges`),
		filtered: (shown: string, count: string) => `${shown} of ${count} exchanges`,
		filter: 'Filter',
		filterHint: 'method, path, status',
		none: 'No exchange matches the filter.',
		nothing: 'This lane has not asked for anything yet.',
		label: 'Exchanges of the lane',
		more: (kept: string, all: string) =>
			`The first ${kept} of ${all} exchanges are kept; all are counted.`,
		number: 'no.',
		request: 'request',
		status: 'status',
		begun: 'at',
		up: 'up',
		down: 'down',
		connection: 'TCP',
		held: 'took',
		events: 'events',
		numberLong: 'Number in the session',
		begunLong: 'Seconds since the lanes began to connect',
		upLong: 'Bytes from client to server, heads included',
		downLong: 'Bytes from server to client, heads included',
		connectionLong: 'Number of the TCP connection: a browser uses one for many requests',
		heldLong: 'From the request’s last byte to the end of the exchange, in milliseconds',
		eventsLong: 'Events delivered in this exchange',
		pending: 'open',
		noEvents: '–',
		unknownEvents: '?',
		unknownEventsLong: 'Not counted: its bytes were not all kept, or are compressed',
		cut: 'some bytes not kept',
		row: (parts: {
			readonly number: string;
			readonly request: string;
			readonly status: string;
			readonly up: string;
			readonly down: string;
			readonly connection: string;
		}) =>
			`${parts.number}, ${parts.request}, ${parts.status}, ${parts.up} up, ${parts.down} down, TCP ${parts.connection}`
	},
	cut: {
		title: 'Only counted',
		body: (kept: string, all: string) =>
			`${kept} of the ${all} of this exchange were kept; the rest was counted as it crossed the wire, and not kept. The totals are exact; those bytes cannot be shown.`
	},
	bench: {
		steps: 'What is shown of the exchange',
		loading: 'Loading the dissectors…',
		conversation: 'Conversation',
		anatomy: 'Anatomy',
		states: 'Both sides',
		noRecord: 'Nothing has crossed the wire yet.',
		choose: 'Choose an exchange in the list above.'
	},
	facts: {
		title: 'This exchange',
		begun: 'begins',
		request: 'request complete',
		response: 'response begins',
		end: 'ends',
		held: 'took',
		waiting: 'not yet',
		up: 'up',
		down: 'down',
		head: (size: string) => `head ${size}`,
		headUnknown: 'head not kept',
		connection: (number: string) => `TCP connection ${number}`,
		states: 'States, from the bytes',
		plain: 'A plain HTTP exchange: it has no WebSocket states.'
	},
	upgrade: {
		title: 'How Socket.IO moved to the WebSocket',
		body: 'Found in the captured bytes of this lane; each step leads to its record.',
		pending: 'not seen yet',
		/** The session has moved, and there was no noop. */
		unneeded: 'no poll was held: not needed',
		steps: {
			open: 'The polling response opens the session and offers the upgrade',
			switch: 'The WebSocket handshake, beside the polls',
			probe: 'The client probes it',
			answer: 'The server answers',
			noop: 'A noop answers the held poll',
			upgrade: 'The client moves the session over'
		},
		after: (time: string) => `+${time}`
	},
	dissect,
	http
};
