/** Words of the frame lab, on top of the workbench's. A page loads those of one tool. */
import { common } from './common.ts';
import { weaver } from './weaver.ts';
import { cases } from './cases.ts';
import { compression } from './compression.ts';
import { masking } from './masking.ts';
import { limits } from './limits.ts';

export const frameLab = { ...common, weaver, cases, compression, masking, limits };
