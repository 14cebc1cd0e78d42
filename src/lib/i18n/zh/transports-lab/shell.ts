import type { Area } from '../../text.ts';
import type { shell as en } from '../../en/transports-lab/shell.ts';

/** Words of every page of the transports lab. */
export const shell: Area<typeof en> = {
	nav: '传输实验室的工具',
	tools: {
		race: '竞速',
		report: '标准对比',
		login: '扫码登录',
		game: '推送游戏',
		chat: '聊天室',
		scale: '规模'
	},
	descriptions: {
		race: '短轮询、长轮询、SSE、WebSocket 和 Socket.IO 并排送达同一批事件，每个字节、每次延迟都实测。',
		lane: '一条通道的请求、响应和帧，逐字节呈现。',
		report: '按固定方案跑完五种传输方式，给出实测报告。',
		login: '用四种方式等待一次扫码登录：时间和请求数全部实测。',
		game: '怪物由服务器移动，用你选的传输方式推给你。',
		chat: '一个跑在 ws 上的聊天室，旁边就是正在运行的源码。',
		scale: '实测等待中的客户端要占多少内存和 CPU，再推算一百万个要多少。'
	},
	transports: {
		'short-polling': '短轮询',
		'long-polling': '长轮询',
		'server-sent-events': '服务器推送事件（SSE）',
		websocket: 'WebSocket',
		'socket-io': 'Socket.IO'
	}
};
