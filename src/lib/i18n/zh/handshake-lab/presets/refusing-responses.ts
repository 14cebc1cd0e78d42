/** Responses that refuse, that are no HTTP, that come oddly written, or from an early draft. */
import type { refusingResponses as en } from '../../../en/handshake-lab/presets/refusing-responses.ts';
import type { Area } from '../../../text.ts';

export const refusingResponses: Area<typeof en> = {
	'status-200': {
		name: '200 OK',
		note: '服务器没看 Upgrade，给的是网页，不是 WebSocket。'
	},
	'status-302': { name: '302 Found', note: 'RFC 允许客户端跟随重定向，浏览器却不跟随。' },
	'status-400': {
		name: '因版本而回 400',
		note: '§4.4 的例子：400 和 426 都可以，同时列出支持的版本。'
	},
	'status-401': {
		name: '401 Unauthorized',
		note: '浏览器可能弹出密码框，所以发送前要再点一次确认。'
	},
	'status-403': { name: '403 Forbidden', note: '对脚本来说，和其他拒绝没有区别：关闭码 1006。' },
	'status-404': { name: '404 Not Found', note: '路径写错了，而脚本分不清它与别的失败。' },
	'status-426': {
		name: '426 Upgrade Required',
		note: '列出服务器支持的版本。浏览器不会再试一次。'
	},
	'status-503': {
		name: '503，带 Retry-After',
		note: '说明多久之后再来。脚本读不到，只能猜。'
	},
	'answer-bare-lf': { name: '以 LF 结尾的行', note: '每一行都缺 CR。浏览器在这里很宽松。' },
	'answer-no-colon': {
		name: '没有冒号的行',
		note: '既没有名称，也没有值。浏览器是跳过，还是失败？'
	},
	'answer-space-before-colon': {
		name: '冒号前有空格',
		note: '响应里有这个空格，代理必须去掉，客户端可以去掉。'
	},
	'answer-folded': { name: '折行的头部', note: '一个值占两行：2014 年起废弃，许多程序仍能读。' },
	'answer-nul': { name: '值里有 NUL', note: '头部的值里有零字节，HTTP 不允许。' },
	'answer-no-reason-space': {
		name: '101 后面没有空格',
		note: '原因短语可以为空，它前面的空格却不能少。'
	},
	'answer-status-letters': {
		name: '1O1，夹着字母',
		note: '数字 0 写成了字母 O。状态码应当是三位数字。'
	},
	'answer-not-http': {
		name: '根本不是 HTTP',
		note: '这是 SSH 服务器的问候语：这个端口上是别的服务。'
	},
	'answer-byte-by-byte': {
		name: '逐字节发送',
		note: '正确的应答，有多少字节就写多少次。'
	},
	'answer-silence': { name: '沉默', note: '什么也不回。页面会在 CONNECTING 停留多久？' },
	'answer-never-ends': { name: '不结束的报文头', note: '缺少空行：浏览器等着后面的内容。' },
	'answer-fin-in-head': { name: '报文头中途发 FIN', note: '空行还没发，服务器就断开了。' },
	'answer-head-64k': {
		name: '64 KiB 的报文头',
		note: 'HTTP 没有规定上限。Chromium 最多接受 256 KiB，Firefox 最多 384 KiB。'
	},
	'answer-hixie-76': {
		name: '草案 hixie-76（2010）',
		note: '原因短语是 WebSocket Protocol Handshake，报文头之后是 16 字节的 MD5。'
	}
};
