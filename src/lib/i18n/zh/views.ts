import type { views as en } from '../en/views.ts';
import type { Area } from '../text.ts';

export const views: Area<typeof en> = {};
