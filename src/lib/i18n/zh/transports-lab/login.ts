import type { Area } from '../../text.ts';
import type { login as en } from '../../en/transports-lab/login.ts';

export const login: Area<typeof en> = {
	title: '扫码登录'
};
