/** Words of the editor of a hand-written request or response. */
import type { editor as en } from '../../en/handshake-lab/editor.ts';
import type { Area } from '../../text.ts';

export const editor: Area<typeof en> = {};
