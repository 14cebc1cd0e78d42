/** Words of the page that computes Sec-WebSocket-Accept. */
import type { accept as en } from '../../en/handshake-lab/accept.ts';
import type { Area } from '../../text.ts';

export const accept: Area<typeof en> = {
	title: 'Accept'
};
