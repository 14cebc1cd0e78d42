/** Words of every page of the transports lab. */
const events = (count: string) => (count === '1' ? '1 event' : `${count} events`);

export const shell = {
	nav: 'Tools of the transports lab',
	tools: {
		race: 'Race',
		report: 'Standard comparison',
		login: 'QR log-in',
		game: 'Push game',
		chat: 'Chat room',
		scale: 'Scale'
	},
	descriptions: {
		race: 'Short polling, long polling, SSE, WebSocket and Socket.IO deliver the same events side by side; every byte and every delay is measured.',
		lane: 'The requests, responses and frames of one lane, byte for byte.',
		report: 'Nine fixed runs over five transports, and what they measured.',
		login: 'A log-in by QR code, waited for in five ways: time and requests, measured.',
		game: 'Monsters moved by the server, over the transport you choose.',
		chat: 'A chat room on ws, with the source that runs it.',
		scale: 'Memory and CPU of waiting clients, measured, and what a million would take.'
	},
	transports: {
		'short-polling': 'Short polling',
		'long-polling': 'Long polling',
		'server-sent-events': 'Server-sent events',
		websocket: 'WebSocket',
		'socket-io': 'Socket.IO'
	},
	/** Where several lanes have one transport. */
	laneName: (transport: string, number: string) => `${transport} ${number}`,
	otherTab: (lane: string, tab: string) => `${lane}, other tab ${tab}`,
	betweenSentences: ' ',
	/** What a lane adds to its transport, in a few words each, joined by commas. */
	laneSettings: {
		interval: (milliseconds: string) => `asks every ${milliseconds} ms`,
		etag: 'ETag',
		hold: (seconds: string) => `held up to ${seconds} s`,
		'long-polling': 'each request waits for an event',
		'server-sent-events': 'one response that never ends',
		websocket: 'either side may speak first',
		'socket-io': 'polls first, then upgrades',
		delay: (milliseconds: string) => `+${milliseconds} ms each way`,
		jitter: (milliseconds: string) => `+0–${milliseconds} ms jitter`,
		compression: 'compressed',
		tabs: (count: number) => (count === 1 ? '1 other tab' : `${count} other tabs`),
		separator: ', '
	},
	patterns: { steady: 'steady', bursty: 'bursts', rare: 'rare' },
	/** One line that says what the source was asked for. */
	source: (rate: string, pattern: string, size: string, seconds: string) =>
		`${rate} ${rate === '1' ? 'event' : 'events'} a second (${pattern}), ${size} each, for ${seconds} s`,
	noEvents: (seconds: string) => `no events, for ${seconds} s`,
	chart: {
		events: 'Events',
		requestsHead: 'requests',
		transport: 'transport',
		requests: 'requests',
		request: 'request',
		time: 'seconds since the start',
		bytesPerEvent: 'bytes per event',
		delay: 'delay, ms',
		seconds: (value: string) => `${value} s`,
		/** Bytes of a delivered event, by direction. */
		parts: (up: string, down: string) => `${up} up, ${down} down`,
		nothingDelivered: 'no event delivered yet',
		p95: (value: string) => `95% ≤ ${value}`,
		p99: (value: string) => `99% ≤ ${value}`,
		delays: (count: string, median: string, p95: string, p99: string) =>
			`Delays of ${events(count)} on a logarithmic axis: median ${median}, 95% within ${p95}, 99% within ${p99}`,
		noDelays: 'No delay measured yet',
		timeline: (transport: string, requests: string, delivered: string) =>
			`${transport} over time: ${requests} ${requests === '1' ? 'request' : 'requests'}, ${events(delivered)} delivered`,
		sourceTimeline: (count: string) => `${events(count)} at the source over time`,
		axis: { ms: (value: string) => value, s: (value: string) => `${value} s` }
	},
	table: {
		of: (delivered: string, emitted: string) => `${delivered} of ${emitted}`,
		none: '–'
	},
	bounds: (least: string, most: string, now: string) =>
		`It has to be between ${least} and ${most}. Until then, ${now} is used.`,
	wholeBounds: (least: string, most: string, now: string) =>
		`It has to be a whole number from ${least} to ${most}. Until then, ${now} is used.`,
	save: {
		pictureTitle: 'The same events, side by side',
		pictureNote:
			'Bytes are TCP payload, with all HTTP heads and WebSocket frame headers; IP and TCP headers are extra. Measured by Wire101.',
		label: 'Save',
		svg: 'Picture (SVG)',
		png: 'Picture (PNG)',
		json: 'Run (JSON)',
		failed: 'The picture could not be made: this browser refused to draw it.'
	},
	copy: { copied: 'Copied', failed: 'Not copied: the browser refused' }
};
