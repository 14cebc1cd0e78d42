import { liveDemo } from './live-demo.ts';
import { workbench } from './workbench.ts';
import { player } from './player.ts';
import { views } from './views.ts';
import { states } from './states.ts';
import { sequence } from './sequence.ts';
import { home } from './home.ts';
import { errors } from './errors.ts';
import { closeCodes } from './close-codes.ts';
import { opcodes } from './opcodes.ts';
import { violations } from './violations.ts';
import { fields } from './fields.ts';
import { anatomy } from './anatomy.ts';
import { shell } from './shell.ts';

export const zh = {
	liveDemo,
	workbench,
	home,
	errors,
	shell,
	anatomy,
	fields,
	violations,
	opcodes,
	closeCodes,
	sequence,
	states,
	views,
	player
};
