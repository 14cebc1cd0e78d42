/** Words of the two verdicts on a handshake, and of why they differ. */
import type { verdicts as en } from '../../en/handshake-lab/verdicts.ts';
import type { Area } from '../../text.ts';

export const verdicts: Area<typeof en> = {};
