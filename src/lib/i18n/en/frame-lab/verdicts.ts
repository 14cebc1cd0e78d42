/** Words of the two judges of a run. */
export const verdicts = {
	rfc: 'The RFC, read strictly',
	peer: 'The peer',
	strict: {
		legal: 'Legal',
		unfinished: 'Unfinished',
		fail: 'Violation',
		close: 'Close',
		nothing: 'No frame'
	},
	took: {
		accepted: 'Accepted',
		failed: 'Refused',
		closed: 'Closed as asked',
		silent: 'Silent',
		ended: 'Ended',
		waiting: 'Waiting'
	},
	rows: {
		rule: 'rule',
		due: 'due',
		frame: 'frame',
		close: 'close code',
		reason: 'reason',
		answer: 'answer',
		code: 'its program was told',
		page: 'page’s close event'
	},
	due: {
		take: 'take it',
		waitFrame: 'wait for the rest of the frame',
		waitMessage: 'wait for the rest of the message',
		fail: 'fail the connection',
		answerClose: 'answer with a close frame',
		nothing: 'nothing: TCP alone carries no frame'
	},
	frame: (number: string) => `number ${number} of the run`,
	showBits: 'Show the bits',
	noCode: 'none',
	noReason: 'empty',
	answers: {
		message: (count: string) => (count === '1' ? '1 message taken' : `${count} messages taken`),
		pong: (count: string) => (count === '1' ? '1 pong' : `${count} pongs`),
		close: 'close frame',
		fin: 'TCP FIN',
		rst: 'TCP RST',
		none: 'none',
		waiting: 'still to come',
		inOrder: (parts: readonly string[]) => parts.join(', then ')
	},
	pageClose: (code: string, isClean: boolean) => `${code}, ${isClean ? 'clean' : 'not clean'}`,
	pageError: 'error event before it',
	agreement: {
		agree: 'agree',
		'other-code': 'both fail, differently',
		'peer-lenient': 'peer is lenient',
		'peer-stricter': 'peer is stricter',
		open: 'open'
	},
	explanations: {
		'length-not-minimal-taken':
			'§5.2 allows only the shortest form of a length. This peer reads the length and does not look at how it is written. The value is not ambiguous, but two peers can then disagree on what is legal.',
		'length-top-bit-as-size':
			'The top bit of a 64-bit length has to be 0. This peer does not check the bit: it reads a huge length, more than it accepts, and says 1009 (too big) where 1002 (protocol error) is due.',
		'utf8-checked-late':
			'The invalid bytes can be seen at once, and §8.1 says to fail the connection. This peer looks at the text when its message is complete, and this one never was: it goes on waiting.',
		'checked-late':
			'The fault can be seen in what has arrived, and a strict receiver acts on it at once. This peer looks at a frame when all of it is there, and this one never was: it goes on waiting.',
		'utf8-as-protocol-error':
			'Both fail the connection. 1007 says what kind of fault it was; this peer uses 1002 here, as for other faults in a frame.',
		'deflate-as-protocol-error':
			'Both fail the connection. RFC 7692 names no close code for data that cannot be inflated: 1007 (invalid payload data) fits best; this peer uses 1002, as for other faults.',
		'deflate-end-unchecked':
			'The deflate data cannot be read to its end. This peer inflates as far as it can and does not check where the stream ended: it takes what came out for the whole message.',
		'close-code-taken':
			'Nobody may send this close code, and the peer let it pass: it took the code as given and answered as usual.',
		'close-body-unreported':
			'The payload of the close frame is not legal. This peer did not object: it acted as if the frame had no code, and its script was told 1005, which means that no code was received.',
		'masked-frame-taken':
			'§5.1 tells a client to close the connection when a masked frame comes. This browser unmasks the frame and takes it.',
		'reserved-close-code-refused':
			'The close code is legal by the IANA registry. This peer has a list of its own, and refused what is not on it.',
		'closed-then-failed':
			'The peer answered the close frame as it should, and then told its script of a failure all the same. What comes after a close frame is to be discarded (§1.4); a peer that reads it all the same can find a fault there.',
		'size-limit':
			'Nothing is wrong with these bytes. The peer has a bound for the size of a message, as §10.4 advises, and 1009 says that it was passed.',
		'fragment-limit':
			'Nothing is wrong with these bytes. The peer has a bound for the number of fragments, as §10.4 advises, because each costs it memory.',
		'closed-without-code':
			'Both fail the connection. The peer’s close frame carries no code, so the other side does not learn why.',
		'ended-without-close':
			'Both fail the connection. §7.1.7 says that a close frame should go first; this peer ended TCP at once.',
		'close-unanswered':
			'§5.5.1 demands a close frame in answer to a close frame. None came while the lab waited.',
		taken:
			'By the RFC, the receiver must fail the connection. This peer took the bytes: it does not check this rule here, or not yet. We do not know the cause.',
		refused:
			'Strictly read, these bytes are legal. This peer refused them all the same, by a rule of its own or by mistake. What it told its program may say more.',
		'another-code':
			'Both fail the connection, with different close codes. §7.4.1 leaves room where one fault fits more than one code.'
	}
};
