/** Words of the page that shows a handshake as others show it. */
import type { views as en } from '../../en/handshake-lab/views.ts';
import type { Area } from '../../text.ts';

export const views: Area<typeof en> = {
	title: '各方所见'
};
