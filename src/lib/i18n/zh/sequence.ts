import type { sequence as en } from '../en/sequence.ts';
import type { Area } from '../text.ts';

export const sequence: Area<typeof en> = {};
