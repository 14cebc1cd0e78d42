import type { views as en } from '../en/views.ts';
import type { Area } from '../text.ts';

export const views: Area<typeof en> = {
	title: '三种视角',
	hint: '各自看到了什么',
	caption: '同一批事件：页面收到的通知、线上的字节、服务器收到的通知',
	page: '页面',
	pageHint: '脚本 API',
	wire: '线上',
	wireHint: '字节',
	server: '服务器',
	serverHint: 'ws 事件',
	untold: '未告知',
	noPage: '这里没有页面，字节由客户端直接写出。',
	empty: '还没有任何事件。',
	earlier: (n) => `前面还有 ${n.toLocaleString('zh-CN')} 行`,
	later: (n) => `后面还有 ${n.toLocaleString('zh-CN')} 行`,
	readyState: 'readyState',
	agree: '与按字节推算的客户端状态一致',
	differ: (page, wire) => `页面看到的是 ${page}，按字节推算是 ${wire}。`,
	clockErrorHint: (span) => `页面用的是自己的时钟，换算到服务器时钟，误差不超过 ± ${span}。`,
	size: (kind, bytes) => `${kind}，${bytes} B`,
	data: { text: '文本', binary: '二进制' },
	clean: '干净关闭',
	notClean: '非干净关闭',
	record: (index) => `第 ${index} 条记录`
};
