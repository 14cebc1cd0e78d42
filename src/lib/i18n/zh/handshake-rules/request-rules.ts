/** The rules of a request that asks for a WebSocket. */
import type { requestRules as en } from '../../en/handshake-rules/request-rules.ts';
import type { Area } from '../../text.ts';

export const requestRules: Area<typeof en> = {
	'method-not-get': {
		short: '握手要用 GET',
		rule: 'WebSocket 握手的方法是 GET，字母大写。'
	},
	'http-version-too-low': {
		short: '握手至少需要 HTTP/1.1',
		rule: 'Upgrade 从 HTTP/1.1 才有；出现在 HTTP/1.0 的请求里，服务器必须忽略。'
	},
	'target-not-resource': {
		short: '这个目标不是 WebSocket 资源',
		rule: '请求目标是路径，或者 http、https 的绝对 URI。ws 只写在页面的代码里，不出现在请求中。'
	},
	'target-has-fragment': {
		short: 'WebSocket URI 里不能有片段标识',
		rule: '片段在这里没有意义，不得使用。# 若是路径的一部分，要写成 %23。'
	},
	'host-empty': {
		short: 'Host 没有写明主机',
		rule: '握手请求的 Host 要写主机名；端口若不是默认值，也要写上。'
	},
	'upgrade-missing': {
		short: '没有 Upgrade',
		rule: '没有它，这就是普通的 HTTP 请求。只支持 WebSocket 的资源应回 426。'
	},
	'upgrade-not-websocket': {
		short: 'Upgrade 要换的是别的协议',
		rule: 'Upgrade 里必须有 websocket，不区分大小写。'
	},
	'connection-missing': {
		short: '没有 Connection',
		rule: 'Connection 里列出 Upgrade，Upgrade 才算数：代理由此知道它只对这一跳有效。'
	},
	'connection-without-upgrade': {
		short: 'Connection 里没有列出 Upgrade',
		rule: 'Connection 里列出 Upgrade，Upgrade 才算数：代理由此知道它只对这一跳有效。'
	},
	'key-missing': {
		short: '没有 Sec-WebSocket-Key',
		rule: '没有 Key，服务器就无从证明自己读懂了请求，必须拒绝。'
	},
	'key-not-base64': {
		short: 'Key 不是合法的 Base64',
		rule: 'Key 是 16 字节的 Base64 编码：22 个字符取自 A–Z、a–z、0–9、+ 和 /，后面是 ==。'
	},
	'key-not-16-bytes': {
		short: 'Key 解码后不是 16 字节',
		rule: 'Key 是正好 16 字节的随机数，写成 Base64 是 24 个字符。'
	},
	'key-duplicated': {
		short: '出现了第二个 Key',
		rule: '请求里的 Sec-WebSocket-Key 不得出现多次。'
	},
	'version-missing': {
		short: '没有 Sec-WebSocket-Version',
		rule: '请求必须写明协议版本，也就是 13。'
	},
	'version-malformed': {
		short: '这不是合法的版本号',
		rule: '版本号是 0–255 的整数，不带前导零。'
	},
	'version-unsupported': {
		short: 'RFC 6455 的版本是 13',
		rule: '服务器不支持这个版本，就要拒绝（例如回 426），并在 Sec-WebSocket-Version 里列出自己支持的版本。'
	},
	'version-duplicated': {
		short: '出现了第二个版本',
		rule: '请求里的 Sec-WebSocket-Version 不得出现多次。'
	},
	'origin-malformed': {
		short: '这不是合法的源',
		rule: '源由协议、主机和可选的端口组成，例如 https://example.com，或者就是 null 一词。'
	},
	'origin-duplicated': {
		short: '出现了第二个 Origin',
		rule: '一个请求最多有一个 Origin。'
	},
	'subprotocol-empty': {
		short: '列表里有空的子协议',
		rule: '列表里每个子协议的名称至少有一个字符。'
	},
	'subprotocol-not-token': {
		short: '这不是合法的子协议名称',
		rule: '子协议名称只用可见的 ASCII 字符，不含空格和分隔符。'
	},
	'subprotocol-repeated': {
		short: '这个子协议前面已经列出过',
		rule: '请求里的子协议不得重复。'
	},
	'extension-list-empty': {
		short: '列表里没有任何扩展',
		rule: '既然发送这个头部，就至少要写一个扩展。'
	},
	'extension-empty-element': {
		short: '列表里有空元素',
		rule: '发送方不应留下空元素，接收方会略过它。'
	},
	'extension-name-not-token': {
		short: '这不是合法的扩展名称',
		rule: '扩展名称由字母、数字和少数几种符号组成，不含分隔符。收到不合语法的名称，接收方必须中止连接。'
	},
	'extension-parameter-not-token': {
		short: '这不是合法的参数',
		rule: '参数写作“名称”或“名称=值”。'
	},
	'extension-value-not-token': {
		short: '这不是合法的参数值',
		rule: '值的写法与名称相同，外面可以加引号。'
	},
	'extension-quote-unclosed': {
		short: '缺少后引号',
		rule: '带引号的值要以引号结束。'
	},
	'deflate-offer-parameter-unknown': {
		short: 'permessage-deflate 没有这个参数',
		rule: '服务器必须谢绝这一提议，握手本身可以继续。'
	},
	'deflate-offer-parameter-repeated': {
		short: '同一提议里这个参数出现了两次',
		rule: '服务器必须谢绝这一提议，握手本身可以继续。'
	},
	'deflate-offer-value-invalid': {
		short: '这个值不合法',
		rule: '窗口位数是 8–15 的整数，不带前导零；两个 no_context_takeover 参数不带值。服务器必须谢绝这一提议。'
	}
};
