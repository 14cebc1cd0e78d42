export const shell = {
	/** BCP 47 tag for `Intl`. */
	locale: 'en',
	name: 'Wire101',
	/** Title of the document of a page. */
	title: (page: string) => `${page} · Wire101`,
	skip: 'Skip to content',
	mainNav: 'Main',
	menu: 'Menu',
	nav: {
		home: 'Home',
		workbench: 'Workbench',
		handshake: 'Handshake lab',
		frames: 'Frame lab',
		transports: 'Transports lab'
	},
	languages: 'Language',
	theme: {
		label: 'Colour theme',
		system: 'Same as system',
		light: 'Light',
		dark: 'Dark'
	},
	shortcuts: {
		title: 'Keyboard shortcuts',
		close: 'Close',
		everywhere: 'Everywhere',
		openHelp: 'Show this list',
		closeHelp: 'Close what is open',
		nextControl: 'Next control, previous control',
		or: 'or',
		singleKeys: 'Single-key shortcuts',
		singleKeysHint: 'Turn them off if speech input or a slip of the hand triggers them.'
	},
	footer: {
		label: 'About Wire101',
		promise: 'Every byte on these pages was captured from a socket or computed from such bytes.',
		sources: 'Read the sources',
		rfc6455: 'RFC 6455, The WebSocket Protocol',
		rfc7692: 'RFC 7692, Compression Extensions',
		whatwg: 'WebSockets Standard, the browser’s API'
	},
	copy: {
		copy: 'Copy',
		copied: 'Copied',
		failed: 'Not allowed to copy'
	},
	/** Where the bytes on the screen come from. */
	source: { live: 'Live', recorded: 'Recorded' },
	close: 'Close'
};
