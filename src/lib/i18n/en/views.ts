/** One event in three views: page, wire, server. */
export const views = {
	title: 'Three views',
	hint: 'what each was told',
	caption: 'The same events as told to the page, seen on the wire, told to the server',
	page: 'Page',
	pageHint: 'script API',
	wire: 'Wire',
	wireHint: 'bytes',
	server: 'Server',
	serverHint: 'ws events',
	untold: 'not told',
	noPage: 'No page here. The client writes bytes itself.',
	empty: 'No events yet.',
	earlier: (n: number) => `${n.toLocaleString('en')} earlier rows`,
	later: (n: number) => `${n.toLocaleString('en')} later rows`,
	readyState: 'readyState',
	agree: 'same as the client’s state on the wire',
	differ: (page: string, wire: string) => `The page says ${page}; the bytes say ${wire}.`,
	clockErrorHint: (span: string) =>
		`The page has its own clock; against the server’s it may be off by ${span} either way.`,
	size: (kind: string, bytes: string) => `${kind}, ${bytes} B`,
	data: { text: 'text', binary: 'binary' },
	clean: 'clean',
	notClean: 'not clean',
	record: (index: number) => `record ${index}`
};
