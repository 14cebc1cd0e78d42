/** Names of the handshakes to begin with, each with one sentence on what it shows. */
import { acceptingResponses } from './presets/accepting-responses.ts';
import { legalRequests } from './presets/legal-requests.ts';
import { mistakenRequests } from './presets/mistaken-requests.ts';
import { oddRequests } from './presets/odd-requests.ts';
import { refusingResponses } from './presets/refusing-responses.ts';

export const presets = {
	...legalRequests,
	...mistakenRequests,
	...oddRequests,
	...acceptingResponses,
	...refusingResponses
};
