/** Words of the table of cases tried against a peer. */
import { caseTable } from './case-table.ts';

export const cases = {
	title: 'Cases',
	lead: 'Every case goes to a real peer, on a connection of its own. The RFC’s verdict is read from the bytes; the peer’s is observed, here and now.',
	roles: { label: 'Who you are', both: 'Both', client: 'Raw client', server: 'Raw server' },
	sides: {
		client: 'You are the client; the peer is ws',
		server: 'You are the server; the peer is this browser'
	},
	run: 'Try all',
	again: 'Try all again',
	cancel: 'Cancel',
	exportJson: 'Export JSON',
	onlyDisagreements: 'Only disagreements',
	progress: (done: string, total: string) => `${done} of ${total}`,
	summary: (parts: { readonly agree: string; readonly differ: string; readonly open: string }) =>
		`agree: ${parts.agree}, disagree: ${parts.differ}, nothing to compare: ${parts.open}`,
	columns: { name: 'Case', strict: 'RFC', agreement: 'Agreement', open: 'Editor' },
	recordedOn: (peer: string, date: string) => `${peer}, recorded ${date}`,
	notTried: 'not tried',
	noRecording: 'not recorded',
	openInEditor: (name: string) => `Open “${name}” in the editor`,
	nothingLeft: 'No disagreement here.',
	notLoaded: 'The recordings could not be loaded. Trying live works without them.',
	retry: 'Try again',
	stopped: 'Stopped before the end',
	stoppedWhy: (code: string) =>
		`The lab server refused to go on (${code}). What was judged before stays. Try again in a moment.`,
	peerSays: (peer: string) => `${peer}, now`,
	noRawServer: 'This server does not let pages play the server, so the browser cannot be tried.',
	groups: {
		legal: 'Legal',
		masking: 'Masking',
		reserved: 'Reserved bits and opcodes',
		lengths: 'Payload length',
		control: 'Control frames',
		fragments: 'Fragments',
		text: 'UTF-8',
		closing: 'Closing',
		limits: 'Limits',
		deflate: 'permessage-deflate',
		ends: 'Ends of TCP'
	},
	table: caseTable
};
