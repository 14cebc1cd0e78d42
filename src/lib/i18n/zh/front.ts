/** Words of the pages in front of the workbench: home, errors, and what the home page's demo shows. */
import { closeCodes } from './close-codes.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { frameBits } from './frame-bits.ts';
import { home } from './home.ts';
import { liveDemo } from './live-demo.ts';
import { opcodes } from './opcodes.ts';
import { shell } from './shell.ts';
import { violations } from './violations.ts';

export const front = {
	shell,
	home,
	errors,
	liveDemo,
	anatomy: frameBits,
	fields,
	violations,
	opcodes,
	closeCodes
};
