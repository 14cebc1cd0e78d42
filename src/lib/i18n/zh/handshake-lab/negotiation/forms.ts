/** What is set up on both sides of a negotiation, and sent. */
import type { negotiationForms as en } from '../../../en/handshake-lab/negotiation/forms.ts';
import type { Area } from '../../../text.ts';

export const negotiationForms: Area<typeof en> = {
	client: {
		title: '客户端提出',
		order: '按偏好排列',
		protocols: '子协议',
		protocol: (n) => `第 ${n} 个子协议`,
		addProtocol: '添加子协议',
		noProtocols: '没有提出子协议：不写这个头部。',
		newProtocol: 'chat',
		headerText: (header) => `头部原文：${header}`,
		pageText: '页面给出的列表',
		pageTextHint: '用逗号分隔，原样交给 new WebSocket(url, [ … ])',
		tooMany: (n) => `共 ${n} 个元素，这里只能修改原文。`,
		extensions: '扩展',
		noExtensions: '没有提出扩展：不写这个头部。',
		addOffer: '添加提议',
		addFallback: '添加备选提议',
		browserOffer: '这个头部由浏览器自己写，页面改不了。',
		browserUnknown: '浏览器连接之后，这里会显示它提出了什么。',
		browserNothing: '这个浏览器没有提出扩展。',
		up: (what) => `${what}：上移`,
		down: (what) => `${what}：下移`,
		remove: (what) => `删除${what}`,
		unsendable: '其中有头部的值不能包含的字符：只能用 Latin-1 字符，不含控制字符。请删去它。'
	},
	offer: {
		nth: (n) => `提议 ${n}`,
		fallback: (n) => `提议 ${n}（备选）`,
		name: '扩展的名称',
		ofServer: '对服务器的要求',
		ofClient: '对自己的声明',
		absent: '不写',
		bare: '只写名称，不带值',
		bits: (bits, size) => `${bits} 位：${size}`,
		otherValue: (value) => `“${value}”`,
		drop: (name) => `删除 ${name}`
	},
	server: {
		title: '服务器支持什么',
		note: 'ws，由查询串设置',
		protocols: '它支持的子协议',
		protocolsHint: '用逗号分隔；留空表示一个都不支持',
		firstOffered: '不给列表：它就选客户端提出的第一个',
		compresses: '支持压缩：permessage-deflate',
		wants: '它自己的要求',
		anyWindow: '由客户端定',
		window: { server: '自己的窗口至多', client: '客户端的窗口至多' },
		context: {
			server: '自己每发完一条消息就清空窗口',
			client: '要客户端每发完一条消息就清空窗口'
		},
		target: '请求目标'
	},
	answer: {
		title: '你来应答',
		note: '101 的其余部分已照规范写好。',
		protocol: 'Sec-WebSocket-Protocol',
		extensions: 'Sec-WebSocket-Extensions',
		line: (header, n) => `${header}，第 ${n} 行`,
		add: (header) => `添加一行 ${header}`,
		none: '不写。',
		first: { protocol: 'superchat', extensions: 'permessage-deflate' }
	},
	send: {
		raw: '发送请求',
		browser: '连接',
		own: '连接并应答',
		stop: '停止',
		running: '正在等待响应…',
		notReady: '正在连接实验服务器…',
		good: (n) => `为了不让浏览器在失败之后等待，实验室自己完成了 ${n} 次正常的握手。`
	},
	trouble: {
		title: '没有发出去',
		'raw-server-off':
			'这台服务器前面可能有共享代理，所以不允许页面扮演服务器。另外两种方式仍然可用。',
		'confirm-needed': '应答里有的头部会影响到这条连接之外。请到“响应”页发送，那里会先请你确认。',
		'too-many-connections': '本页打开的连接已达一个会话的上限。重新加载页面即可重新开始。',
		'too-many-recordings': '这个会话的录制已达上限。重新加载页面即可重新开始。',
		'rate-limited': '短时间内命令太多。请等一秒再发送。',
		'no-channel': '与实验服务器之间没有通道。请等通道恢复后再发送。',
		'not-loaded': '页面的这一部分还没有加载，而服务器没有应答。请等服务器恢复后再发送。',
		other: (code) => `实验服务器拒绝了这条命令（${code}）。请再发一次，或者重新加载页面。`
	}
};
