/** Words of the race: what it is asked to do, and what of it is seen. */
const many = (count: string, one: string) => `${count} ${count === '1' ? one : `${one}s`}`;

export const race = {
	title: 'Race',
	lead: 'One stream of events, five ways to deliver it, side by side on real connections. Every byte of TCP payload is counted in both directions, every delay is measured.',
	start: 'Start',
	again: 'Run again',
	stop: 'Stop',
	live: 'Live',
	noServer: 'The lab server cannot be reached yet. The page keeps trying.',
	source: {
		title: 'Events at the source',
		pattern: 'How the events come',
		patterns: { steady: 'Steady', bursty: 'Bursts', rare: 'Rare' },
		patternHints: {
			steady: 'Evenly, one after the other.',
			bursty: 'As many in all, in bunches.',
			rare: 'At random, with long silences.'
		},
		rate: 'Rate',
		rateUnit: 'a second',
		size: 'Size',
		sizeUnit: 'B',
		seconds: 'Run for',
		secondsUnit: 's',
		seed: 'Seed',
		seedHint: 'The same seed makes the same events at the same times.'
	},
	lanes: {
		title: 'Lanes',
		add: 'Add a lane',
		none: 'No lane yet. Add at least one transport to race.',
		full: (most: string) => `There is room for ${most} lanes, those of other tabs included.`,
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
			'So many more connections of the same kind are held, as other tabs of this site would hold them.',
		network:
			'Our server adds delay and jitter on the real socket, outside of the recording; bytes keep their order.',
		milliseconds: 'ms',
		seconds: 's'
	},
	presets: {
		title: 'Worth trying',
		choose: 'Point at a plan to see why; press it to set it up. Everything can still be changed.',
		items: {
			five: {
				name: 'All five',
				why: 'Five events a second, no special conditions: who asks how often, and what does an event cost?'
			},
			rare: {
				name: 'Rare events',
				why: 'An event now and then. Short polling every 10\u00a0s leaves no request waiting on the server, and its events wait for seconds. Does it also send fewer bytes than a connection that is kept?'
			},
			silence: {
				name: 'Nothing happens',
				why: 'No event at all: every byte is the price of waiting.'
			},
			flood: {
				name: '50 a second',
				why: 'Long polling needs up to one request for each event, a stream one in all. See how far apart their bytes are.'
			},
			bursts: {
				name: 'Bursts',
				why: 'Events in bunches: the response to one poll can carry many of them, and each costs less.'
			},
			etag: {
				name: 'ETag or not',
				why: 'The same requests with and without If-None-Match: a 304 saves the body, not the headers.'
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
				why: 'Browsers open at most six HTTP/1.1 connections to one origin. When the streams of other tabs use them up, a request waits in the browser. WebSockets are not counted among the six.'
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
		fetching: (time: string) => `fetching the code of the lanes, ${time}`,
		connecting: 'connecting the lanes',
		running: (time: string) => `running, ${time}`,
		draining: 'the source has ended; waiting for events still on the way',
		finished: (time: string) => `finished after ${time}`,
		stopped: 'stopped before its end',
		lost: 'the lab server was lost: this run is incomplete',
		emptyTitle: 'Nothing has run yet',
		empty:
			'After Start, each lane draws here what crosses the wire: a tick for every request, a dot for every delivered event, a thick line while a connection is held open; then the bytes per event, and how the delays are spread.',
		now: (held: string, open: string) => `${held} held, ${open} open`,
		nowTitle:
			'Now: requests that the server is holding or answering, and TCP connections open for this lane.',
		total: (held: string, open: string) =>
			`Now on the server: ${many(held, 'held request')}, ${many(open, 'open connection')}.`,
		open: 'Byte for byte',
		openOf: (lane: string) => `Open ${lane} byte for byte`,
		clock: (error: string) =>
			`Delays run from the server’s clock to this page’s; the clocks agree to within ±${error}.`,
		clockFine: 'A shorter delay cannot be told from zero.',
		queued: (count: number, longest: string) =>
			`${count} ${count === 1 ? 'request' : 'requests'} waited in the browser for a free connection, up to ${longest}`,
		unsent: (count: number, longest: string) =>
			`${count} ${count === 1 ? 'request' : 'requests'} never left the browser; the longest wait was ${longest}`,
		queuedNow: 'a request waits in the browser for a free connection',
		queuedOthers: (held: string) => {
			const own =
				held === '0'
					? 'this race holds none of the six connections: other tabs of this browser probably hold them all'
					: `this race holds only ${held} of the six connections: other tabs of this browser probably hold the rest`;
			return `for over a second a request has not left the browser, though ${own}`;
		},
		codeLate: 'its code has not come yet: the lane begins when it does',
		codeWasLate: 'its code had not come when the lanes began',
		codeFailed: 'its code could not be fetched: reload the page',
		missing: (count: string) => `${many(count, 'event')} not delivered`,
		duplicates: (count: string) => `${many(count, 'event')} received again`,
		skipped: (count: string) => `${many(count, 'event')} no longer kept by the server`,
		states: {
			connecting: 'connecting',
			open: 'connected',
			waiting: 'waiting to try again',
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
			'bad-answer': 'the response was not understood',
			closed: 'the connection was closed'
		},
		drops: {
			'slow-reader': 'dropped by the server: it read too slowly',
			'too-many-held': 'refused by the server: too many held requests',
			closing: 'closed: the server is shutting down',
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
		title: 'The run in numbers',
		copyTsv: 'Copy as TSV',
		copyMarkdown: 'Copy as Markdown'
	},
	headers: {
		title: 'IP and TCP headers are extra',
		about:
			'All bytes above are TCP payload. Each packet also has an IP and a TCP header, which neither the page nor the server’s code sees: these alone are estimated.',
		caption: 'Estimate of what IP and TCP add',
		segments: 'on data segments',
		acks: 'bare ACKs',
		connections: 'opening and closing',
		total: 'added in all (estimate)',
		share: 'added share',
		percent: (share: string) => `+${share}%`,
		formula: (packet: string, segment: string, perAck: string, syn: string, control: string) =>
			`(data segments + ACKs) × ${packet} B + connections × (2 × ${syn} B + ${control} × ${packet} B), where a write of n bytes fills ⌈n ÷ ${segment}⌉ segments, and one ACK answers ${perAck} segments. ${packet} B: an IPv4 header (20 B) and a TCP header with timestamps (32 B).`
	},
	code: {
		title: 'Still waiting for code',
		why: 'The page reaches the lab server over its channel, which is a WebSocket. Code comes over HTTP/1.1, and for that a browser opens at most six connections to one origin, for all its tabs together. Other tabs probably hold all six: stop what runs there, and this goes on.',
		bound: (time: string) =>
			`After ${time} the race begins with the lanes whose code has come. Stop ends it now.`,
		failed: 'Code of this page could not be fetched. Reload the page.'
	},
	faults: {
		'no-code':
			'The race did not begin: its code did not come in time. Code comes over HTTP/1.1, and other tabs of this browser probably hold all six connections that it has for this origin. Stop what runs there, then start again.',
		'code-failed': 'The race did not begin: its code could not be fetched. Reload the page.',
		'no-channel':
			'There is no connection to the lab server. Wait until it is back, then start again.',
		'session-lost':
			'The session with the lab server was lost, and the race with it. What came after that is not counted.',
		'too-many-streams': 'This session has too many event streams open. Reload the page.',
		'too-many-lanes':
			'The server has no room for so many lanes now. Remove some, or try again later.',
		other: (code: string) => `The lab server refused (${code}).`
	}
};
