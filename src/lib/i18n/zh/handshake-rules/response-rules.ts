/** The rules of the response to it. */
import type { responseRules as en } from '../../en/handshake-rules/response-rules.ts';
import type { Area } from '../../text.ts';

export const responseRules: Area<typeof en> = {
	'status-not-101': {
		short: '服务器没有切换协议',
		rule: '状态码不是 101，这就是普通的 HTTP 响应。页面只知道连接失败了。'
	},
	'response-http-version-too-low': {
		short: 'HTTP/1.0 没有 101',
		rule: '1xx 状态码从 HTTP/1.1 才有。'
	},
	'content-in-101': {
		short: '101 声明了正文',
		rule: '1xx 响应没有正文，不得带 Content-Length 或 Transfer-Encoding，客户端也不理会它们。101 的报文头一结束，后面就是 WebSocket。'
	},
	'response-upgrade-missing': {
		short: '没有 Upgrade',
		rule: '101 响应里没有 Upgrade，客户端必须中止连接。'
	},
	'response-upgrade-not-websocket': {
		short: 'Upgrade 不是单独一个 websocket',
		rule: '响应里的 Upgrade 只能是 websocket，不区分大小写。'
	},
	'response-connection-missing': {
		short: '没有 Connection',
		rule: '101 响应里没有 Connection，客户端必须中止连接。'
	},
	'response-connection-without-upgrade': {
		short: 'Connection 里没有列出 Upgrade',
		rule: 'Connection 里没有 Upgrade，客户端必须中止连接。'
	},
	'accept-missing': {
		short: '没有 Sec-WebSocket-Accept',
		rule: '没有它，就看不出服务器读过 Key。客户端必须中止连接。'
	},
	'accept-mismatch': {
		short: '这个值与 Key 不相符',
		rule: 'Key 与 GUID 首尾相接，取 SHA-1，再写成 Base64，Accept 必须与结果逐字相同，否则客户端必须中止连接。'
	},
	'accept-duplicated': {
		short: '出现了第二个 Accept',
		rule: '响应里的 Sec-WebSocket-Accept 不得出现多次。'
	},
	'extension-not-offered': {
		short: '客户端没有提出这个扩展',
		rule: '服务器只能启用客户端提出过的扩展，否则客户端必须中止连接。'
	},
	'extensions-header-duplicated': {
		short: '出现了第二个 Sec-WebSocket-Extensions',
		rule: '这个头部在请求里可以出现多次，在响应里不得如此。'
	},
	'subprotocol-not-offered': {
		short: '客户端没有提出这个子协议',
		rule: '服务器只能从请求列出的名称中选，一字不差，否则客户端必须中止连接。'
	},
	'chosen-subprotocol-not-token': {
		short: '这里应当是单独一个子协议',
		rule: '响应里要么正好写一个子协议，要么不写这个头部。'
	},
	'subprotocol-header-duplicated': {
		short: '出现了第二个 Sec-WebSocket-Protocol',
		rule: '这个头部在请求里可以出现多次，在响应里不得如此。'
	},
	'supported-versions-missing': {
		short: '拒绝时没有说明支持哪些版本',
		rule: '服务器因版本而拒绝，就要在 Sec-WebSocket-Version 里列出自己支持的版本，客户端才能再试。'
	},
	'deflate-accepted-twice': {
		short: 'permessage-deflate 被接受了两次',
		rule: 'RSV1 只能归一个扩展使用，所以压缩最多接受一次。'
	},
	'deflate-parameter-unknown': {
		short: 'permessage-deflate 没有这个参数',
		rule: '响应里有未定义的参数，客户端必须中止连接。'
	},
	'deflate-parameter-repeated': {
		short: '这个参数出现了两次',
		rule: '响应里有重复的参数，客户端必须中止连接。'
	},
	'deflate-value-invalid': {
		short: '这个值不合法',
		rule: '响应里的窗口位数一律是 8–15 的整数，不带前导零；两个 no_context_takeover 参数不带值。'
	},
	'deflate-parameter-not-offered': {
		short: '客户端没有提出这个参数',
		rule: '提议里有 client_max_window_bits，服务器才可以限制客户端的窗口。'
	},
	'deflate-parameter-left-out': {
		short: '应答漏掉了提议要求的参数',
		rule: '提议里有 server_no_context_takeover 或 server_max_window_bits，服务器接受时必须在响应里写上同一参数。'
	},
	'deflate-window-too-large': {
		short: '这个窗口比提议的大',
		rule: '应答里的窗口不得大于提议里的窗口。'
	}
};
