/** Words of the page that computes Sec-WebSocket-Accept. */
export const accept = {
	title: 'Accept, down to the bit',
	lead: 'A server answers a key with 28 characters. Here they are made from the key one step at a time, through both blocks and all 160 rounds of SHA-1.',
	shortcuts: 'Rounds of SHA-1',
	keys: {
		space: 'Space',
		play: 'Play or pause the rounds',
		step: 'One round back, one round forward',
		ends: 'To the beginning, to the end'
	},
	tools: {
		view: 'Bytes shown as',
		views: { text: 'Text', hex: 'Hex', binary: 'Bits' },
		link: 'Copy link',
		linkHint: 'A link to this key, at this round',
		copied: 'Copied',
		copyFailed: 'Not allowed to copy. The link stands in the address bar.'
	},
	rail: {
		title: 'Steps',
		keyBytes: (bytes: string) => `${bytes} of base64`,
		keyFault: 'not base64 of 16 bytes',
		noKey: 'no key',
		blocks: (count: string) => `${count} blocks of 64 bytes`,
		word: (t: string) => `W${t} chosen`,
		round: (block: string, step: string) => `block ${block}, ${step} of 80 done`,
		match: 'equal',
		differs: (position: string) => `differs at character ${position}`,
		nothing: 'nothing to compare with'
	},
	source: {
		title: 'The key',
		choose: 'Where the key comes from',
		captured: 'Captured',
		typed: 'Typed',
		fromCapture: (connection: string) => `from connection ${connection}, as captured`,
		connect: 'Open a WebSocket',
		another: 'Open another one',
		connecting: 'Opening…',
		none: 'No handshake has been captured on this page yet.',
		noneBody:
			'This browser opens its own WebSocket to this server. The key is the browser’s; no script can choose it or read it.',
		noKey: 'The request on the screen carries no Sec-WebSocket-Key.',
		key: 'Sec-WebSocket-Key',
		keyHint: 'Any text up to 128 characters; a proper key is 16 random bytes in base64',
		claimed: 'Accept to compare with',
		claimedHint: 'From the browser’s developer tools, for example; may stay empty',
		fresh: 'New random key',
		presets: 'Published pairs',
		preset: {
			rfc: 'RFC 6455 §1.3',
			first: 'Article 1',
			second: 'Article 2',
			third: 'Article 3'
		},
		trimmed: 'Spaces around a header’s value are no part of it: they are left out.',
		trouble: (code: string) =>
			code === 'rate-limited' || code === 'too-many-connections'
				? 'The server takes no more connections just now. Try again in a minute.'
				: `The connection could not be opened (${code}).`
	},
	decode: {
		title: 'What the key stands for',
		note: 'base64: six bits a character',
		about:
			'24 characters hold 16 random bytes: six bits a character, two = at the end. Neither side decodes the key to make an Accept. It is done here to show whether the key is what the RFC asks for.',
		label: 'The key, character by character, over its bits',
		good: 'The base64 of 16 bytes, as §4.1 asks.',
		loose: (bits: string) =>
			`The last character’s four low bits are ${bits}: they belong to no byte. RFC 4648 §3.5 leaves them to the decoder, and the example key in RFC 6455 §4.1 has some set as well.`,
		more: (count: string) => `${count} more characters are not drawn.`,
		faultAt: (position: string) => `At character ${position}: `,
		faults: {
			empty: 'There is no key.',
			'no-byte': (code: string) =>
				`${code} does not fit in one byte. A header is a row of bytes, and its characters end at U+00FF: no request can carry this key, and no Accept is due.`,
			control: (code: string) =>
				`${code} is a control character, which no header value may hold (RFC 9110 §5.5). A request with it is broken; the Accept is computed all the same.`,
			'bad-character': (code: string) =>
				`${code} is not a base64 character. A strict server refuses this key with 400.`,
			'bad-padding':
				'this = is misplaced: it may only fill up the last group of four. A strict server refuses this key with 400.',
			'bad-length':
				'the key ends inside a group of four. A strict server refuses this key with 400.',
			'not-16-bytes': (bytes: string) =>
				`This is the base64 of ${bytes}, and the RFC asks for 16. A strict server refuses this key with 400.`
		},
		stillHashed:
			'An Accept can be computed for it all the same: the key is hashed as text, whatever it is.'
	},
	join: {
		title: 'Key and GUID, joined',
		about:
			'The GUID is a constant printed in the RFC. With it no server gives the right answer by chance: whoever appends it knows the RFC.',
		bytes: (bytes: string) => `${bytes} go into SHA-1`,
		label: 'Key and GUID in bytes'
	},
	padding: {
		title: 'Padding to whole blocks',
		note: 'FIPS 180-4 §5.1.1',
		about: (message: string, bits: string, zeros: string, blocks: string) =>
			`SHA-1 takes 64 bytes at a time. The message has ${message}. After it come the byte 0x80, ${zeros} zero bytes, and ${bits}, the message’s length in bits, in eight bytes: ${blocks}.`,
		whyTwo:
			'60 bytes would fit into one block, but the marker and the length need 9 more. So every proper key takes two blocks, and the second holds little but zeros.',
		blocks: (count: string) => (count === '1' ? 'one block' : `${count} blocks`)
	},
	schedule: {
		title: 'Message schedule',
		note: 'FIPS 180-4 §6.1.2, step 1',
		about:
			'A block is 16 words of 32 bits, and there are 80 rounds. The other 64 words are made from earlier ones. Choose a word to see the four it is made from.',
		word: (t: string) => `Word ${t}`,
		own: (first: string, last: string, glyphs: string) =>
			`Bytes ${first} to ${last} of the block, as they are: ${glyphs}`,
		uses: (list: string) => `Made with it: ${list}.`,
		unused: 'No further word is made with it.',
		follow: 'Follow the rounds',
		following: 'Following the rounds'
	},
	rounds: {
		title: 'The 80 rounds',
		note: 'FIPS 180-4 §6.1.2, step 3',
		about:
			'Five words, a to e. Each round adds one word of the schedule to a mix of all five, puts the sum in front, and moves the others one place on. What drops out at e was a five rounds before, rotated by 30 bits.',
		player: 'Player of the rounds',
		start: 'To the beginning',
		back: 'One round back',
		play: 'Play',
		pause: 'Pause',
		on: 'One round forward',
		end: 'To the end',
		speed: 'Speed',
		speeds: (rounds: number) => `${rounds}/s`,
		block: 'Block',
		jump: 'Round',
		slider: 'Rounds done',
		place: (step: string) => `${step} of 80 rounds done`,
		beforeAll: 'before the first round',
		now: (step: string, t: string) => `Round ${step} of 80, t = ${t}`,
		before: 'Before the first round',
		beforeFirst:
			'a to e begin as h0 to h4: five constants of the standard, the same for every message.',
		beforeNext: 'a to e begin as h0 to h4, as the block before left them.',
		map: 'Each column is a after one round, each point one of its 32 bits.',
		function: 'The function, bit by bit',
		functions: {
			Ch: 'Choose. Where b is 1, c’s bit goes through; where b is 0, d’s. Marked: the bit chosen.',
			Parity: 'Parity. The result is 1 where an odd number of the three are 1. Marked: the ones.',
			Maj: 'Majority. The result is what at least two of the three are. Marked: the bits in the majority.'
		},
		sum: 'The sum, in 32 bits',
		turns: 'The rotations',
		flow: 'What moved where',
		result: 'The end of the block',
		resultAbout:
			'After round 80 the five variables are added to the values that the block began with.'
	},
	digest: {
		title: '20 bytes',
		about: 'h0 to h4 after the last block, one after the other: 160 bits.',
		label: 'The digest'
	},
	base64: {
		title: 'Base64 of the 20 bytes',
		about:
			'160 bits in groups of six make 26 characters, and four bits are left; two zeros fill up the 27th, and one = completes the last group of four. So an Accept always has 28 characters and ends in one =.',
		label: 'Three bytes above, four characters below, the same 24 bits between'
	},
	compare: {
		title: 'What came, and what is due',
		about:
			'This is all that the client does: the same computation, and a comparison. At the slightest difference it must fail the connection.',
		due: 'due',
		sent: 'sent by the server',
		published: 'given',
		equalPublished: 'Equal: this is the Accept for this key.',
		nothing:
			'Nothing to compare with. Give an Accept beside the key, or take a captured connection.'
	},
	proof: {
		title: 'What Accept proves, and what it does not',
		about:
			'It proves one thing: whoever answered has read this request’s key, and knows WebSocket. A cache cannot give it, nor a server that gives everybody the same answer. It does not prove who anybody is, and it hides nothing.',
		notSo: 'Not so',
		trouble: (code: string) =>
			code === 'raw-server-off'
				? 'This server does not let hand-written bytes answer a browser (RAW_SERVER=off), so the test cannot be made here.'
				: code === 'no-answer'
					? 'No answer came. Try again.'
					: `The test could not be carried out (${code}).`,
		decoded: {
			claim: '“The client decodes Accept and gets the key back.”',
			body: 'Decoding gives 20 bytes, and they are not the key. A hash cannot be undone: the client computes its own and compares.',
			accept: 'Accept, decoded',
			key: 'key, decoded'
		},
		encrypted: {
			claim: '“Accept is the encrypted key. It keeps the connection safe.”',
			body: 'Encryption needs a secret. Here the key crosses the wire in the open and the GUID is printed in the RFC, so anyone can compute an Accept. Let something other than this page do it:',
			run: 'Have the browser’s own Web Crypto compute it',
			result: 'Web Crypto says',
			same: 'The same as above: no secret was needed.',
			unavailable:
				'Browsers offer Web Crypto only on https and on this machine. The command below does the same.',
			shell: 'Or a shell',
			copy: 'Copy',
			copied: 'Copied',
			copyFailed: 'Not allowed to copy',
			noShell: 'This key has characters that a command line does not carry safely.'
		},
		identity: {
			claim: '“The key identifies the connection.”',
			body: 'A server forgets the key once it has answered. Send one key twice: both connections open, with the same Accept.',
			run: 'Send this key twice',
			running: 'Sending…',
			substitute: 'Your key is not the base64 of 16 bytes: the RFC’s example key is sent instead.',
			connection: (n: string) => `Connection ${n}`,
			same: 'Two connections, one key, one Accept: the key does not tell them apart.',
			refused: 'The server did not answer 101 to both.'
		},
		cache: {
			claim: '“A cache, or a server that only repeats what it has seen, could answer.”',
			body: 'Try it: the 101 captured above, byte for byte, answers the next WebSocket of this browser. Its key is new, so the stored Accept is wrong.',
			run: 'Answer with the stored 101',
			running: 'Answering…',
			needs: 'First choose a captured connection that was answered with 101.',
			due: 'due for the new key',
			stored: 'stored',
			told: (code: string) => `The page was told close code ${code}, and never an open event.`,
			delay:
				'After failures, Chromium waits longer and longer before it connects again: a few tries are enough.'
		}
	}
};
