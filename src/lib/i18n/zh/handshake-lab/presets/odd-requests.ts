/** Requests that break the syntax of HTTP, that come oddly written, or from early drafts. */
import type { oddRequests as en } from '../../../en/handshake-lab/presets/odd-requests.ts';
import type { Area } from '../../../text.ts';

export const oddRequests: Area<typeof en> = {
	'bare-lf': {
		name: '以 LF 结尾的行',
		note: '宽松的接收方会接受。两个接收方看法不一，就可能出现请求走私。'
	},
	'bare-cr': { name: '值里有 CR', note: '有的接收方认为这一行到此为止，有的认为还没完。' },
	'no-colon': { name: '没有冒号的行', note: '既没有名称，也没有值，根本不是头部。' },
	'space-before-colon': {
		name: '冒号前有空格',
		note: '曾有人这样绕过代理：代理和服务器读出的名称不一样。'
	},
	'space-in-name': { name: '名称里有空格', note: '头部的名称不含空格。' },
	'space-before-headers': {
		name: '第一个头部前有空格',
		note: '看上去像请求行的折行，而请求行不能折行。'
	},
	folded: { name: '折行的头部', note: '值延续到下一行：曾经合法，2014 年起废弃。' },
	nul: {
		name: '值里有 NUL',
		note: 'C 语言的字符串遇到零字节就结束。接收方必须拒绝，或者把它当作空格。'
	},
	injection: { name: '头部注入', note: '外来的值里有 CR LF，原样写了进去，结果多出一个 Host。' },
	'empty-line-first': {
		name: '开头多一个空行',
		note: '服务器会略过它：旧的客户端在 POST 之后会多发一个。'
	},
	'length-and-chunked': {
		name: '两种长度并存',
		note: 'Content-Length 与 chunked 互相矛盾：请求走私的常见手法。'
	},
	'byte-by-byte': {
		name: '逐字节发送',
		note: '同一个请求，有多少字节就写多少次。TCP 没有消息的概念。'
	},
	'line-by-line': { name: '逐行发送', note: '每行写一次，中间有停顿。' },
	'frame-with-request': {
		name: '同一次写入里带一帧',
		note: '还没得到应答，客户端就发了一帧。收到 101 之后才能这样做。'
	},
	'request-before': {
		name: '前面先有一个普通请求',
		note: '一次写入两个请求，即管线化：服务器先应答普通的那个。'
	},
	'request-after': {
		name: '后面跟着第二个请求',
		note: '握手之后服务器读的是帧，会把这些字母当成一帧。'
	},
	'never-ends': {
		name: '不结束的报文头',
		note: '缺少空行。服务器一直等，时限一到就回 408。'
	},
	'head-64k': { name: '64 KiB 的报文头', note: '超出服务器读取的上限：431。' },
	'fin-after-request': {
		name: '请求之后发 FIN',
		note: '客户端不再发送，但仍可以接收。应答还会来吗？'
	},
	'tls-hello': {
		name: '把 TLS 发到明文端口',
		note: '用 wss:// 访问没有 TLS 的端口，服务器收到的就是这样的字节。'
	},
	'hixie-75': {
		name: '草案 hixie-75（2010）',
		note: '根本没有 Key。Safari 5 和 Chrome 4 发送的就是它。'
	},
	'hixie-76': {
		name: '草案 hixie-76（2010）',
		note: '两个 Key 里各藏着一个数，报文头之后还有 8 字节，应答用 MD5。'
	},
	'hybi-07': {
		name: '草案 hybi-07（2011）',
		note: '版本 7，用 Sec-WebSocket-Origin。Firefox 6 发送的就是它。'
	},
	'hybi-10': {
		name: '草案 hybi-10（2011）',
		note: '版本 8，已接近 RFC。Chrome 14 和 Firefox 7 发送的就是它。'
	}
};
