import type { states as en } from '../en/states.ts';
import type { Area } from '../text.ts';

export const states: Area<typeof en> = {};
