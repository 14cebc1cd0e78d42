/** Words that every tool of the frame lab needs. */
import { editor } from './editor.ts';
import { runs } from './runs.ts';
import { shell } from './shell.ts';
import { verdicts } from './verdicts.ts';

export const common = { shell, editor, runs, verdicts };
