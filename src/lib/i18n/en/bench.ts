/** Words of the workbench, and of all pages that stand on its diagrams. */
import { anatomy } from './anatomy.ts';
import { front } from './front.ts';
import { handshakeRules } from './handshake-rules.ts';
import { headers } from './headers.ts';
import { player } from './player.ts';
import { sequence } from './sequence.ts';
import { states } from './states.ts';
import { views } from './views.ts';
import { workbench } from './workbench.ts';

export const bench = {
	...front,
	anatomy,
	handshakeRules,
	headers,
	workbench,
	player,
	views,
	states,
	sequence
};
