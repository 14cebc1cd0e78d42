/** Words of the race: what it is asked to do, and what of it is seen. */
export const race = {
	title: 'Race',
	lead: 'One stream of events, five ways to deliver it, side by side on real connections. Every byte of TCP payload is counted in both directions, every delay is measured.',
	start: 'Start',
	again: 'Run again',
	stop: 'Stop',
	live: 'Live',
	noServer: 'The lab server is not reached: nothing can be raced.',
	source: {
		title: 'Events at the source',
		pattern: 'How the events come',
		patterns: { steady: 'Steady', bursty: 'Bursts', rare: 'Rare' },
		patternHints: {
			steady: 'Evenly, one after the other.',
			bursty: 'The same number, in bunches.',
			rare: 'At random, with long silences.'
		},
		rate: 'Rate',
		rateUnit: 'a second',
		size: 'Size',
		sizeUnit: 'B',
		seconds: 'Run for',
		secondsUnit: 's',
		seed: 'Seed',
		seedHint: 'The same seed makes the same events at the same times again.'
	},
	lanes: {
		title: 'Lanes',
		add: 'Add a lane',
		none: 'No lane yet. Add at least one transport to race.',
		full: (most: string) => `There is room for ${most} lanes, other tabs counted.`,
		fullRows: (most: string) => `A race compares up to ${most} lanes.`,
		edit: 'Settings',
		editOf: (lane: string) => `Settings of ${lane}`,
		done: 'Done',
		remove: 'Remove',
		removeOf: (lane: string) => `Remove ${lane}`,
		interval: 'Ask every',
		etag: 'Ask with If-None-Match (ETag), so that “nothing new” is a 304 without a body',
		hold: 'Hold for up to',
		delay: 'Delay each way',
		jitter: 'Jitter up to',
		compression: 'Compression (permessage-deflate, or gzip for HTTP)',
		tabs: 'Other tabs',
		tabsHint:
			'As many further connections of the same kind, as other tabs of this site would hold.',
		network:
			'Delay and jitter are added by our server on the real socket, after the bytes are recorded; the order is kept.',
		milliseconds: 'ms',
		seconds: 's'
	},
	presets: {
		title: 'Worth trying',
		choose:
			'Point at a plan to read why; press it to set it up. Everything can be changed afterwards.',
		items: {
			five: {
				name: 'All five',
				why: 'Five events a second, nothing special: who asks how often, and what an event costs.'
			},
			rare: {
				name: 'Rare events',
				why: 'Where polling wins: with an event now and then and a question every 10 s, hardly anything is sent. What does a held connection spend in the same time?'
			},
			silence: {
				name: 'Nothing happens',
				why: 'No event at all. What is sent is the price of waiting.'
			},
			flood: {
				name: '50 a second',
				why: 'Long polling needs a request for nearly every event; a stream needs one. See the bytes go apart.'
			},
			bursts: {
				name: 'Bursts',
				why: 'Events in bunches: one answer of a poll can carry many, so polling costs less per event here.'
			},
			etag: {
				name: 'ETag or not',
				why: 'The same questions with and without If-None-Match: a 304 saves the body, not the headers.'
			},
			compression: {
				name: 'Compression',
				why: 'Large events with and without it, over HTTP and over WebSocket.'
			},
			distance: {
				name: 'Far away',
				why: '150 ms each way. Long polling has to ask again before it can hear the next event.'
			},
			tabs: {
				name: 'Six connections',
				why: 'A browser opens at most six HTTP/1.1 connections to one server. Held streams of other tabs use them up, and a request waits in the browser. WebSockets are not counted among them.'
			}
		}
	},
	chart: {
		title: 'The race',
		events: 'Events',
		eventsNote: 'as they happen at the source',
		event: 'event',
		eventsUnit: 'events',
		window: 'Time shown',
		windows: { whole: 'Whole run', last: 'Last 5 s' },
		connecting: 'connecting the lanes',
		running: (time: string) => `running, ${time}`,
		draining: 'the source has ended; what is on the way may arrive',
		finished: (time: string) => `finished at ${time}`,
		stopped: 'stopped before its end',
		lost: 'the channel to the lab server was lost: the run is not whole',
		emptyTitle: 'Nothing has run yet',
		empty:
			'After Start, each lane draws here what really crosses: a tick for every request, a dot for every event delivered, a thick line while a connection is held; then bytes for each event, and how the delays are spread.',
		now: (held: string, open: string) => `${held} held, ${open} open`,
		nowTitle:
			'Now: requests that the server is holding or answering, and TCP connections open for this lane.',
		total: (held: string, open: string) =>
			`Now on the server: ${held} held requests, ${open} open connections.`,
		open: 'Byte for byte',
		openOf: (lane: string) => `Open ${lane} byte for byte`,
		clock: (error: string) =>
			`Delays are from the server’s clock to this page’s; the clocks agree to ±${error}.`,
		clockFine: 'A delay below that is not told from zero.',
		queued: (count: number, longest: string) =>
			`${count} ${count === 1 ? 'request' : 'requests'} waited in the browser for a free connection, up to ${longest}`,
		queuedNow: 'a request waits in the browser for a free connection',
		missing: (count: string) => `${count} not delivered`,
		duplicates: (count: string) => `${count} came twice`,
		skipped: (count: string) => `${count} skipped by the server`,
		states: {
			connecting: 'connecting',
			open: 'connected',
			waiting: 'waits, then tries again',
			stopped: 'ended'
		},
		troubles: {
			network: 'the connection failed',
			'unknown-lane': 'the server no longer knows this lane',
			refused: 'the server refused the request',
			busy: 'the server is busy and said when to come again',
			closing: 'the server is shutting down',
			'slow-reader': 'dropped by the server: it read too slowly',
			'too-large': 'a message was too large',
			'bad-answer': 'the answer was not understood',
			closed: 'the connection was closed'
		},
		drops: {
			'slow-reader': 'dropped by the server: it read too slowly',
			'too-many-held': 'refused by the server: too many held requests',
			closing: 'let go: the server is shutting down',
			'bad-packet': 'dropped by the server: a bad packet'
		},
		legend: {
			title: 'Legend',
			request: 'request leaves the client',
			delivered: 'event delivered',
			wait: 'event waiting to be delivered',
			held: 'connection held open',
			queued: 'request waiting for one of the browser’s six connections',
			client: 'client to server',
			server: 'server to client',
			median: 'median',
			quantile: '95% and 99%'
		}
	},
	numbers: {
		title: 'The same run as numbers',
		copyTsv: 'Copy as TSV',
		copyMarkdown: 'Copy as Markdown'
	},
	headers: {
		title: 'IP and TCP headers are extra',
		about:
			'Every figure above counts TCP payload. Below it, each packet has headers of its own, which no program sees: they are the one thing here that is estimated.',
		caption: 'Estimate of what IP and TCP add',
		segments: 'packets with data',
		acks: 'bare ACKs',
		connections: 'opening and closing',
		total: 'added, estimated',
		share: 'on top',
		percent: (share: string) => `+${share}%`,
		formula: (packet: string, segment: string, perAck: string, syn: string, control: string) =>
			`(data segments + ACKs) × ${packet} B + connections × (2 × ${syn} B + ${control} × ${packet} B), where a write of n bytes fills ⌈n ÷ ${segment}⌉ segments, and ${perAck} segments are answered by one ACK. ${packet} B are an IPv4 header (20 B) and a TCP header with timestamps (32 B).`
	},
	faults: {
		'no-channel': 'The channel to the lab server is not open.',
		'session-lost':
			'The session with the lab server was lost, and the race with it: what came after is not counted.',
		'too-many-streams': 'This session has too many streams open. Reload the page.',
		'too-many-lanes': 'The server has no room for so many lanes now. Remove some, or try later.',
		other: (code: string) => `The lab server refused: ${code}.`
	}
};
