/** Words of tools of the frame lab, its head and its notices. */
export const shell = {
	title: 'Frame lab',
	nav: 'Tools of the frame lab',
	tools: {
		editor: 'Frames',
		fragments: 'Fragments',
		compression: 'Compression',
		masking: 'Masking',
		limits: 'Limits',
		cases: 'All cases'
	},
	/** For search engines. */
	descriptions: {
		editor: 'Build WebSocket frames bit by bit, send them to a real peer, and see what it does.',
		fragments: 'Cut a WebSocket message into fragments, weave control frames between, and send it.',
		compression: 'permessage-deflate under the microscope: negotiated for real, block by block.',
		masking: 'Why clients mask: XOR by the byte, and what a naive cache would do without it.',
		limits: 'Meet the bounds of a WebSocket server: long messages, lying lengths, floods.',
		cases: 'Every case of broken and legal frames, tried live against a real peer.'
	}
};
