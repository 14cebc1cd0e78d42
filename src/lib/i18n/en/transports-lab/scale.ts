/** Words of scale: load runs, what they measured, and what a million clients would take. */
export const scale = {
	title: 'Scale',
	lead: 'What does a client cost while it only waits? Up to 2,000 real connections of one transport, from a process of their own, while this server looks at its memory and its CPU; then the way from there to a million, with every number in sight.',
	live: 'Live',
	setup: {
		title: 'What is run',
		transports: 'Transports to run',
		subscribers: 'Clients',
		events: 'Events',
		rate: 'Rate',
		rateUnit: 'a second',
		size: 'Size',
		sizeUnit: 'B',
		interval: 'Short polling asks every',
		intervalUnit: 'ms',
		hold: 'Long polling is held for',
		holdUnit: 's',
		run: (transport: string) => `Run ${transport}`,
		runSome: (count: string) => `Run ${count} transports`,
		runAll: 'Run all five',
		cancel: 'Cancel',
		choose: 'Choose a transport to run.',
		tooLong: (seconds: string, most: string) =>
			`These events would take ${seconds} s; a run delivers for ${most} s at most. Take fewer, or a higher rate.`,
		takes: (time: string) =>
			`At least ${time}: waiting lasts one whole round of what a transport does by itself. Connecting takes more time.`,
		oneClock:
			'One transport at a time: a process has one CPU clock. It counts milliseconds and does not say for whom; with two transports at once, nobody could tell whose they were. What else this server does in the meantime is counted too, so keep other pages quiet.',
		busy: 'A race is on: it would be counted too. A run can start when it has ended.',
		leaves: 'Leaving this page ends the run; finished runs stay.'
	},
	off: {
		title: 'Load runs are switched off on this server',
		body: 'They keep its machine busy for a minute or two each, so its operator decides. A server that only its own machine can reach (HOST=127.0.0.1, the default) allows them; for another, start it with',
		command: 'ALLOW_LOAD=on npm start',
		own: 'Or start Wire101 on your own machine, and come back to this page there.'
	},
	progress: {
		title: (transport: string) => `Running: ${transport}`,
		next: (transports: string) => `Then: ${transports}`,
		separator: ', ',
		asking: 'asking the server',
		measuring: 'The process alone',
		measuringNote: 'nobody is connected: what does it use anyway?',
		connecting: 'Connecting',
		connectingNote: (connected: string, all: string) => `${connected} of ${all}`,
		waiting: 'All wait',
		waitingNote: (time: string, all: string) => `${time} of ${all}`,
		delivering: 'Delivering',
		deliveringNote: (delivered: string, due: string) => `${delivered} of ${due}`,
		states: { done: 'finished', now: 'running', later: 'not started' },
		said: (transport: string, phase: string) => `${transport}: ${phase}`
	},
	cancelled: 'Cancelled. The finished runs are below.',
	faults: {
		serverSays: 'The server says:',
		'switched-off': {
			title: 'Load runs are switched off on this server.',
			what: 'Its operator can allow them: ALLOW_LOAD=on. On localhost (HOST=127.0.0.1) they are on by default.'
		},
		'foreign-origin': {
			title: 'The server takes this page for another site’s.',
			what: 'Only its own pages may start a run. Behind a proxy, tell the server its public address with ORIGIN.'
		},
		busy: {
			title: 'Another run is going on, from this or another page.',
			what: 'A server carries out one at a time, since all of them would share one CPU clock. A run takes about a minute: try again then.'
		},
		closing: {
			title: 'The server is shutting down.',
			what: 'Start the run again once it is back.'
		},
		refused: {
			title: 'The server refused the run.',
			what: 'Its reason is below; other settings may work.'
		},
		unreachable: {
			title: 'The lab server did not answer.',
			what: 'Is it still running, and is this machine still connected? Then try again.'
		},
		cut: {
			title: 'The connection was lost in the middle of the run.',
			what: 'The run ended with it and left no result. Something between this page and the server may cut long responses.'
		},
		'bad-answer': {
			title: 'What came back is not a load run.',
			what: 'Something between this page and the server may have answered in its place. Reload the page, then try again.'
		},
		'too-many-files': {
			title: 'This process may not open so many files.',
			what: 'Every connection is an open file. Take fewer clients, or allow more before the server starts: ulimit -n 8192.'
		},
		'not-connected': {
			title: 'Not all clients could connect and stay connected.',
			what: 'This machine is too busy, or too small for so many. Take fewer clients.'
		},
		'child-ended': {
			title: 'The process with the clients ended before its time.',
			what: 'The system may be short of memory. Take fewer clients, or try again.'
		},
		fault: {
			title: 'The run failed inside the server.',
			what: 'The reason is in the server’s log. Try again.'
		}
	},
	empty: {
		title: 'Nothing has been measured yet',
		body: 'There are no figures here, because they would be another machine’s. After a run, each transport appears here with its own:',
		items: {
			memory:
				'Memory of one waiting client, three ways: resident, alive on the heap, and outside the heap',
			waiting: 'CPU of one waiting client while nothing happens: each poll has its price',
			delivered: 'CPU for 1,000 events delivered',
			million: 'What a million clients would take, with the formula and all that it assumes'
		}
	},
	measured: {
		title: 'Measured',
		note: (when: string) => `newest run of each transport, ${when}`,
		memory: 'Memory of a waiting client',
		waiting: 'CPU of a waiting client',
		waitingNote: 'nothing happens; µs in each second',
		delivered: 'CPU for 1,000 events delivered',
		deliveredNote: 'ms',
		memoryNote: 'KiB',
		kinds: { rss: 'resident', heap: 'heap', external: 'external' },
		clients: (count: string) => `${count} clients`,
		requests: (each: string) => `${each} requests a second from each`,
		noRequests: 'no request meanwhile',
		wire: (up: string, down: string) => `${up} up, ${down} down a minute`,
		quiet: 'nothing on the wire meanwhile',
		below: (floor: string) => `< ${floor}`,
		belowNote: 'less than the process uses by itself',
		asWaiting: (all: string, part: string) => `waiting alone would have used ${part} of it`,
		asWaitingAll: 'waiting alone would have used all of it: the polls carry the events',
		nothingDelivered: 'no event delivered',
		notAll: (delivered: string, due: string) =>
			`${delivered} of ${due} arrived in time: the true cost is higher`,
		notCollected: 'garbage was not collected first: the heap holds what is dead, too',
		earlier: 'earlier run with the same settings',
		earlierCount: (count: number, shown: string) =>
			count === 1 ? '1 earlier run' : `${shown} earlier runs`,
		legend: {
			title: 'Legend',
			rss: 'resident: pages that the system gave the process',
			heap: 'heap: objects that are alive',
			external: 'external: buffers outside the heap',
			beyond: 'delivering',
			asWaiting: 'what waiting would have used in the same time'
		},
		stable: {
			title: 'Which memory to trust',
			heap: 'The heap is the steady one. Before each look the garbage is collected, so that what is counted is what is alive: the objects that this server keeps for a connection. Run it again, and it hardly moves.',
			rss: 'Resident memory is what the system sees, and what a machine runs out of; but it jumps. The process keeps pages that it got for earlier work and uses them again: the first run after a start shows the most, and a later one can show next to nothing.',
			external:
				'External memory is what C++ holds for us, buffers above all. It grows with what is on its way; while all only wait, there is hardly any.'
		}
	},
	table: {
		title: 'The results in numbers',
		copyTsv: 'Copy as TSV',
		copyMarkdown: 'Copy as Markdown',
		save: 'Save all runs (JSON)',
		clear: 'Forget all runs',
		none: '–',
		columns: {
			transport: 'transport',
			settings: 'settings',
			clients: 'clients',
			rss: 'resident each (B)',
			heap: 'heap each (B)',
			external: 'external each (B)',
			waiting: 'CPU each, waiting (µs/s)',
			floor: 'process alone, for each (µs/s)',
			requests: 'requests each (/s)',
			up: 'up each (B/s)',
			down: 'down each (B/s)',
			delivered: 'CPU for 1,000 events (ms)',
			asWaiting: 'of which waiting (ms)',
			connecting: 'CPU to connect one (ms)',
			events: 'events delivered',
			due: 'events due'
		},
		settings: (events: string, size: string, rate: string) =>
			`${events} events of ${size}, ${rate} a second`,
		interval: (interval: string) => `asks every ${interval} ms`,
		hold: (hold: string) => `held for ${hold} s`,
		separator: ', '
	},
	planned: {
		title: 'Extrapolated: so many clients',
		about:
			'A straight line from the clients that were measured to as many as you choose. Every figure below is computed from the newest run of its transport.',
		clients: 'Clients',
		slider: 'Clients, on a logarithmic scale',
		tableTitle: (clients: string) => `What ${clients} clients would take`,
		units: {
			perSecond: (value: string) => `${value}/s`,
			cores: (value: string) => value,
			seconds: (value: string) => `${value} s`,
			ms: (value: string) => `${value} ms`,
			msPerSecond: (value: string) => `${value} ms/s`,
			bytes: (value: string) => `${value} B`,
			bytesPerSecond: (value: string) => `${value} B/s`
		},
		below: (value: string) => `< ${value}`,
		above: (value: string) => `> ${value}`,
		unknown: 'no event delivered',
		values: {
			memory: {
				name: 'Memory, resident',
				formula: 'process alone + clients × resident memory each'
			},
			heap: { name: 'Memory, heap', formula: 'process alone + clients × heap each' },
			files: { name: 'Open files', formula: 'clients × connections each' },
			'idle-requests': {
				name: 'Requests, idle',
				formula: 'clients × requests each in a second'
			},
			'idle-up': { name: 'Bytes up, idle', formula: 'clients × bytes up each in a second' },
			'idle-down': { name: 'Bytes down, idle', formula: 'clients × bytes down each in a second' },
			'idle-cores': {
				name: 'Cores, idle',
				formula: 'clients × CPU each in a second ÷ 1,000 ms'
			},
			'event-seconds': {
				name: 'Cores for each event a second',
				formula: 'clients × CPU for 1,000 deliveries, beyond waiting ÷ 1,000 ÷ 1,000 ms'
			},
			'connect-seconds': {
				name: 'CPU time to connect all',
				formula: 'clients × CPU to connect one ÷ 1,000 ms'
			}
		},
		formulas: 'The formula, with the numbers of',
		formulaTitle: 'The formula, with its numbers',
		chooseRun: 'Transport whose numbers are put in',
		equals: '=',
		floorNote: (floor: string) =>
			`Measured below what the process uses by itself, so only a bound is known: each client takes less than ${floor} in a second. More clients in a run make it finer.`,
		reusedNote:
			'Resident memory grew by less than what is alive, since the process used pages again that it had before. The heap is the least that it would take.',
		beyondNone:
			'Delivering used no more than asking alone did: the polls carry the events, and their price is in the idle cores.',
		assumptions: 'What this assumes',
		assumed: {
			linear: (clients: string, to: string, times: string) =>
				`Cost grows in a straight line. ${clients} clients were measured; ${to} are ${times} times as many. In truth garbage collection, caches and the tables of the kernel get slower as they fill.`,
			'one-core-a-process': (base: string) =>
				`One process. A Node process runs its JavaScript on one core; where more than one core is needed, so are more processes, each with ${base} of its own before the first client, and something in front that spreads the clients.`,
			'whole-process': (share: string) =>
				`The CPU clock is the whole process’s. With nobody connected it used ${share} of one core; that is taken off.`,
			loopback:
				'Loopback: no packet is lost, none is late, and no network card interrupts. The clients run on the same machine and share its cores.',
			'no-tls':
				'No TLS. With it, each connection keeps keys and buffers, often tens of KiB, each handshake is signed with a key, and every byte is encrypted; where a proxy does that, the proxy pays.',
			'kernel-not-counted':
				'Memory of the kernel is not included. Each TCP connection takes some KiB there even where its buffers are empty, and far more where a client reads slowly.',
			'memory-used-again':
				'Resident memory counts pages that the process uses again: the first run after a start shows the most. The heap shows what is alive.',
			files: (files: string) =>
				`Each connection is an open file: ${files} of them. A process may open as many as its limit allows (ulimit -Hn), and on Linux that limit ends at fs.nr_open, 1,048,576 by default.`,
			ports:
				'The server’s port does not run out: a connection is told by both addresses and both ports. A proxy in front runs out: from one address to one server and port, Linux gives it 28,232 by default.',
			interval: (interval: string, requests: string, up: string, down: string) =>
				`Every client asks every ${interval} ms: ${requests} requests a second, ${up} up and ${down} down each second with nothing to tell. The heads of these clients are short; a browser’s are some hundred bytes longer.`,
			hold: (hold: string, requests: string, up: string, down: string) =>
				`Every client asks anew every ${hold} s: ${requests} requests a second, ${up} up and ${down} down each second with nothing to tell. The heads of these clients are short; a browser’s are some hundred bytes longer.`,
			'keep-alive': (down: string) =>
				`A comment to every client every 15 s, so that proxies leave the stream open: ${down} down each second with nothing to tell.`,
			'no-heartbeat': (pings: string, down: string, up: string) =>
				`This server sends no heartbeat on a WebSocket that waits. Behind proxies one is needed: a ping every 30 s would be ${pings} frames a second, with ${down} down each second (2 B a ping) and the pongs ${up} up (6 B each).`,
			heartbeat: (down: string, up: string) =>
				`Engine.IO asks every client every 25 s whether it is there: ${down} down and ${up} up each second with nothing to tell.`,
			'fan-out': (to: string, size: string, all: string) =>
				`An event to all is ${to} writes or responses. With ${size} each, the data alone is ${all}; headers and framing are extra, and the event has gone out when the last core is done with it.`,
			overloaded: (delivered: string, due: string) =>
				`Of ${due} deliveries that were due, ${delivered} came in time: the true cost is higher.`,
			'not-collected':
				'Garbage was not collected before memory was read: the heap holds what is dead, too.'
		},
		silent: {
			title: 'What it does not say',
			items: {
				delay:
					'How late an event is. A machine at its limit delivers all of them, and late; the race measures delays.',
				work: 'What your own server does with an event: rights, filters, a database. Here it only passes it on.',
				slow: 'What slow clients cost. What they have not read waits in memory, for each of them.',
				storm:
					'What happens when all come back at once. The time to connect is a part of it; log-in and state are the rest.',
				other:
					'Anything of another runtime, another library or another machine. The order of the transports may be the same; the numbers will not.'
			}
		}
	}
};
