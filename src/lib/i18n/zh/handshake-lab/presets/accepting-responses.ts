/** Responses that open the WebSocket, and each 101 that should not. */
import type { acceptingResponses as en } from '../../../en/handshake-lab/presets/accepting-responses.ts';
import type { Area } from '../../../text.ts';

export const acceptingResponses: Area<typeof en> = {
	due: {
		name: '应有的 101',
		note: '最短的正确应答。得知浏览器的 Key 之后，再填入 Accept。'
	},
	'due-lower-case': {
		name: '头部名称全部小写',
		note: '名称和关键字都不区分大小写，连接照样打开。'
	},
	'due-connection-list': {
		name: 'Connection 写成列表',
		note: 'keep-alive, Upgrade：关键字可以是若干项之一。'
	},
	'due-subprotocol': {
		name: '选一个子协议',
		note: '从页面提出的里面选；脚本在 ws.protocol 里读到它。'
	},
	'due-deflate': { name: '接受压缩', note: 'permessage-deflate，浏览器提出过它。' },
	'due-frame': {
		name: '同一次写入里带一帧',
		note: '第一条消息随 101 一起到达：合法，而且快。'
	},
	'due-cookie': {
		name: '101 设置 Cookie',
		note: '它会在这个浏览器里留一分钟，所以发送前要再点一次确认。'
	},
	'due-after-103': {
		name: '先来一个 103',
		note: '正式响应之前的临时响应。HTTP 允许，这个浏览器呢？'
	},
	'due-drafts-leftovers': {
		name: '早期草案的遗留',
		note: 'Sec-WebSocket-Origin 和 -Location，文章里还在抄；浏览器不理会。'
	},
	'accept-of-example': {
		name: 'RFC 例子里的 Accept',
		note: '与例子的 Key 相符，与这个 Key 不符：照抄例子的结果。'
	},
	'accept-missing': { name: '没有 Accept', note: '101 等一应俱全，就是没有证明自己读过 Key。' },
	'accept-twice': { name: '两个 Accept', note: '两个都对，但只能出现一个。' },
	'accept-of-decoded-key': {
		name: '用解码后的 Key 算 Accept',
		note: '本该对 24 个字符取哈希，却用了 16 个字节：经典错误，这里用的是 RFC 的 Key。'
	},
	'accept-in-hex': {
		name: '十六进制的 Accept',
		note: '摘要写成了十六进制，而不是 Base64；这里用的是 RFC 的 Key。'
	},
	'accept-extra-character': { name: '多一个字符', note: 'Accept 正确，后面却多了一个字符。' },
	'answer-no-upgrade': { name: '没有 Upgrade', note: '要切换协议，切换到哪一个？' },
	'answer-upgrade-h2c': { name: 'Upgrade: h2c', note: '服务器换用了一个没人要求的协议。' },
	'answer-upgrade-list': {
		name: 'Upgrade 写两个协议',
		note: '请求里可以，响应里只能是 websocket，不能有别的。'
	},
	'answer-no-connection': {
		name: '没有 Connection',
		note: '没有它，Upgrade 就不算数。往往是代理把它去掉了。'
	},
	'answer-connection-close': {
		name: 'Connection: close',
		note: '与 WebSocket 所需要的正好相反。'
	},
	'subprotocol-not-offered': {
		name: '没有提出过的子协议',
		note: '服务器只能从对方给的列表里选。'
	},
	'subprotocol-other-case': {
		name: '大小写不同的子协议',
		note: 'Chat 不是 chat：子协议区分大小写。'
	},
	'subprotocol-list': { name: '选了两个子协议', note: '客户端给的是列表，服务器只回一个。' },
	'extension-not-offered': {
		name: '没有提出过的扩展',
		note: '后面的内容客户端不知道怎么读，只能中止连接。'
	},
	'deflate-unknown-parameter': {
		name: '压缩，不认识的参数',
		note: 'RFC 7692 没有定义这个参数。'
	},
	'deflate-window-16': {
		name: '压缩，窗口位数 16',
		note: '窗口位数是 8 到 15，没有 16。'
	},
	'deflate-agreed-twice': { name: '压缩接受了两次', note: '同一个扩展只能启用一次。' },
	'answer-http-1-0': {
		name: 'HTTP/1.0 101',
		note: '101 从 HTTP/1.1 才有，1.0 没有这个状态码。'
	},
	'body-after-101': {
		name: '101 后面带正文',
		note: '101 没有正文：浏览器会把这些字母当成帧来读。'
	}
};
