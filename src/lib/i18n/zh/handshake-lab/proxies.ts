/** Words of the page on what stands on the way. */
import type { proxies as en } from '../../en/handshake-lab/proxies.ts';
import type { Area } from '../../text.ts';

export const proxies: Area<typeof en> = {
	title: '途中'
};
