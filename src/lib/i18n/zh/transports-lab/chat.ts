import type { Area } from '../../text.ts';
import type { chat as en } from '../../en/transports-lab/chat.ts';

export const chat: Area<typeof en> = {
	title: '聊天室'
};
