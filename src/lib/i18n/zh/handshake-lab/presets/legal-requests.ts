/** Requests that are legal, and those that our endpoints answer each in its own way. */
import type { legalRequests as en } from '../../../en/handshake-lab/presets/legal-requests.ts';
import type { Area } from '../../../text.ts';

export const legalRequests: Area<typeof en> = {
	browser: {
		name: '浏览器的请求',
		note: '按 Chromium 的顺序排列，用这个浏览器的名称、语言和一个新的 Key。'
	},
	'rfc-example': {
		name: 'RFC 里的例子',
		note: '§1.2 印出的请求，连同它的 Key（“the sample nonce”的 Base64）；只有路径换成了我们的。'
	},
	minimal: {
		name: '只写必需的头部',
		note: '只有 §4.1 要求的五个头部，没有 Origin，也没有 User-Agent。'
	},
	'lower-case-names': { name: '头部名称全部小写', note: '头部名称不区分大小写，结果不变。' },
	'connection-list': {
		name: 'Connection: keep-alive, Upgrade',
		note: 'Firefox 的写法。这个头部是列表，Upgrade 是其中一项。'
	},
	'upgrade-list': {
		name: 'Upgrade 写两个协议',
		note: 'h2c, websocket：列表里有 websocket 就合法，ws 却要求单独一个 websocket。'
	},
	'absolute-http': {
		name: '以 http:// 开头的绝对目标',
		note: '合法：发给代理的请求就这样写，任何服务器都必须接受。'
	},
	subprotocols: {
		name: '提出子协议',
		note: 'chat, superchat：这个端点只支持 superchat，就选了它。'
	},
	'deflate-offer': {
		name: '提出压缩',
		note: 'permessage-deflate，带 client_max_window_bits，与浏览器的写法相同。'
	},
	'deflate-fallbacks': {
		name: '提出压缩，带备选',
		note: '按偏好列出几项提议，服务器采用第一项能接受的。'
	},
	'extension-unknown': {
		name: '不认识的扩展',
		note: '服务器不认识它，就不写进响应，握手照常继续。'
	},
	'plain-get': {
		name: '普通的 GET',
		note: '根本没有要求升级：我们的端点回 426，并在 Upgrade 里写明应当升级到什么。'
	},
	'unknown-path': { name: '不存在的路径', note: '握手没有问题，但这个目标上什么也没有：404。' },
	'unknown-query': {
		name: '不认识的查询参数',
		note: '端点存在，但问号后面的值它看不懂：400。'
	},
	'guarded-without-token': {
		name: '受保护的端点，没有令牌',
		note: '服务器要知道对方是谁：401，附带 WWW-Authenticate。'
	},
	'guarded-foreign-origin': {
		name: '受保护的端点，外站 Origin',
		note: '请求出自别的网站的页面：403，由此挡住跨站劫持。'
	},
	guarded: {
		name: '受保护的端点，两样都对',
		note: '令牌和 Origin 都正确：101。页面脚本发不出这样的令牌。'
	},
	'key-loose-bits': {
		name: 'Key 末尾有多余的比特',
		note: '§4.1 自己的例子：最后一个字符里有不属于任何字节的比特，照样合法。'
	}
};
