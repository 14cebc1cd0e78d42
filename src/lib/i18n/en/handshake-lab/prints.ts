/** Words for what browsers printed about a response: recorded, for no page can read its console. */
export const prints = {
	recorded: 'Recorded',
	title: (browser: string, at: string) =>
		`Observed from outside with ${browser}, on ${at}: not this page’s own console`,
	bytes: 'about these very bytes',
	kind: 'about another response with the same status and the same faults; the values are from that one',
	nothing: 'Printed nothing.',
	nothingWaiting: 'Printed nothing while it waited.',
	where:
		'A page cannot read its own console. Open the developer tools (F12), then Console: whatever your browser printed stands there.',
	none: 'No response on record is like this one. A page cannot read its own console: open the developer tools (F12), then Console.',
	loading: 'Loading the records…',
	failed: 'The records could not be loaded. Reload the page to try again.',
	levels: { error: 'error', warning: 'warning', info: 'info', debug: 'debug' }
};
