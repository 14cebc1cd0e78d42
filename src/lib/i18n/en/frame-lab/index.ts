/** Words of the frame lab, on top of the workbench's. */
import { shell } from './shell.ts';
import { editor } from './editor.ts';
import { runs } from './runs.ts';
import { weaver } from './weaver.ts';
import { verdicts } from './verdicts.ts';
import { cases } from './cases.ts';
import { compression } from './compression.ts';
import { masking } from './masking.ts';
import { limits } from './limits.ts';

export const frameLab = {
	shell,
	editor,
	runs,
	weaver,
	verdicts,
	cases,
	compression,
	masking,
	limits
};
