/** Words of the request page of the handshake lab. */
import type { request as en } from '../../en/handshake-lab/request.ts';
import type { Area } from '../../text.ts';

export const request: Area<typeof en> = {
	title: '请求'
};
