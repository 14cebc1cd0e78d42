/** All the words. What the home page needs belongs into front.ts, which it loads alone. */
import { anatomy } from './anatomy.ts';
import { front } from './front.ts';
import { handshakeRules } from './handshake-rules.ts';
import { headers } from './headers.ts';
import { player } from './player.ts';
import { sequence } from './sequence.ts';
import { states } from './states.ts';
import { views } from './views.ts';
import { workbench } from './workbench.ts';

export const en = {
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
