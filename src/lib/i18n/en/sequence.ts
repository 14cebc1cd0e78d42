const records = (n: number) => (n === 1 ? '1 record' : `${n.toLocaleString('en')} records`);

/** The conversation as a sequence diagram, its totals and the legend of colours. */
export const sequence = {
	title: 'Conversation',
	count: records,
	violations: (n: number) => (n === 1 ? '1 violation' : `${n.toLocaleString('en')} violations`),
	list: 'Records in order of time',
	client: 'client',
	server: 'server',
	unit: 'ms',
	empty: 'Nothing recorded yet. Each read and write will appear here, in order of time.',
	toScale: 'To scale',
	toScaleHint: 'Distances in proportion to time',
	scaleBar: (span: string) => `${span} to scale; rows never overlap`,
	quiet: (span: string) => `${span} quiet`,
	quietCut: (span: string) => `${span} quiet, cut short`,
	latest: 'Latest',
	unseen: (n: number) => `${n.toLocaleString('en')} new`,
	directions: { client: 'client to server', server: 'server to client' },
	kinds: {
		accepted: 'TCP accepted',
		request: 'request',
		response: 'response',
		head: 'unfinished HTTP head',
		body: 'HTTP body',
		stray: 'stray bytes',
		fin: 'TCP FIN',
		rst: 'TCP RST',
		stopped: 'Recording full'
	},
	stopped: {
		connection: 'limit of one connection; it goes on unrecorded',
		session: 'limit of the session; it goes on unrecorded'
	},
	comma: ', ',
	reserved: 'reserved',
	compressed: 'compressed',
	unfinished: 'unfinished',
	final: 'last fragment',
	fragment: 'fragment, more follow',
	/** The same on the row, where there is little room. */
	short: { compressed: 'deflate', unfinished: 'unfinished', fragment: 'FIN 0', final: '' },
	noCode: 'no code',
	at: {
		past: '',
		cursor: 'at the cursor',
		partial: 'still arriving at the cursor',
		future: 'after the cursor'
	},
	name: (index: number, time: string, parts: string) => `${index}. ${time} ms, ${parts}`,
	bytes: (n: string) => `${n} B`,
	quoted: (preview: string) => `“${preview}”`,
	totals: {
		title: 'Totals',
		clientSent: 'client sent',
		serverSent: 'server sent',
		closed: 'closed',
		lasted: 'lasted',
		soFar: 'so far',
		clean: 'clean',
		notClean: 'not clean',
		notYet: 'not yet'
	},
	legend: {
		title: 'Colours',
		hint: 'the same on every screen',
		fin: 'FIN',
		rsv: 'RSV',
		opcode: 'opcode',
		mask: 'MASK',
		length: 'payload length',
		extended: 'extended length',
		key: 'masking key',
		payload: 'payload',
		'header-name': 'header name',
		'header-value': 'header value',
		past: 'before the cursor',
		future: 'after the cursor',
		violation: 'violation'
	}
};
