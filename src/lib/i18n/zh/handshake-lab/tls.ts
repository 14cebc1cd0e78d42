/** Words of the page on wss. */
import type { tls as en } from '../../en/handshake-lab/tls.ts';
import type { Area } from '../../text.ts';

export const tls: Area<typeof en> = {
	title: 'wss'
};
