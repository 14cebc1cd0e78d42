import type { Area } from '../../text.ts';
import type { phone as en } from '../../en/transports-lab/phone.ts';

export const phone: Area<typeof en> = {
	title: '确认登录'
};
