/** What a run says, as sentences; for the race and the standard comparison. */
const isOne = (count: string) => count === '1';
const events = (count: string) => (isOne(count) ? '1 event' : `${count} events`);

export const summary = {
	title: 'What this run says',
	none: 'This run says nothing yet: no lane delivered all its events.',
	/** Another run gives other numbers. */
	scope: 'All of this comes from what was measured here, with this machine, browser and network.',
	counted:
		'Bytes are TCP payload, counted one by one in both directions, with all heads and all framing. IP and TCP headers are extra.',
	/** Each in full; lanes by their names, numbers with their units. */
	findings: {
		'bytes-per-event': (least: string, leastBytes: string, most: string, mostBytes: string) =>
			`${least} spent the fewest bytes on an event, ${leastBytes}; ${most} the most, ${mostBytes}.`,
		silence: (least: string, leastBytes: string, most: string, mostBytes: string, time: string) =>
			`There was no event. In ${time}, ${least} spent ${leastBytes} on connecting and waiting, ${most} ${mostBytes}.`,
		'empty-answers': (lane: string, empty: string, answers: string, share: string) =>
			`${lane}: ${empty} of ${answers} responses (${share}) brought no event.`,
		'polling-cheaper': (lane: string, bytes: string, other: string, otherBytes: string) =>
			`${lane} took fewer bytes here than any way that keeps a request or a connection open: ${bytes}, against ${otherBytes} for ${other}. Where events are rare and may come late, asking now and then is cheaper.`,
		'polling-cheaper-delay': (delay: string, otherDelay: string) =>
			`The price is time: its median delay was ${delay}, against ${otherDelay}.`,
		'polling-gathers': (
			lane: string,
			bytes: string,
			requests: string,
			other: string,
			otherBytes: string,
			otherRequests: string
		) =>
			`${lane} took fewer bytes than ${other}, ${bytes} against ${otherBytes}: one response brings all the events that have gathered, so that it needed ${requests} requests, ${other} ${otherRequests}.`,
		'polling-dearer': (lane: string, bytes: string, other: string, otherBytes: string) =>
			`${lane} took ${bytes}, ${other} ${otherBytes}.`,
		question: (bytes: string) =>
			`Each request costs about ${bytes} in heads, its response’s included, whatever it brings.`,
		'break-even': (interval: string) =>
			`Counting only the heads it would save, asking about every ${interval} would have cost the same, and events would have waited longer.`,
		'no-break-even': (bodies: string) =>
			`Asking less often would not have made it the cheaper one here: what its responses carried took ${bodies} by itself.`,
		'polling-delay': (lane: string, delay: string, interval: string) =>
			`With ${lane}, an event waits for the next request: the median delay was ${delay}, with an interval of ${interval}.`,
		'long-polling-same': (lane: string, delay: string, other: string, otherDelay: string) =>
			`${lane} was as quick as ${other}, as far as the clocks can tell: the median delays were ${delay} and ${otherDelay}. A held request is answered the moment there is an event.`,
		'long-polling-slower': (lane: string, delay: string, other: string, otherDelay: string) =>
			`${lane} had a median delay of ${delay}, ${other} ${otherDelay}. An event that comes while a response and the next request are on the way has to wait for that request.`,
		'long-polling-quicker': (lane: string, delay: string, other: string, otherDelay: string) =>
			`In this run, ${lane} had the lower median delay: ${delay}, against ${otherDelay} for ${other}.`,
		'six-connections': (held: string) =>
			`The browser’s limit of six HTTP/1.1 connections to one origin was reached: ${held} requests were held at once.`,
		'six-others': (held: string, waited: string, longest: string) => {
			const [own, rest] =
				held === '0' ? ['no connection', 'all'] : [`no more than ${held} at once`, 'the rest'];
			return `Requests waited inside the browser for up to ${longest}, unseen by the server (${waited} in all), though this race held ${own} itself. The limit of six HTTP/1.1 connections to one origin is that of all tabs of a browser together: other tabs probably held ${rest}.`;
		},
		'six-unsent': (unsent: string) => `Of these, ${unsent} never left it.`,
		'late-code': (lane: string) =>
			`${lane}: the code of its client had not come when the lanes began. The page fetches code over HTTP, so that it needs one of the browser’s six connections too, even where the lane itself does not.`,
		'failed-code': (lane: string) => `${lane}: the code of its client could not be fetched.`,
		'six-waited': (waited: string, longest: string) =>
			`${waited} more waited inside the browser, up to ${longest}, and the server knew nothing of ${isOne(waited) ? 'it' : 'them'}.`,
		'six-never': (never: string) =>
			`Lanes that never got a connection: ${never}. WebSockets are not counted among the six, nor are streams of HTTP/2.`,
		'compression-smaller': (lane: string, bytes: string, otherBytes: string, share: string) =>
			`Compression brought ${lane} from ${otherBytes} down to ${bytes}, ${share} less.`,
		'compression-larger': (lane: string, bytes: string, otherBytes: string) =>
			`Compression saved ${lane} nothing: ${bytes} with it, ${otherBytes} without. Short messages leave little to compress.`,
		envelope: (
			lane: string,
			opening: string,
			perEvent: string,
			other: string,
			otherOpening: string,
			otherPerEvent: string
		) =>
			`${lane} spent ${opening} until the source began and ${perEvent} on each event after that; ${other} ${otherOpening} and ${otherPerEvent}. The difference is what its envelope, its heartbeats and its opening cost.`,
		heads: (lane: string, heads: string, bytes: string, share: string) =>
			`Of the ${bytes} of ${lane}, ${heads} (${share}) were HTTP heads.`,
		opening: (lane: string, opening: string, bytes: string, share: string) =>
			`Of the ${bytes} of ${lane}, ${opening} (${share}) were spent before the first event: a connection has to be opened before it pays.`,
		'all-delivered': (count: string, lanes: string) => {
			const arrived = isOne(count) ? 'The one event arrived' : `All ${count} events arrived`;
			return isOne(lanes) ? `${arrived}.` : `${arrived} on all ${lanes} lanes.`;
		},
		lost: (lane: string, missing: string, count: string) =>
			`${lane}: ${missing} of ${events(count)} had not arrived when the race ended.`,
		skipped: (lane: string, skipped: string) =>
			`${lane}: the server no longer kept ${events(skipped)} when the client asked for ${isOne(skipped) ? 'it' : 'them'}, and said so.`,
		duplicated: (lane: string, duplicates: string) =>
			`${lane}: ${events(duplicates)} came again and ${isOne(duplicates) ? 'was' : 'were'} dropped by id. Delivery is at least once; ids make it exactly once.`,
		dropped: (lane: string, times: string) =>
			`${lane}: the server dropped its client ${isOne(times) ? 'once' : `${times} times`}.`,
		clock: (error: string) =>
			`Each delay compares two clocks and may be wrong by up to ${error}; what this alone could explain is not called a difference here.`,
		stopped: 'The race was stopped early: the numbers are those up to then.',
		'session-lost':
			'The connection to the lab server was lost and did not come back: what came after that is not counted.'
	},
	table: {
		open: 'Open a saved comparison',
		/** Columns of what is copied. */
		columns: {
			transport: 'transport',
			settings: 'settings',
			events: 'events delivered',
			requests: 'requests',
			up: 'bytes up',
			down: 'bytes down',
			heads: 'of which HTTP heads',
			perEvent: 'bytes per event',
			overhead: 'overhead per event',
			headers: 'IP and TCP headers (estimate)',
			median: 'median delay (ms)',
			p95: 'p95 delay (ms)',
			p99: 'p99 delay (ms)',
			connections: 'TCP connections',
			empty: 'empty responses',
			duplicates: 'duplicates',
			missing: 'not delivered'
		}
	},
	/** Why a file is no run. */
	faults: {
		'not-json': 'The file is not JSON.',
		'not-a-run': 'The file holds no comparison of this lab.',
		'too-new': 'The file was saved by a newer Wire101, and this version cannot read it.',
		'too-large': 'The file is too large to be a saved comparison.'
	},
	runs: {
		steady: {
			name: 'Steady',
			note: '5 events a second: the everyday case.'
		},
		fast: {
			name: 'Fast',
			note: '50 events a second: what does an event cost?'
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
			note: 'Long polling, SSE and WebSocket, each with and without compression.'
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
			note: 'Seconds between events, and short polling that asks every 10\u00a0s with ETag.'
		},
		silence: {
			name: 'Silence',
			note: 'No event at all: what does waiting cost?'
		}
	}
};
