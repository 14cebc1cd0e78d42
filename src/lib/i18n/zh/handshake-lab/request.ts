/** Words of the request page of the handshake lab. */
import type { request as en } from '../../en/handshake-lab/request.ts';
import type { Area } from '../../text.ts';

export const request: Area<typeof en> = {
	title: '握手实验室：请求',
	steps: { label: '步骤', request: '请求', send: '发送', results: '应答' },
	pane: '发送',
	peer: '你的字节经一条新的 TCP 连接到达这台服务器：先由 Node 的 HTTP 解析器读取，再到我们的路由，最后到 ws。',
	results: {
		empty: '还没有发送过。',
		emptyDetail: '可以原样发送，也可以先把它改坏。应答的每个字节都会录下，由两位裁判各自判定。'
	},
	silence: {
		title: (time) => `服务器已有 ${time} 没有应答`,
		unfinished:
			'你的报文头还没有空行，服务器在等余下的部分。时限一到，它就回 408；时限从连接开始算起，默认 10 秒（HEADERS_TIMEOUT_SECONDS）。',
		finished:
			'你的报文头已经完整，但还没有应答。可以继续等，也可以断开；连接一直没有动静，服务器最终会切断它。'
	},
	answers: {
		title: '每个应答',
		meta: (n) => `这条连接上共 ${n} 个`,
		nth: (n) => `第 ${n} 个请求`,
		none: '没有应答',
		noRequest: '没有完整的请求',
		show: '查看这条记录'
	}
};
