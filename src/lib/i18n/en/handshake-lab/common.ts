/** Words that every tool of the handshake lab needs. */
import { editor } from './editor.ts';
import { prints } from './prints.ts';
import { shell } from './shell.ts';
import { verdicts } from './verdicts.ts';

export const common = { shell, editor, verdicts, prints };
