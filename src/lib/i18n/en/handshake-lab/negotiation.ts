/** Words of the negotiation page of the handshake lab. */
import { negotiationPresets } from './negotiation/presets.ts';
import { negotiationForms } from './negotiation/forms.ts';
import { negotiationOutcome } from './negotiation/outcome.ts';
import { negotiationDeflate } from './negotiation/deflate.ts';

export const negotiation = {
	title: 'Negotiation',
	lead: 'Two headers settle what is spoken after the handshake: the subprotocol, and compression. The client offers in order of preference, the server chooses, and nothing may be chosen that was not offered. Set up both sides, read what is due, then run it and compare.',
	ways: {
		label: 'Who asks whom',
		raw: {
			name: 'Raw client → ws',
			note: 'Any offer, legal or not, byte for byte as you write it.'
		},
		browser: {
			name: 'This browser → ws',
			note: 'new WebSocket(url, [ … ]). The extension offer is the browser’s own.'
		},
		own: {
			name: 'This browser → your answer',
			note: 'You write the two headers of the 101; the browser decides.'
		}
	},
	tools: {
		label: 'Presets and link',
		presets: 'Presets',
		undo: 'Undo',
		redo: 'Redo',
		link: {
			copy: 'Copy link',
			copied: 'Copied',
			failed: 'Not allowed to copy. The link stands in the address bar.',
			hint: 'The link holds both sides of the negotiation.'
		}
	},
	...negotiationPresets,
	...negotiationForms,
	...negotiationOutcome,
	...negotiationDeflate,
	crossed: {
		title: 'What crossed',
		meta: 'every byte as captured',
		empty:
			'Nothing has been sent yet. Request and response appear here, to be taken apart header by header.',
		choose: 'Choose a record to take it apart.',
		record: 'The chosen record'
	},
	reading: {
		title: 'How to read an offer',
		points: [
			{
				title: 'A subprotocol is a contract about messages',
				text: 'It says what text and binary messages mean, and nothing about frames. At most one is chosen; with none, the application decides. Names in wide use are registered with IANA.',
				section: '1.9'
			},
			{
				title: 'The list is an order of preference',
				text: 'The client puts what it likes best first. A server chooses any name of the list, or none; most go through it from the front. It never answers with a name of its own.',
				section: '4.1'
			},
			{
				title: 'None is legal, but not for a browser',
				text: 'By the RFC a server that speaks none of the names answers 101 without the header. The WHATWG standard is stricter: if the page offered any, the browser fails the connection. Chromium does so; Firefox opens. A server for browsers should choose one.',
				section: '4.2.2'
			},
			{
				title: 'Several offers of one extension are fallbacks',
				text: 'permessage-deflate may be offered more than once, each time with other parameters. The server takes the first that it can meet and ignores the rest.',
				section: 'RFC 7692 5.1'
			},
			{
				title: 'Declining is not refusing',
				text: 'An offer that cannot be met is passed over, and the handshake goes on: nobody depends on compression. A 400 is due only where the header itself cannot be read.',
				section: 'RFC 7692 5.1'
			},
			{
				title: 'What was not offered ends the connection',
				text: 'A subprotocol or an extension that was not offered, a parameter that fits no offer: the client must fail the connection. Otherwise the two would read the same bits differently.',
				section: '4.1'
			}
		]
	}
};
