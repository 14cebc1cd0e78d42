/** Words of the negotiation page of the handshake lab. */
import type { negotiation as en } from '../../en/handshake-lab/negotiation.ts';
import type { Area } from '../../text.ts';

export const negotiation: Area<typeof en> = {
	title: '协商'
};
