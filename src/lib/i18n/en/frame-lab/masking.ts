/** Words of masking explained by doing. */
export const masking = {
	title: 'Masking',
	lead: 'Every frame of a client carries a masking key of 32 bits, and its payload is XORed with it. Do it by hand, then see what would happen without it.',
	xor: {
		title: 'XOR by hand',
		note: 'payload[i] ⊕ key[i mod 4]',
		about:
			'The four key bytes take turns, one for each payload byte. Where a bit of the key is 1, the payload’s bit is flipped; where it is 0, it stays. The same key flips the same bits back: masking and unmasking are one operation.',
		payload: 'payload',
		placeholder: 'text to mask',
		caption: 'Masking and unmasking, byte by byte',
		turn: 'i mod 4',
		top: 'payload',
		topLong: '[i]',
		wire: 'wire',
		again: 'payload',
		sum: (index: string) => `Byte ${index}: masked`,
		sumAgain: (index: string) => `Byte ${index}: masked again`,
		whose: (index: string, turn: string, key: string) =>
			`Byte ${index}: ${index} mod 4 = ${turn}, so key byte ${turn} (${key}) has its turn.`,
		empty: 'Nothing to mask: the payload is empty. The key is sent all the same.',
		frame: 'The frame that carries it',
		frameNote: (key: string) => `the key ${key} stands in front of what it masks`
	},
	key: {
		title: 'Masking key',
		keys: 'bit, Space flips it',
		byte: (index: string) => `Key byte ${index}, two hex digits`,
		bit: (bit: string, byte: string) => `key bit ${bit}, in byte ${byte}`,
		fresh: 'New key',
		zeros: 'All zeros',
		zerosTitle: '00 00 00 00 is legal and masks nothing',
		zerosBody:
			'MASK is 1 and the key is there, so a receiver has nothing to object to; yet the wire shows the payload as it is. That is why §5.3 asks for a key that nobody can predict, not for any key.'
	},
	trial: {
		title: 'Why clients mask',
		note: 'a payload that looks like an HTTP request',
		about:
			'A page decides what its WebSocket sends. Suppose it sends the text of an HTTP request for another site’s script, and between client and server sits a cache that never understood the upgrade. Below, this text is sent to ws over four real TCP connections. The captured bytes of the client then go to a naive reader that looks for request lines and Host headers, as such a cache would.',
		request: 'payload, as the page writes it',
		requestHint: 'Each line is sent with CR LF at its end.',
		send: 'Send it four ways',
		sending: 'Sending…',
		stop: 'Cancel',
		reset: 'Restore the example',
		waiting: 'Nothing has been sent yet. What is shown here has crossed a wire.',
		results: 'What happened, way by way',
		way: 'sent',
		sees: 'the intermediary sees',
		peer: 'the server',
		ways: {
			unmasked: 'without a mask',
			masked: 'masked, new key',
			zeros: 'masked, key of zeros',
			foreseen: 'masked, key known before'
		},
		whys: {
			unmasked:
				'The payload crossed the wire as the page wrote it. A server that keeps to §5.1 refuses the frame, but for a cache on the way that is too late: the request is out, and an attacker’s own server would answer instead of refusing.',
			masked:
				'The client drew the key from its random numbers after the page had handed over the payload. The page cannot choose the bytes on the wire, so it cannot make them read as a request.',
			zeros:
				'The frame is legal. Drawn at random, a key of zeros is as likely as any other, one in 4,294,967,296; a client that always uses it protects nobody.',
			foreseen:
				'The page knew the key, so it sent the request XORed with that key already. The client’s masking undid it. This is why a key has to be unpredictable and new for each frame (§5.3, §10.3).'
		},
		key: 'key',
		noKey: 'none',
		seesNoRequest: 'no request',
		seesFake: (host: string) => `a request for ${host}`,
		seesFakeNoHost: 'a request without a Host',
		choose: (way: string) => `Look at what was sent ${way}`,
		server: {
			took: 'took it',
			refused: (code: string) => `refused it, ${code}`,
			refusedPlain: 'refused it',
			silent: 'said nothing',
			waiting: 'no answer yet'
		},
		stream: 'What the client put on the wire',
		streamNote: (bytes: string) => `${bytes} captured, end to end.`,
		streamAbout:
			'Colours mark the fields, as a reader that knows WebSocket sees them. Underlined is what the naive reader takes for a request although it is none.',
		foundTitle: 'What the naive reader found',
		foundReal: 'the opening request, a real one',
		foundFake: 'inside a frame: not a request',
		foundAt: (first: string, last: string) => `bytes ${first}–${last}`,
		noHost: 'no Host',
		nothingFound: 'nothing that looks like a request',
		consequence: (host: string) =>
			`A cache that believes this stores the next bytes of the server, which the attacker chooses, as the answer of ${host}, and hands them to everyone behind it.`,
		judges: 'Both judges',
		trouble: (code: string) => `It could not be sent (${code}). Try again in a moment.`
	},
	not: {
		title: 'What masking is not',
		secrecy: 'No secrecy.',
		secrecyBody:
			'The key travels in front of the payload, in the same frame. Whoever reads the frame can unmask it, as this page does. Secrecy is the work of TLS: wss:// (§10.6).',
		integrity: 'No protection against change.',
		integrityBody:
			'A bit flipped on the way is a bit flipped in the payload, and nobody notices. This too is the work of TLS.',
		server: 'Not for servers.',
		serverBody:
			'A server’s frames are never masked (§5.1): without a forged request, no cache takes what looks like a response for the answer to anything (§10.3).',
		compression: 'Not free.',
		compressionBody:
			'It costs four bytes per frame and one XOR per payload byte; processors do many bytes at a time.'
	}
};
