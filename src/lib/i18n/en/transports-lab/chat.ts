export const chat = {
	title: 'Chat room',
	lead: 'A real room on one ws server, its source beside it. Every line was captured on the wire, and opens as the frame that carried it.',
	panes: {
		label: 'What is shown of the chat',
		chat: 'Chat',
		source: 'Source',
		wire: 'On the wire',
		told: 'Three views',
		loading: 'Loading…',
		failed:
			'This part of the page could not be loaded. Is the server still running? Reload the page.'
	},
	join: {
		title: 'Come in',
		name: 'Your name',
		nameHint: 'Suggested at random. It is kept in this page only.',
		another: 'Suggest another name',
		room: 'Room',
		roomHint: 'Whoever opens the same room meets you there. It stands in the link.',
		submit: 'Join',
		joining: 'Joining…',
		again: 'Join again',
		noServer: 'The lab server cannot be reached yet. The page keeps trying.',
		noName: 'A name is needed to come in.',
		tooLong: (most: string) => `${most} characters at most.`
	},
	names: {
		first: ['Calm', 'Quick', 'Bright', 'Quiet', 'Bold', 'Gentle', 'Keen', 'Lucky'],
		second: ['Heron', 'Otter', 'Falcon', 'Badger', 'Lynx', 'Finch', 'Marten', 'Robin'],
		whole: (first: string, second: string, number: string) => `${first} ${second} ${number}`
	},
	room: {
		here: (count: number) => (count === 1 ? 'Only you are here' : `${count} people here`),
		hereList: 'Who is here',
		you: 'you',
		leave: 'Leave',
		rename: 'Rename',
		newName: 'New name',
		setName: 'Ask for this name',
		invite: {
			copy: 'Copy invitation',
			copied: 'Copied',
			failed: 'Not copied: the link is in the address bar',
			hint: 'A link to this page with the room in its fragment'
		},
		company: 'Alone? Invite yourself.',
		companyMore: 'A chat needs two. Open the room again:',
		secondTab: 'in a second tab',
		otherDevice: 'on another device of this network:',
		noLan:
			'For a phone or another computer, the server has to be started with “npm start -- --lan”.'
	},
	log: {
		label: 'Conversation',
		empty: 'Nobody has said anything on this page yet.',
		emptyDetail:
			'Join, and the server’s welcome is the first line. Open any line to see the frame that carried it, and the code that sent it.',
		earlier: (count: string) => `${count} older lines are no longer kept.`,
		more: (count: number) => (count === 1 ? '1 new line' : `${count} new lines`),
		earlierMark: 'said before you came'
	},
	lines: {
		welcome: (name: string, room: string) => `Welcome, ${name}. You are in ${room}.`,
		taken: (wanted: string) =>
			`“${wanted}” was taken or not allowed, so the server gave you another name.`,
		joined: (name: string) => `${name} came in`,
		left: (name: string) => `${name} left`,
		renamed: (before: string, name: string) => `${before} is now ${name}`,
		error: (code: string) => `Refused: ${code}`,
		heartbeat: (count: number) => (count === 1 ? 'Heartbeat' : `Heartbeat, ${count} times`),
		noPong: 'no pong yet',
		pong: 'ping and pong',
		left1000: 'You left',
		ended: (code: string) => `Connection closed: ${code}`,
		refused: (status: string) => `Handshake refused: ${status}`
	},
	kinds: {
		welcome: 'Welcome',
		message: 'Broadcast',
		presence: 'Presence',
		error: 'Error reply',
		heartbeat: 'Heartbeat',
		ended: 'End'
	},
	details: {
		arrived: (size: string) => `Its frame, ${size}`,
		sent: (size: string) => `Your frame, ${size}`,
		pong: (size: string) => `The pong, ${size}`,
		closeFrame: (size: string) => `The close frame, ${size}`,
		response: (size: string) => `The response, ${size}`,
		source: 'Its source',
		follow: 'Follow the newest',
		welcome:
			'One text frame: the room, who is here and the last 20 messages. Only you were sent it; everybody else was told that you came.',
		message:
			'One JSON text, serialised once and sent to everybody in the room, its sender too. The server puts in who it is from: what a client writes there is not believed.',
		earlier:
			'It was said before you came. The welcome brought it, so its frame is the welcome’s frame.',
		joined: 'WebSocket knows no presence: this server tells the others at “connection”.',
		left: 'WebSocket knows no presence: this server tells the others at “close”, however the connection ended.',
		renamed: 'A rename was asked for in band, checked, and told to everybody.',
		heartbeat:
			'A ping from the server; your browser answers with a pong by itself and tells no script. Whoever has not answered by the next ping is cut off.'
	},
	errors: {
		'not-json':
			'The frame was in order: opcode 1, valid UTF-8. That the text is not JSON only the application can see, so it says so in band and the connection stays open. Close code 1007 is for text that is not UTF-8.',
		'unknown-type':
			'A client may send the types “message” and “rename”, and no other. Nothing was passed on.',
		'bad-text':
			'A text must be neither empty nor longer than 1,000 characters. Shorten it and send it again; the connection stays open.',
		'bad-name': 'A name has 1 to 24 visible characters. The old one still holds; ask for another.',
		'name-taken':
			'Somebody here has that name, or one that looks the same. The old one still holds; ask for another.',
		'too-fast':
			'Ten messages at once, then two a second. This one was not passed on: wait a moment. Whoever goes on gets close code 1008.',
		other: (code: string) =>
			`The server answered with an error that this page does not know: ${code}.`
	},
	ends: {
		1000: 'A closing handshake that both sides finished. Join again whenever you like.',
		1001: 'The server is going away: it is shutting down or restarting. Join again in a moment.',
		1008: 'Policy violation (§7.4.1): the flood went on after the in-band warnings. Join again, and write more slowly.',
		1009: 'Message too big (§7.4.1). No code of the chat saw it: ws read the length in the frame’s header, over the 8,192 bytes of maxPayload, and closed. A text of 1,001 characters is refused in band instead.',
		1013: 'Try again later: the room is full, or the server has as many rooms as it can keep. Try another room, or later.',
		1006: 'No close frame came: the connection broke, or never opened. The wire shows what there was. Join again.',
		refused:
			'The server answered the handshake with this status, so there never was a WebSocket. A script is told only 1006; the reason stands on the wire.',
		other: (code: string) => `Close code ${code}. The wire shows whose it was. Join again.`
	},
	unanswered: (count: number) =>
		count === 1
			? '1 of your messages was never answered.'
			: `${count} of your messages were never answered.`,
	compose: {
		message: 'Message',
		placeholder: 'Write something, Enter sends it',
		send: 'Send'
	},
	misdeeds: {
		open: 'Misbehave',
		title: 'Misbehave on purpose',
		intro: 'See how the server says no: in band, or with a close code.',
		items: {
			'not-json': [
				'Send text that is not JSON',
				'a text frame that ends in the middle of an object'
			],
			'unknown-type': ['Send an unknown type', '“shout” instead of “message”'],
			'name-taken': ['Take somebody’s name', 'a rename to a name of the room'],
			'long-text': ['Send a text that is too long', '1,001 characters, within the bytes allowed'],
			flood: ['Flood', '30 messages at once'],
			'big-message': ['Send a message that is too big', 'over 8,192 bytes on the wire']
		},
		alone: 'needs somebody else: open a second tab'
	},
	source: {
		label: (path: string) => `Source of ${path}`,
		files: 'Files of the chat',
		copy: 'Copy',
		runs: 'This very file runs at /ws/chat.',
		what: 'What ran',
		path: 'Functions that ran, in order',
		none: 'No code of the chat ran for this.',
		nothing: 'Join, and the code that runs for you is marked here.',
		latest: (kind: string, count: string) => `${kind}: ${count}, show the last`,
		legend: { ran: 'function that ran', mark: 'the line that did it' },
		go: (name: string) => `Go to ${name}`
	},
	wire: {
		empty: 'Join, and what crosses the wire appears here byte for byte.',
		noRecord: 'Nothing has crossed the wire yet.'
	},
	told: {
		intro:
			'One connection, three accounts: what this page’s script was told, what crossed the wire, and what ws told the chat’s code. Ping and pong reach no script of a page.',
		empty: 'Join, and three accounts of your connection appear here.'
	},
	trouble: {
		title: 'You are not in the room',
		'too-many-connections':
			'This page has as many connections open as the server allows. Leave some, then join again.',
		'no-channel': 'The lab server cannot be reached now. Join again when the page says it is back.',
		other: (code: string) =>
			`The lab server refused to record the connection (${code}). Try again.`,
		exception: (name: string) => `The browser threw ${name}`,
		nothingSent: 'Nothing was sent.'
	}
};
