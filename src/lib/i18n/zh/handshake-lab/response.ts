/** Words of the response page of the handshake lab. */
import type { response as en } from '../../en/handshake-lab/response.ts';
import type { Area } from '../../text.ts';

export const response: Area<typeof en> = {
	title: '响应'
};
