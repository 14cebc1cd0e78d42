/** Words of masking explained by doing. */
export const masking = {
	title: 'Masking',
	lead: 'Every frame of a client carries a masking key of 32 bits, and its payload is XORed with it. Do it by hand, then see what would happen without it.',
	xor: {
		title: 'XOR by hand',
		note: 'payload[i] ⊕ key[i mod 4]',
		about:
			'Each payload byte meets one of the four key bytes, in turn. Where a bit of the key is 1, the payload’s bit turns over; where it is 0, it stays. The same key once more turns the same bits back: masking and unmasking are one operation.',
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
		keys: 'bit, Space turns it over',
		byte: (index: string) => `Key byte ${index}, two hex digits`,
		bit: (bit: string, byte: string) => `key bit ${bit}, in byte ${byte}`,
		fresh: 'New key',
		zeros: 'All zeros',
		zerosTitle: '00 00 00 00 is legal and masks nothing',
		zerosBody:
			'MASK is 1 and the key is there, so a receiver has nothing to object to; the wire shows the payload as it is. That is why §5.3 asks for a key that nobody can predict, not just for any key.'
	},
	trial: {
		title: 'Why clients mask',
		note: 'a payload that looks like an HTTP request',
		about:
			'A page decides what its WebSocket sends. Suppose it sends the text of an HTTP request for another site’s script, and between client and server sits a cache that never understood the upgrade. Below it is sent over four real TCP connections to ws; what was captured of the client is then given to a naive reader that looks for request lines and Host headers, as such a cache would.',
		request: 'payload, as the page writes it',
		requestHint: 'Each line is sent with CR LF at its end.',
		send: 'Send it four ways',
		sending: 'Sending…',
		stop: 'Cancel',
		reset: 'The example again',
		waiting: 'Not sent yet. Nothing is shown before it has crossed a wire.',
		results: 'What became of each',
		way: 'sent',
		sees: 'the intermediary sees',
		peer: 'the server',
		ways: {
			unmasked: 'without a mask',
			masked: 'masked, a new key',
			zeros: 'masked, a key of zeros',
			foreseen: 'masked, a key known before'
		},
		whys: {
			unmasked:
				'The payload crossed the wire as the page wrote it. A server that keeps to §5.1 refuses the frame, but for whoever reads along that is too late: the request is out, and the attacker’s own server would not refuse it but answer.',
			masked:
				'The client drew the key from its random numbers after the page had handed over the payload. The page cannot arrange for any bytes on the wire, so nothing there reads as a request.',
			zeros:
				'The frame is legal. A key of zeros is as likely as any other, once in 4,294,967,296; a client that always uses it protects nobody.',
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
		streamNote: (bytes: string) => `${bytes} captured, in a row.`,
		streamAbout:
			'Colours are the fields, as one sees them who knows WebSocket. Underlined is what the naive reader takes for a request although it is none.',
		foundTitle: 'What the naive reader found',
		foundReal: 'the opening request, which is one',
		foundFake: 'inside a frame: no request at all',
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
			'A bit turned over on the way is a bit turned over in the payload. Nobody notices; again TLS is what helps.',
		server: 'Not for servers.',
		serverBody:
			'A server’s frames are never masked (§5.1): without a forged request, no cache takes what looks like a response for the answer to anything (§10.3).',
		compression: 'Not free.',
		compressionBody:
			'It costs four bytes a frame and one XOR for each payload byte, which processors do many bytes at a time.'
	}
};
