/** Pages that say what happened, why, and what to do. */
export const errors = {
	what: 'What happened',
	why: 'Why',
	todo: 'What you can do',
	status: (code: number) => `Status ${code}`,
	home: 'Go to the home page',
	workbench: 'Open the workbench',
	reload: 'Load the page again',
	notFound: {
		title: 'There is no page here',
		what: 'The server has no page at this address:',
		why: 'The address may be mistyped, or the link that brought you here is out of date. Pages live under /en/ and /zh/.',
		todo: 'Check the address, or start from one of these pages.'
	},
	refused: {
		title: 'The server refused this request',
		what: 'The server understood the request for this address and declined it:',
		why: (message: string) => `It gave this reason: ${message}`,
		todo: 'Wait a moment and load the page again, or start from the home page.'
	},
	failed: {
		title: 'This page could not be made',
		what: 'An error stopped this page from being made:',
		why: (message: string) =>
			`The program reported: ${message}. If the server has just been stopped or updated, parts of the page may not have arrived.`,
		todo: 'Load the page again. If it fails again, check that the server is still running, and read its log.'
	}
};
