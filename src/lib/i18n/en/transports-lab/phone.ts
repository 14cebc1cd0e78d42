/** The second device of a log-in by QR code: a page of its own, and the phone drawn beside the code. */
export const phone = {
	title: 'Confirm a log-in',
	description:
		'The second device of a log-in by QR code: see who is asking, then confirm or decline.',
	scanning: 'Telling the server that this code was read…',
	deciding: 'Sending your answer…',
	asking: {
		title: 'Let that page in?',
		body: 'Confirm only if the page that waits is in front of you and shows this number.',
		number: 'Check number',
		who: 'Who is asking',
		browser: 'Browser',
		address: 'Address',
		/** Chrome 141, Linux */
		between: ', ',
		unknown: 'not told',
		onServer: 'the server’s own computer',
		left: (seconds: string) => `${seconds} s left to decide`,
		confirm: 'Confirm the log-in',
		decline: 'It was not me'
	},
	confirmed: {
		title: 'Confirmed',
		body: 'The page on the other device is logged in now. This code no longer works.'
	},
	declined: {
		title: 'Declined',
		body: 'The page on the other device has been told, and is not logged in. This code no longer works.'
	},
	over: {
		title: 'This code is no longer valid',
		body: 'It has been used, has expired, or never existed. Show a new code on the other device, and scan that one.'
	},
	expired: {
		title: 'Too late',
		body: 'Nobody decided while the code was valid. Show a new one on the other device, and scan that.'
	},
	offline: {
		title: 'The server did not answer',
		body: 'Check that this device is in the same network as the server and that the server is still running. Then try again.',
		retry: 'Try again'
	},
	refused: {
		title: 'The server refused this request',
		body: 'It takes an answer only from its own page, with a complete code. Scan the code again.'
	},
	noId: {
		title: 'No code was read',
		body: 'This page opens by itself when a phone’s camera reads the QR code of a page that waits to be logged in.',
		link: 'Show a QR code'
	},
	noAccount: 'This is a lab: no account is involved, and nothing is stored on this device.'
};
