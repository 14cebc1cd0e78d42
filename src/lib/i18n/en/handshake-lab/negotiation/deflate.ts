/** What follows from the compression that was agreed, and who may ask for what. */
export const negotiationDeflate = {
	follow: {
		title: 'What follows from it',
		meta: 'permessage-deflate, each direction by itself',
		none: 'No compression was agreed: every message crosses as it is, and RSV1 stays 0.',
		taken: 'Offer taken',
		answer: 'Answer',
		lanes: {
			client: 'Client → server',
			server: 'Server → client'
		},
		compressor: { client: 'the client compresses', server: 'the server compresses' },
		scale: 'Window, in bits',
		window: (size: string, bits: string) => `Window of ${size} (2^${bits})`,
		offered: 'offer',
		answered: 'answer',
		reasons: {
			default: 'Nobody named it: 15 bits, the most.',
			'client-free': 'The client would have shrunk it if asked. The server did not ask.',
			'client-asked':
				'The client allowed it, and the server asked for it. Without that it may not ask.',
			'client-confirmed': 'The client named its own window, and the answer repeats it.',
			'client-smaller': 'The client named a window, and the server asked for a smaller one.',
			'client-promise':
				'The client announced it in the offer, and that holds though the answer does not repeat it.',
			'server-demanded': 'The client demanded it. The server had to repeat it, or decline.',
			'server-smaller': 'The client set a bound, and the server went below it.',
			'server-own': 'The server’s own choice. It may shrink its own window unasked.'
		},
		context: {
			kept: 'Keeps its window from message to message: later messages refer to earlier ones.',
			client: {
				offer: 'Begins anew with each message: the client offered it, and the answer repeats it.',
				answer: 'Begins anew with each message: the server demanded it, which needs no offer.',
				promise:
					'Begins anew with each message: the client announced it, and the answer does not repeat it.'
			},
			server: {
				offer: 'Begins anew with each message: the client demanded it.',
				answer: 'Begins anew with each message: the server’s own choice.',
				promise: ''
			}
		},
		memory: {
			title: 'Memory for each connection, by zlib',
			side: { client: 'Client', server: 'Server' },
			compressor: 'compresses',
			decompressor: 'reads',
			formula:
				'By zlib’s own account: 2^(bits + 2) bytes + 128 KiB to compress, 2^bits bytes to read, and a few KiB of state. That is why a server with many clients asks for small windows.',
			eight:
				'zlib’s compressor has no 8 bits: it takes 9, and refers no further back than 250 bytes.',
			thousand: (size: string) => `A server with 1,000 such connections: ${size}`
		},
		more: 'See messages compressed with it',
		context0: 'Without context takeover a side can reuse or free that memory between messages.'
	},
	shrink: {
		title: 'Who may shrink what',
		note: 'four parameters, two compressors',
		about:
			'Each parameter binds one compressor. In an offer the client demands it of the server or announces it of itself; an answer repeats what was demanded, and may add what the table allows.',
		parameter: 'Parameter',
		binds: 'Binds the compressor of',
		inOffer: 'In an offer',
		inAnswer: 'In the answer',
		uninvited: 'Server may add it unasked',
		sides: { client: 'the client', server: 'the server' },
		offerMeans: { demand: 'a demand: met, or the offer is declined', hint: 'an announcement' },
		owed: 'has to be repeated',
		notOwed: 'may be left out',
		yes: 'yes',
		no: 'no: only where it was offered',
		values: {
			none: 'no value',
			bits: '8 to 15',
			'bits-or-none-in-offer': '8 to 15; an offer may leave it out'
		}
	}
};
