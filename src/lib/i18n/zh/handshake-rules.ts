import type { handshakeRules as en } from '../en/handshake-rules.ts';
import type { Area } from '../text.ts';
import { httpRules } from './handshake-rules/http-rules.ts';
import { requestRules } from './handshake-rules/request-rules.ts';
import { responseRules } from './handshake-rules/response-rules.ts';

export const handshakeRules: Area<typeof en> = {
	checks: {
		'request-valid': '请求是合法的 HTTP。',
		method: '方法是 GET。',
		'http-version': '版本不低于 HTTP/1.1。',
		target: '请求目标是路径，或者 http、https 的绝对 URI。',
		host: '有且只有一个 Host，写明了主机。',
		upgrade: 'Upgrade 里有 websocket。',
		connection: 'Connection 里有 Upgrade。',
		key: '有且只有一个 Sec-WebSocket-Key，是 16 字节的 Base64 编码。',
		version: '有且只有一个 Sec-WebSocket-Version，值为 13。',
		origin: '如果有 Origin，它是合法的源。',
		subprotocols: '如果有 Sec-WebSocket-Protocol，列出的都是合法名称，互不重复。',
		extensions: '如果有 Sec-WebSocket-Extensions，它符合语法。',
		'response-valid': '响应是合法的 HTTP。',
		status: '状态码是 101。',
		'response-http-version': '版本不低于 HTTP/1.1。',
		'response-upgrade': 'Upgrade 是 websocket，没有别的内容。',
		'response-connection': 'Connection 里有 Upgrade。',
		accept: 'Sec-WebSocket-Accept 与这个 Key 相符。',
		'accepted-extensions': '启用的扩展都是客户端提出过的，参数也与提议相符。',
		'chosen-subprotocol': '如果选了子协议，它在客户端提出的列表里。',
		'supported-versions': '因版本而拒绝时，列出了自己支持的版本。'
	},
	violations: { ...httpRules, ...requestRules, ...responseRules }
};
