/** The state machines of both sides: the RFC's states, their inner steps, and what caused each. */
export const states = {
	title: 'States',
	at: (time: string) => `at ${time} ms`,
	client: 'Client',
	server: 'Server',
	machine: { client: 'State of the client', server: 'State of the server' },
	now: 'now',
	skipped: 'never reached',
	because: 'Because',
	start: 'nothing has happened yet',
	goTo: (step: string, time: string, section: string) =>
		`${step}, ${time} ms, §${section}: go to its record`,
	/** One line of a box. */
	steps: {
		'tcp-accepted': 'accepted',
		'request-sent': 'request sent',
		'request-received': 'request read',
		'request-invalid': 'request invalid',
		'response-sent': 'response sent',
		'response-received': 'response read',
		'response-refused': 'refused',
		'handshake-complete': 'since',
		'close-frame-sent': 'close sent',
		'close-frame-received': 'close read',
		'close-frame-answered': 'answered',
		'violation-received': 'must fail',
		'violation-answered': 'fails it',
		'fin-sent': 'FIN sent',
		'fin-received': 'FIN read',
		'reset-sent': 'RST sent',
		'reset-received': 'RST read',
		'tcp-closed': 'TCP closed'
	},
	/** Causes in full; `detail` is a status, a close code or a rule, empty where unknown. */
	causes: {
		'tcp-accepted': () => 'the server accepted the TCP connection',
		'request-sent': () => 'the client sent its upgrade request',
		'request-received': () => 'the server read the upgrade request',
		'request-invalid': (detail: string) => `the request is not a valid handshake${after(detail)}`,
		'response-sent': (detail: string) => `the server sent its response${after(detail)}`,
		'response-received': (detail: string) => `the client read the response${after(detail)}`,
		'response-refused': (detail: string) =>
			`this response opens no WebSocket${after(detail)}: the connection fails`,
		'handshake-complete': (detail: string) => `${detail || '101'} with the right Accept`,
		'close-frame-sent': (detail: string) => `close ${detail} sent`,
		'close-frame-received': (detail: string) => `close ${detail} received`,
		'close-frame-answered': (detail: string) => `close ${detail} sent in answer`,
		'violation-received': (detail: string) =>
			`a received frame breaks a rule${after(detail)}: it must fail the connection`,
		'violation-answered': (detail: string) =>
			detail ? `it fails the connection: close ${detail} sent` : 'it fails the connection',
		'fin-sent': () => 'FIN sent: no more bytes from this side',
		'fin-received': () => 'FIN received: no more bytes from the peer',
		'reset-sent': () => 'the connection was reset by this side',
		'reset-received': () => 'the connection was reset by the peer',
		'tcp-closed': () => 'the TCP connection is closed'
	},
	noCode: 'without a code'
};

function after(detail: string): string {
	return detail && ` (${detail})`;
}
