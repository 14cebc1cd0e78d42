/** Words of the request page of the handshake lab. */
import type { request as en } from '../../en/handshake-lab/request.ts';
import type { Area } from '../../text.ts';

export const request: Area<typeof en> = {
	title: '握手实验室：请求',
	steps: { label: '步骤', request: '请求', send: '发送', results: '回答' },
	pane: '发送',
	peer: '你的字节经过一条新的 TCP 连接到达这台服务器：先由 Node 的 HTTP 解析器读取，再到我们的路由，最后到 ws。',
	results: {
		empty: '还没有发送。',
		emptyDetail: '可以原样发送，也可以先改坏它。回答的每个字节都会被录下，并由两位裁判给出判定。'
	},
	silence: {
		title: (time) => `服务器已经沉默 ${time}`,
		unfinished:
			'你的报文头还没有空行，服务器在等它的其余部分。到时间后，服务器自己的超时会以 408 回答，默认是连接开始后 10 秒（HEADERS_TIMEOUT_SECONDS）。',
		finished:
			'你的报文头已经完整，但还没有回答。可以继续等，也可以断开；一直没有动静的原始连接最终会被切断。'
	},
	answers: {
		title: '每个回答',
		meta: (n) => `这条连接上共 ${n} 个`,
		nth: (n) => `第 ${n} 个请求`,
		none: '没有回答',
		noRequest: '没有完整的请求',
		show: '查看这条记录'
	}
};
