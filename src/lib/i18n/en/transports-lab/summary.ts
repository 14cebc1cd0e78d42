/** What a run says, as sentences; for the race and the standard comparison. */
export const summary = {
	title: 'What this run says',
	none: 'This run says nothing yet: no lane has done the whole work.',
	/** Another run gives other numbers. */
	scope: 'Computed from this one run, on this machine and this network.',
	counted:
		'Bytes are TCP payload, counted one by one in both directions: HTTP heads, framing and all. IP and TCP headers come on top.',
	/** Each in full; lanes by their names, numbers with their units. */
	findings: {
		'bytes-per-event': (least: string, leastBytes: string, most: string, mostBytes: string) =>
			`${least} spent the least on an event, ${leastBytes}; ${most} the most, ${mostBytes}.`,
		silence: (least: string, leastBytes: string, most: string, mostBytes: string, time: string) =>
			`No event was made. In ${time}, ${least} spent ${leastBytes} on connecting and waiting, ${most} ${mostBytes}.`,
		'empty-answers': (lane: string, empty: string, answers: string, share: string) =>
			`${lane}: ${empty} of ${answers} answers (${share}) brought nothing.`,
		'polling-cheaper': (lane: string, bytes: string, other: string, otherBytes: string) =>
			`${lane} cost less than any kept connection here: ${bytes} against ${otherBytes} for ${other}. Where events are rare and may be late, asking now and then is the cheaper way.`,
		'polling-cheaper-delay': (delay: string, otherDelay: string) =>
			`Its price is time: half of its events took longer than ${delay}, against ${otherDelay}.`,
		'polling-dearer': (
			lane: string,
			bytes: string,
			other: string,
			otherBytes: string,
			question: string
		) =>
			`${lane} cost ${bytes}, ${other} ${otherBytes}: each question takes about ${question} beside the data that it brings.`,
		'break-even': (interval: string) =>
			`Asking only every ${interval} or less often would have cost no more than that, and events would be later by as much.`,
		'polling-delay': (lane: string, delay: string, interval: string) =>
			`With ${lane}, an event waits for the next question: the median delay was ${delay}, with an interval of ${interval}.`,
		'long-polling-same': (lane: string, delay: string, other: string, otherDelay: string) =>
			`${lane} was as quick as ${other}: medians of ${delay} and ${otherDelay} differ by no more than the clock’s error. A request that is held is answered the moment there is something to say.`,
		'long-polling-slower': (lane: string, delay: string, other: string, otherDelay: string) =>
			`${lane} had a median delay of ${delay}, ${other} ${otherDelay}: while an answer and the next question are on the way, new events wait.`,
		'long-polling-quicker': (lane: string, delay: string, other: string, otherDelay: string) =>
			`In this run ${lane} had the lower median delay: ${delay}, against ${otherDelay} for ${other}.`,
		'six-connections': (held: string) =>
			`The limit of six HTTP/1.1 connections to an origin was reached: ${held} requests were held at once.`,
		'six-waited': (waited: string, longest: string) =>
			`Further requests waited inside the browser (${waited} of them, the longest for ${longest}); the server knew nothing of them.`,
		'six-never': (never: string) =>
			`Lanes that never got a connection: ${never}. WebSockets are not counted among the six, nor are the streams of HTTP/2.`,
		'compression-smaller': (lane: string, bytes: string, otherBytes: string, share: string) =>
			`Compression took ${lane} from ${otherBytes} to ${bytes}, ${share} less.`,
		'compression-larger': (lane: string, bytes: string, otherBytes: string) =>
			`Compression saved ${lane} nothing: ${bytes} with it, ${otherBytes} without. Small messages have little to save.`,
		envelope: (
			lane: string,
			opening: string,
			perEvent: string,
			other: string,
			otherOpening: string,
			otherPerEvent: string
		) =>
			`${lane} spent ${opening} until the source began and ${perEvent} on each event after that; ${other} ${otherOpening} and ${otherPerEvent}. The difference is what its envelope, heartbeats and opening cost.`,
		heads: (lane: string, heads: string, bytes: string, share: string) =>
			`Of the ${bytes} of ${lane}, ${heads} (${share}) were HTTP heads.`,
		opening: (lane: string, opening: string, bytes: string, share: string) =>
			`Of the ${bytes} of ${lane}, ${opening} (${share}) were spent before the first event: a connection costs before it saves.`,
		'all-delivered': (events: string, lanes: string) =>
			`All ${events} events arrived on all ${lanes} lanes.`,
		lost: (lane: string, missing: string, events: string) =>
			`${lane}: ${missing} of ${events} events had not arrived when the race ended.`,
		skipped: (lane: string, skipped: string) =>
			`${lane}: ${skipped} events were no longer kept when its client asked for them; the client was told.`,
		duplicated: (lane: string, duplicates: string) =>
			`${lane}: ${duplicates} events came again and were dropped by their ids. Delivery is at least once; the ids make it once.`,
		dropped: (lane: string, times: string) =>
			`${lane}: the server let go of its client (${times}×).`,
		clock: (error: string) =>
			`Delays compare two clocks, and each may be wrong by up to ${error}. No difference that this could have made is called one here.`,
		stopped: 'The race was stopped before its end: its numbers are those up to then.',
		'session-lost': 'The channel was lost and did not come back: what came after is not counted.'
	},
	table: {
		title: 'The run as a table',
		copy: 'Copy as table',
		copyMarkdown: 'Copy as Markdown',
		saveJson: 'Save as JSON',
		saveSvg: 'Save picture (SVG)',
		savePng: 'Save picture (PNG)',
		open: 'Open a saved run',
		/** Columns of what is copied. */
		columns: {
			transport: 'transport',
			settings: 'settings',
			events: 'events delivered',
			requests: 'requests',
			up: 'bytes up',
			down: 'bytes down',
			heads: 'of it HTTP heads',
			perEvent: 'bytes per event',
			overhead: 'overhead per event',
			headers: 'IP and TCP headers (estimate)',
			median: 'median delay (ms)',
			p95: 'p95 delay (ms)',
			p99: 'p99 delay (ms)',
			connections: 'TCP connections',
			empty: 'empty answers',
			duplicates: 'duplicates',
			missing: 'missing'
		},
		otherTab: (number: string) => `other tab ${number}`
	},
	/** Why a file is no run. */
	faults: {
		'not-json': 'The file is not JSON.',
		'not-a-run': 'The file holds no run of this lab.',
		'too-new': 'The file was saved by a later version of this lab.',
		'too-large': 'The file is too large for a run.'
	},
	/** What the estimate of headers assumes. */
	estimate: (total: string, segment: string, packet: string, perAck: string) =>
		`IP and TCP headers: about ${total} more. Assumed: ${packet} bytes of headers (IPv4, TCP with timestamps) for each segment of up to ${segment} bytes, an acknowledgement for every ${perAck} segments, and each connection’s begin and end.`,
	runs: {
		steady: {
			name: 'Steady',
			note: '5 events a second: the everyday case.'
		},
		fast: {
			name: 'Fast',
			note: '50 events a second: what does each event cost?'
		},
		large: {
			name: 'Large',
			note: 'Events of 16 KiB: overhead fades beside the data.'
		},
		far: {
			name: 'Far away',
			note: '100 ms each way and up to 40 ms of jitter.'
		},
		compressed: {
			name: 'Compressed',
			note: 'Each transport with and without compression.'
		},
		'tabs-sse': {
			name: 'Seven tabs, SSE',
			note: 'Seven streams where the browser has six connections; seven WebSockets beside them.'
		},
		'tabs-long-polling': {
			name: 'Seven tabs, long polling',
			note: 'Seven held requests where the browser has six connections.'
		},
		rare: {
			name: 'Rare',
			note: 'Seconds between events, and short polling that asks every 10 s with ETag.'
		},
		silence: {
			name: 'Silence',
			note: 'No event at all: what does waiting cost?'
		}
	}
};
