import type { liveDemo as en } from '../en/live-demo.ts';
import type { Area } from '../text.ts';

export const liveDemo: Area<typeof en> = {
	title: '你的连接，刚刚发生',
	recordedTitle: '一条录下的连接',
	waiting: '正在打开一条到本服务器的真实 WebSocket 连接…',
	missing: '页面加载到一半时服务器断开了。等它恢复后刷新页面。',
	failed: 'WebSocket 连接没有建立，下面改放一份录制。',
	asked: '浏览器提出请求',
	askedNote: '普通的 HTTP 请求，带着由 16 个随机字节编成的 Key',
	answered: '服务器同意',
	answeredNote: '这个空行之后，就不再是 HTTP 了',
	checked: '用这个 Key 当场算出的 Accept，与收到的一致',
	differs: '用这个 Key 当场算出的 Accept，与收到的不一致',
	frame: '第一帧',
	frameNote: (said: string, bytes: string) => `“${said}”，线上共 ${bytes}。点一个比特看看。`,
	after: (time: string) => `${time} ms`,
	states: (client: string, server: string) => `客户端 ${client}，服务器 ${server}`,
	greeting: '你好'
};
