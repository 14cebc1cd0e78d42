/** The home page's own connection: handshake, Accept, first frame. */
export const liveDemo = {
	title: 'Your connection, just now',
	recordedTitle: 'A connection, recorded',
	waiting: 'Opening a real WebSocket to this server…',
	missing: 'The server went away while this page was loading. Reload it when the server is back.',
	failed: 'No WebSocket could be opened. Here is a recording instead.',
	asked: 'The browser asks',
	askedNote: 'An ordinary HTTP request, with a key of 16 random bytes',
	answered: 'The server agrees',
	answeredNote: 'From this blank line on, no more HTTP',
	checked: 'Accept computed here from this very key, and equal',
	differs: 'Accept computed here from this key, and different',
	frame: 'The first frame',
	frameNote: (said: string, bytes: string) => `“${said}”, ${bytes} on the wire. Choose a bit.`,
	after: (time: string) => `${time} ms`,
	states: (client: string, server: string) => `client ${client}, server ${server}`,
	greeting: 'Hello'
};
