/** Words of the push game. */
export const game = {
	title: 'Push game',
	lead: 'One world on the server, moved 20 times a second, monsters and all. Your browser moves nothing: it draws the snapshots that arrive. Choose how they arrive, and feel the difference.',
	join: 'Play',
	again: 'Play again',
	leave: 'Leave',
	live: 'Live',
	noServer: 'The lab server cannot be reached yet: there is no world to play in.',
	joining: 'Going in…',
	waiting: 'Waiting for the first snapshot…',
	invitation:
		'Nothing moves yet: the world runs only while somebody plays. Press Play, then try to stand still.',
	freeze: 'Freeze the picture',
	thaw: 'Show what arrives',
	frozen: 'The picture is frozen. The world goes on, and bites.',
	glide: 'Glide between snapshots: this page draws what was never sent, and is later by one gap',
	keys: 'Arrow keys or WASD to move, space to strike, while the arena has the focus. Tab leaves it.',
	hud: {
		label: 'You',
		player: (number: string) => `Player ${number}`,
		health: (now: string, most: string) => `Health ${now} of ${most}`,
		score: (points: string) => `Monsters slain: ${points}`,
		players: (count: number) => (count === 1 ? 'Nobody else is here' : `${count} players are here`),
		tick: (tick: string) => `Tick ${tick}`
	},
	arena: {
		label: 'Arena: arrow keys or WASD to move, space to strike',
		you: 'you',
		wound: '−1',
		felled: 'felled',
		empty: 'The arena, empty: nobody plays.',
		summary: (tick: string, players: string, monsters: string, near: string) =>
			`Tick ${tick}. ${players}, monsters: ${monsters}, of which near you: ${near}.`,
		selfAt: (health: string, score: string) => `Your health is ${health}, your score ${score}.`,
		down: 'You were felled, and will rise by yourself.'
	},
	pad: {
		label: 'Buttons to play with',
		up: 'Up',
		down: 'Down',
		left: 'Left',
		right: 'Right',
		strike: 'Strike'
	},
	choice: {
		title: 'How the snapshots come',
		note: 'Switch while you play: you stay in the world, and the new transport goes on after the last snapshot seen.',
		interval: 'Ask every',
		hold: 'Hold for up to',
		milliseconds: 'ms',
		seconds: 's',
		feel: {
			'short-polling':
				'The page asks at fixed times. In between, the world goes on and you do not see it; your keys are sent at once, but what they did shows with the next response.',
			'long-polling':
				'The page asks, the server waits for the next tick to answer: up to one request for each tick.',
			'server-sent-events':
				'One response that never ends carries every snapshot. Your keys go by POST, on other connections.',
			websocket:
				'One connection, both ways: a snapshot costs its frame, a key press costs its own.',
			'socket-io':
				'Begins with polling, then upgrades to a WebSocket; each snapshot is wrapped once more.'
		}
	},
	numbers: {
		title: 'Measured now',
		snapshots: 'Snapshots a second',
		age: 'Age of the picture, on average',
		worst: 'at worst',
		ageHint:
			'From the moment the server made a snapshot, by its own account, until the next one replaces it here.',
		error: (error: string) => `Clock error ± ${error}`,
		effect: 'Key press → effect, median',
		effectHint:
			'By this page’s clock: from the key to the snapshot that says that the world has seen it.',
		down: 'Down',
		up: 'Up',
		requests: 'Requests',
		perSecond: (value: string) => `${value}/s`,
		inAll: (value: string) => `${value} in all`,
		perSnapshot: 'On the wire per snapshot',
		none: '–',
		unmeasured: 'Press a key to measure'
	},
	chart: {
		title: 'Age of the picture, ms: it grows until the next snapshot comes',
		from: (seconds: string) => `${seconds} s ago`,
		now: 'now',
		label: (now: string, mean: string) =>
			`Age of the picture over the last seconds: now ${now}, on average ${mean}`
	},
	who: {
		title: 'Nobody clicks and things move: who sent that?',
		lead: 'Whenever something happens to you that you did not do, here are the very bytes that brought it.',
		nothing: 'Nothing yet. Stand still: the monsters will find you.',
		list: 'What happened to you',
		at: (tick: string) => `tick ${tick}`,
		kinds: {
			bite: (by: string) => `Monster ${by} bit you`,
			fell: (by: string) => `Monster ${by} felled you`,
			push: (by: string) => `Player ${by} pushed you`,
			rise: () => 'You rose again'
		},
		still: (time: string) => `You had pressed nothing for ${time}.`,
		never: 'You had never pressed anything.',
		asked: {
			'short-polling': (path: string, wait: string) =>
				`But your page had asked: ${path}, answered ${wait} later. With HTTP the server can only answer; what happened had to wait for the next request.`,
			'long-polling': (path: string, wait: string) =>
				`But your page had asked: ${path}. The server held the request for ${wait}, until there was something to say.`,
			'server-sent-events': (path: string, wait: string) =>
				`Your page asked once, ${wait} before: ${path}. The server is still answering that one request.`,
			websocket: (path: string, wait: string) =>
				`Your page asked nothing: the connection was opened ${wait} before (${path}), and since then the server speaks when it likes.`,
			'socket-io': (path: string, wait: string) =>
				`The exchange that carried it began ${wait} before: ${path}.`
		},
		looking: 'The server reports the bytes it wrote a moment later…',
		lost: 'These bytes were counted, and not kept: this lane has used up its room. Leave and play again to record anew.',
		facts: {
			transport: 'Transport',
			tick: 'Tick, event',
			exchange: 'Exchange',
			bytes: 'Bytes of this write'
		},
		tickEvent: (tick: string, event: string) => `${tick}, id ${event}`,
		exchange: (number: string, socket: string) => `${number}, TCP connection ${socket}`,
		bytesLabel:
			'The bytes as they left the server; the snapshot is marked, dots stand for control bytes',
		link: 'Open its lane, byte for byte',
		legend:
			'A snapshot reads: tick | players: number, x, y, facing, pose, health, score, last input seen | monsters: number, x, y, mood, health | what happened.'
	},
	tried: {
		title: 'What you have tried',
		none: 'Play over a transport, then switch: the numbers of each stay here.',
		caption: 'The transports you have played over, measured',
		columns: {
			transport: 'Transport',
			seconds: 'Played',
			snapshots: 'Snapshots',
			age: 'Age, mean',
			worst: 'Age, worst',
			effect: 'Key → effect',
			down: 'Down',
			up: 'Up',
			requests: 'Requests',
			perSnapshot: 'Per snapshot'
		},
		clock: (error: string) =>
			`Bytes are TCP payload with all headers, counted on the server’s sockets. Ages may be wrong by the clock’s error, ± ${error}.`
	},
	together: {
		title: 'Play together',
		tab: 'Open a second tab',
		tabHint: 'Put it beside this one, over another transport: same world, same tick, another age.',
		device: 'On a second device of your network:',
		lan: 'Other devices cannot reach this server yet: start it with npm start -- --lan.'
	},
	over: {
		idle: 'You pressed nothing for three minutes and left the world. What was measured stays.',
		full: 'There are 64 players in the world: no place is left. Try again when somebody has left.',
		'session-lost': 'The session with the lab server was lost, and your player with it.',
		'too-many-streams':
			'This page, or the server, has as many event streams open as it may. Try again later.',
		'too-many-lanes': 'This page has as many lanes open as it may. Leave, and play again.',
		other: (code: string) => `The lab server refused (${code}).`
	},
	troubles: {
		waiting: 'Not connected: trying again…',
		connecting: 'Connecting…',
		stopped: 'The server does not know this lane any more. Leave, and play again.'
	}
};
