import type { home as en } from '../en/home.ts';
import type { Area } from '../text.ts';

export const home: Area<typeof en> = {
	title: '看清 WebSocket 的每一个比特',
	description:
		'Wire101 用你的浏览器打开一条真实的 WebSocket 连接，把线上的每个字节拆到比特，中英双语讲解。',
	heading: '看清 WebSocket 的每一个比特',
	lead: 'Wire101 用你的浏览器打开一条真实的 WebSocket 连接，把线上经过的每个字节拆开来看。101 是从 HTTP 切换到 WebSocket 的状态码。',
	openWorkbench: '打开工作台',
	readRfc: '阅读 RFC 6455',
	whatYouSee: '在这里能看到什么',
	captured: {
		title: '每个字节都是抓来的',
		body: '套接字读到什么、写出什么，服务器都原样留一份，时间记到微秒。这里没有摆拍：眼前是你自己的实时连接，还是一份录制，标签会写明。',
		toServer: '客户端到服务器',
		toClient: '服务器到客户端'
	},
	bits: {
		title: '一直拆到比特',
		body: '一类字段一种颜色。无论在哪里选中一个字段，比特图、字节和字段表都会同时标出它，旁边附上定义它的 RFC 章节。',
		legend: '字段种类',
		fin: 'FIN',
		rsv: 'RSV',
		opcode: '操作码',
		mask: 'MASK',
		length: '载荷长度',
		extended: '扩展长度',
		key: '掩码键',
		payload: '载荷'
	},
	states: {
		title: '两边的状态机跟着动',
		body: '客户端和服务器怎样从 CONNECTING 走到 CLOSED，只凭字节，按 RFC 的规则推算。页面脚本和服务器代码各自收到了什么通知，就列在旁边对照。',
		legend: '连接的状态'
	},
	time: {
		title: '时间可以来回拖动',
		body: '随时暂停，一条一条往回退，把几毫秒放慢了看。游标走到哪里，每个面板就精确地停在哪里。',
		legend: '播放器的操作',
		back: '后退一步',
		play: '播放',
		next: '前进一步'
	}
};
