/** Words of tools of the frame lab, its head and its notices. */
export const shell = {
	title: 'Frame lab',
	nav: 'Tools of the frame lab',
	tools: {
		editor: 'Editor',
		fragments: 'Fragments',
		compression: 'Compression',
		masking: 'Masking',
		limits: 'Limits',
		cases: 'Cases'
	},
	/** For search engines. */
	descriptions: {
		editor: 'Build WebSocket frames bit by bit, send them to a real peer, and see what it does.',
		fragments: 'Cut a WebSocket message into fragments, insert control frames, and send it.',
		compression: 'permessage-deflate under the microscope: negotiated for real, block by block.',
		masking: 'Why clients mask: XOR byte by byte, and what a naive cache sees without it.',
		limits: 'Test the bounds of a WebSocket server: long messages, lying lengths, many pings.',
		cases: 'A table of legal and broken frames, each tried against a real peer.'
	},
	trouble: {
		title: 'That did not work',
		dismiss: 'Dismiss',
		exception: (name: string) => `new WebSocket() threw ${name}`,
		browserSays: 'The browser’s own words: ',
		nothingSent: 'No connection was opened. Change what you offer, then send again.',
		notLoaded:
			'A part of this page has not been loaded yet, and the server does not answer. Send again when it is back.',
		linkTitle: 'The link was not opened',
		link: {
			'not-a-run':
				'What stands after the # is not a run of frames, or a part of it is missing. Copy the whole link again. Your draft has not changed.',
			'too-big':
				'The run in the link is larger than this page accepts, so it was not unpacked. Ask for a shorter one. Your draft has not changed.',
			'newer-version':
				'The link was made by a newer Wire101, and this version cannot read it. Reload the page, then open the link again.'
		},
		channel: {
			'run-in-progress':
				'One run is sent at a time, and the last one has not ended. Cancel it, or wait until it ends, then send again.',
			'run-too-big':
				'The run asks for more bytes, writes or seconds than this server carries out. Remove frames or repetitions, or shorten the pauses.',
			'raw-server-off':
				'This server does not let pages play the server, because a shared proxy may stand in front of it. Send as the client instead.',
			'too-many-connections':
				'This page has as many open connections as one session may have. Hang up, or reload the page, then send again.',
			'too-many-recordings':
				'The session’s recordings have reached their limit. Reload the page to start again; copy the link first to keep your draft.',
			'unknown-connection':
				'The connection belongs to a session that has ended. Send again: a new connection is opened.',
			'not-open': 'The connection has ended. Send again: a new connection is opened.',
			'bad-argument':
				'A header value cannot hold one of the characters, such as a line break in the extensions. Change it, then send again.',
			malformed:
				'The server could not read the command. Reload the page; copy the link first to keep your draft.',
			'rate-limited': 'Too many commands in a short time. Wait a second, then send again.',
			'no-channel':
				'There is no channel to the lab server, so nothing could be sent or captured. Wait until it is back, then send again.',
			'internal-error':
				'The lab server failed while it carried out the run. The run has ended; send again.',
			other: (code: string) =>
				`The lab server refused the command (${code}). Nothing was sent. Try again in a moment.`
		}
	}
};
