/** Words of the page that shows a handshake as others show it. */
export const views = {
	title: 'Who said what',
	lead: 'One handshake, seen three ways: what the page’s script was told, what crossed the wire, what the server’s code was told. And where a browser’s developer tools and Wireshark show the same handshake, so that you find it again there.',
	bench: {
		title: 'The handshake',
		own: (number: number) => `Connection ${number}`,
		none: 'Nothing has been captured yet. Open a good handshake, or one that fails.',
		good: 'Open a good handshake',
		goodHint: 'This browser’s own WebSocket at /ws/echo; it sends Hello, the server sends a ping',
		again: 'Open another good one',
		failing: 'Or let the server answer otherwise',
		off: 'This server does not let pages play the server, so only good handshakes can be opened here.',
		waiting: 'Connecting…',
		loading: 'Loading this view…',
		empty: 'Choose a record on the wire to see its bytes.'
	},
	three: {
		title: 'Three views',
		hint: 'one time axis, downwards; hatched: this side is never told',
		bytes: 'The bytes of the chosen record'
	},
	devtools: {
		title: 'In the browser’s developer tools',
		hint: 'computed from the captured bytes, in the order and with the names of the panel; not a screenshot',
		none: 'The connection’s row and its headers will stand here.',
		noPage:
			'No browser took part: your raw client is a program of its own, and no developer tools show it. Wireshark sees it all the same.',
		open: 'F12, then Network. Open it before you connect: what came earlier is not listed. The filter “Socket” (in Firefox “WS”) leaves only WebSockets.',
		columns: { name: 'Name', status: 'Status', type: 'Type', time: 'Time' },
		pending: 'Pending',
		finished: 'Finished',
		tabs: {
			label: 'Parts of the panel',
			headers: 'Headers',
			messages: 'Messages',
			console: 'Console'
		},
		general: 'General',
		generalRows: { url: 'Request URL', method: 'Request Method', status: 'Status Code' },
		response: 'Response headers',
		request: 'Request headers',
		raw: 'Raw',
		provisional: 'Provisional headers are shown',
		noResponse:
			'Empty: when Chromium refuses a response, the panel gets neither its status nor its headers. They crossed the wire all the same.',
		noStatus: 'No status code and no method stand here once a handshake has failed.',
		messages: { data: 'Data', length: 'Length', time: 'Time', binary: 'Binary message' },
		sent: 'sent',
		received: 'received',
		noMessages: 'No messages.',
		failedMessage:
			'When a handshake fails, the reason stands here as a red line, the same that the console prints. The bytes do not hold it; see Console for what is on record.',
		hiddenFrames: (n: number) =>
			n === 1
				? '1 frame crossed the wire that is not listed here: a ping, a pong or a close.'
				: `${n} frames crossed the wire that are not listed here: pings, pongs, closes.`,
		find: {
			title: 'Find it there',
			row: 'One row for the whole connection. Status 101 and a time that stays “Pending” while it is open; “Finished” in grey without a status if the handshake failed.',
			headers:
				'Names are spelled anew (Sec-Websocket-Key) and sorted. Only “Raw” shows them as they crossed the wire, in their order and case.',
			messages:
				'An arrow up means sent, an arrow down received. Length counts characters in text, bytes in binary data.',
			console: 'If a browser says at all why a handshake failed, it says so here.'
		},
		firefox: {
			title: 'The same in Firefox',
			chromium: 'Chromium',
			firefox: 'Firefox',
			rows: [
				['Filter “Socket”', 'Filter “WS”'],
				['Columns Name, Status, Type', 'Columns Status, Method, Domain, File, Initiator, Type'],
				['Headers › Raw', 'Headers › switch “Raw”, one for each head'],
				['Tab Messages', 'Tab Response, which then lists messages'],
				[
					'Columns Data, Length, Time',
					'Data and Time; a right click adds Size, OpCode, MaskBit, FinBit'
				],
				['No control frames', 'Menu “All” › “Control” lists ping, pong and close as well'],
				['The reason in the console', '“Firefox can’t establish a connection …”, no reason']
			]
		},
		hides: {
			title: 'What DevTools does not show',
			items: [
				'Ping, pong and close frames in Chromium, and close codes.',
				'Masking, masking keys, fragments, lengths on the wire: messages, not frames.',
				'Compression: message and length are shown after inflating.',
				'Status, headers and body of a response that was refused.',
				'TCP: when the connection was accepted, FIN, RST.'
			]
		}
	},
	wireshark: {
		title: 'In Wireshark',
		hint: 'rows are the chunks that our socket read and wrote; texts and field names are those of Wireshark 4.0, compared with tshark in our tests',
		packets: 'List of packets',
		tree: 'Tree of the chosen row',
		columns: {
			no: 'No.',
			time: 'Time',
			from: 'Source',
			to: 'Destination',
			protocol: 'Protocol',
			length: 'tcp.len',
			info: 'Info'
		},
		client: 'client',
		server: 'server',
		none: 'Packets will be listed here, one row for each chunk of bytes.',
		choose: 'Choose a row to see its layers.',
		noLayer: 'A part of a message, or an end of TCP: no layer of HTTP or WebSocket.',
		guess: 'This head is not valid HTTP. What Wireshark makes of the rest of it we cannot tell.',
		field: (name: string) => `Display filter field ${name}`,
		more: (n: number) => `Only the first ${n} rows are drawn.`,
		unknown: {
			title: 'Not in our recording, so not drawn',
			handshake:
				'SYN, SYN-ACK, ACK: three packets before the first row. We only know when TCP was accepted.',
			acks: 'Pure ACKs, retransmissions, and how TCP cut our chunks into segments.',
			addresses:
				'Addresses and ports, and with them Wireshark’s own Length, which counts Ethernet, IP and TCP headers too. tcp.len counts the payload.'
		},
		find: {
			title: 'Find it there',
			capture:
				'Capture on the loopback interface (lo, lo0, “Adapter for loopback traffic capture”) with the capture filter:',
			decode:
				'A port that Wireshark does not know: Analyze › Decode As … › HTTP. WebSocket follows by itself after a 101.',
			follow: 'Right click on a row › Follow › WebSocket Stream shows the messages alone.',
			last: 'Several frames in one packet: Info names only the last; the tree has a layer for each.'
		},
		filters: {
			title: 'Display filters to copy',
			copy: 'Copy',
			copied: 'Copied',
			failed: 'Not allowed to copy',
			what: {
				handshake: 'requests and responses with Upgrade',
				switching: 'the 101',
				refused: 'handshakes, and refusals',
				frames: 'every frame',
				text: 'text messages',
				control: 'close, ping, pong',
				close: 'closes with a code',
				unmasked: 'frames without a mask: the server’s',
				fragments: 'fragments with more to come',
				compressed: 'compressed messages',
				long: 'frames with an extended length'
			}
		},
		hides: {
			title: 'What Wireshark does not show',
			items: [
				'What the page’s script and the server’s code were told.',
				'Anything inside TLS, unless you give it the session keys (SSLKEYLOGFILE).',
				'At first glance, that a client’s frames are masked: it lists “Masked payload” and, unmasked, “Payload”.',
				'Whether Accept fits the key: it does not check.'
			]
		}
	}
};
