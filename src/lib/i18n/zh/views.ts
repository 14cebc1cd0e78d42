import type { views as en } from '../en/views.ts';
import type { Area } from '../text.ts';

export const views: Area<typeof en> = {
	title: '三种视角',
	hint: '各自得知了什么',
	caption: '同一事件：页面得知的、线上看到的、服务器得知的',
	page: '页面',
	pageHint: '脚本 API',
	wire: '线上',
	wireHint: '字节',
	server: '服务器',
	serverHint: 'ws 事件',
	untold: '未告知',
	noPage: '这里没有页面，客户端自己写字节。',
	empty: '还没有任何一方得知任何事。',
	earlier: (n) => `前面还有 ${n.toLocaleString('zh-CN')} 行`,
	later: (n) => `后面还有 ${n.toLocaleString('zh-CN')} 行`,
	readyState: 'readyState',
	wireState: '按字节推断',
	agree: '与线上的客户端状态一致',
	differ: (page, wire) => `页面说是 ${page}，字节说是 ${wire}。`,
	clockError: (span) => `± ${span}`,
	clockErrorHint: (span) => `页面用自己的时钟，与服务器时钟的误差在 ± ${span} 以内。`,
	size: (kind, bytes) => `${kind}，${bytes} B`,
	data: { text: '文本', binary: '二进制' },
	clean: '正常关闭',
	notClean: '非正常关闭',
	record: (index) => `记录 ${index}`
};
