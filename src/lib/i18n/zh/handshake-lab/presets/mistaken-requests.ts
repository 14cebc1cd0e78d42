/** Requests with a mistake in their first line, in a header, or in what they offer. */
import type { mistakenRequests as en } from '../../../en/handshake-lab/presets/mistaken-requests.ts';
import type { Area } from '../../../text.ts';

export const mistakenRequests: Area<typeof en> = {
	post: { name: '用 POST 代替 GET', note: '握手只能是 GET。' },
	'head-method': { name: '用 HEAD 代替 GET', note: 'HEAD 只要响应的报文头，而握手只能是 GET。' },
	'lower-case-method': { name: '小写的 get', note: '方法区分大小写，头部名称不区分。' },
	'http-1-0': {
		name: 'HTTP/1.0',
		note: '太旧，没有 Upgrade。RFC 要求 1.1 或更高；看看 ws 检不检查。'
	},
	'no-http-version': {
		name: '没有 HTTP 版本',
		note: '只有 GET 和目标，像 1991 年那样：HTTP/0.9 根本没有头部。'
	},
	'absolute-ws': {
		name: '以 ws:// 开头的绝对目标',
		note: '文章里常见的错误：调用 API 时用的 URL 不该写进请求行。'
	},
	fragment: { name: '目标里带片段', note: '# 后面的部分留在客户端，从不出现在线上。' },
	'space-in-target': {
		name: '目标里有空格',
		note: '请求行本是三部分，现在有四部分：目标到哪里为止？'
	},
	'two-spaces': {
		name: '请求行里有两个空格',
		note: '各部分之间只能有一个空格。宽松的接收方会放过多出的那个。'
	},
	'no-host': { name: '没有 Host', note: 'HTTP/1.1 要求必须有：服务器应回 400。' },
	'two-hosts': {
		name: '两个 Host',
		note: '代理可能信前一个，服务器信后一个，因此这是错误。'
	},
	'no-upgrade': { name: '没有 Upgrade', note: '别的都在，但对服务器来说这只是普通的 GET。' },
	'upgrade-h2c': {
		name: 'Upgrade: h2c',
		note: '要求在同一条连接上换用 HTTP/2，而不是 WebSocket。'
	},
	'no-connection': {
		name: '没有 Connection',
		note: '没有它，Upgrade 就不算数。不认识升级的代理，转发出来的请求就可能这样。'
	},
	'connection-keep-alive': {
		name: 'Connection 里没有 Upgrade',
		note: '只有 keep-alive：不认识 WebSocket 的代理就这么写。'
	},
	'no-key': { name: '没有 Sec-WebSocket-Key', note: '无从计算 Accept：400。' },
	'key-15-bytes': { name: '15 字节的 Key', note: 'Base64 没有问题，只是少一个字节。' },
	'key-not-base64': { name: '不是 Base64 的 Key', note: '长度对，字符不对。' },
	'key-placeholder': {
		name: 'Key 写成 client-random-string',
		note: '从文章里抄来的占位符：既不是 Base64，也不是 16 字节。'
	},
	'key-twice': { name: '两个 Key', note: '该对哪一个取哈希？这个头部只能出现一次。' },
	'no-version': { name: '没有版本', note: '服务器无从得知客户端会怎样组帧。' },
	'version-8': {
		name: '版本 8',
		note: '草案 hybi-08 到 hybi-12。ws 至今仍然接受，并把它与 13 一同列出。'
	},
	'version-12': { name: '版本 12', note: '从未使用过。拒绝时，服务器会列出自己支持的版本。' },
	'version-25': { name: '版本 25', note: '来自未来的版本，同样会拒绝。' },
	'version-leading-zero': {
		name: '版本 013',
		note: '§4.3 的语法不允许前导零；按数字读取的服务器会放过它。'
	},
	'version-twice': { name: '两个版本', note: '请求里这个头部只能出现一次。' },
	'origin-malformed': {
		name: '没有协议的 Origin',
		note: '源由协议、主机和可选的端口组成，这里缺了协议。'
	},
	'subprotocol-twice': {
		name: '子协议写了两遍',
		note: '同一个名称只能列一次。浏览器遇到重复的，什么都不发就报错。'
	},
	'subprotocol-empty-element': {
		name: '列表里有空元素',
		note: '多了一个逗号。HTTP 允许接收方跳过它，§4.1 却要求每个元素都不为空。'
	},
	'subprotocol-with-space': {
		name: '子协议里有空格',
		note: '子协议的名称不含空格。'
	},
	'extension-empty-element': { name: '空的扩展', note: '两个逗号之间什么也没有。' },
	'extension-unclosed-quote': {
		name: '缺少后引号',
		note: '参数的值以引号开头，却没有以引号结束。'
	},
	'deflate-unacceptable': {
		name: '无法接受的压缩',
		note: '没有这么大的窗口：服务器必须谢绝这一提议，握手可以继续。'
	}
};
