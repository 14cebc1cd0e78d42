import type { handshakeRules as en } from '../en/handshake-rules.ts';
import type { Area } from '../text.ts';

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
	violations: {
		'empty-line-before-start': {
			short: '起始行前面有空行',
			rule: '客户端不得在请求前面发送空行，不过服务器应当略过它。'
		},
		'bare-lf': {
			short: '这一行只以 LF 结尾，没有 CR',
			rule: '报文头的每一行以 CR LF 结尾。接收方可以接受单独的 LF，但这样一来，一行到哪里结束，沿途每个代理都必须看法一致。'
		},
		'bare-cr': {
			short: 'CR 后面没有 LF',
			rule: 'CR 只能出现在 LF 之前。出现在别处，接收方必须拒绝，或者当作空格。'
		},
		'whitespace-before-headers': {
			short: '第一个头部行以空白开头',
			rule: '起始行与第一个头部之间，不能有以空白开头的行。接收方要么拒绝，要么略过这一行。'
		},
		'start-line-spacing': {
			short: '这里应当正好是一个空格',
			rule: '起始行的各部分之间用且只用一个空格隔开。'
		},
		'method-not-token': {
			short: '这不是合法的方法名',
			rule: '方法名由字母、数字和少数几种符号组成，不含分隔符。'
		},
		'target-missing': {
			short: '缺少请求目标',
			rule: '请求行的方法和版本之间必须有请求目标。'
		},
		'target-has-whitespace': {
			short: '请求目标里有空白',
			rule: '请求目标不含空白，URL 里的空格要写成 %20。'
		},
		'target-invalid-character': {
			short: '请求目标里不能有这个字符',
			rule: '请求目标只用可见的 ASCII 字符，其余都要做百分号编码。'
		},
		'http-version-malformed': {
			short: '这不是合法的 HTTP 版本',
			rule: '版本写作 HTTP/ 加一位数字、一个点、再一位数字，字母大写。'
		},
		'status-malformed': {
			short: '这不是合法的状态码',
			rule: '状态码是三位数字。'
		},
		'reason-space-missing': {
			short: '状态码后面缺少一个空格',
			rule: '即使没有原因短语，状态码后面也要有空格。'
		},
		'header-without-colon': {
			short: '这一行没有冒号',
			rule: '头部行由名称、冒号和值组成。'
		},
		'header-name-empty': {
			short: '冒号前面没有名称',
			rule: '头部的名称至少有一个字符。'
		},
		'header-name-not-token': {
			short: '这不是合法的头部名称',
			rule: '头部名称由字母、数字和少数几种符号组成，不含分隔符。'
		},
		'space-before-colon': {
			short: '名称与冒号之间有空白',
			rule: '服务器必须对这样的请求回 400：各方对名称的理解一旦不同，就可能被人利用。'
		},
		'obs-fold': {
			short: '值折成了好几行',
			rule: '折行的写法已经废弃。接收方要么拒绝，要么把折行处当作空格。'
		},
		'value-control-character': {
			short: '值里有控制字符',
			rule: '值里只能有可见字符、空格和制表符。'
		},
		'host-missing': {
			short: '没有 Host',
			rule: 'HTTP/1.1 请求没有 Host，服务器必须回 400。'
		},
		'host-duplicated': {
			short: '出现了第二个 Host',
			rule: '请求里的 Host 不止一个，服务器必须回 400。'
		},
		'host-malformed': {
			short: '这不是“主机加可选端口”的写法',
			rule: 'Host 的值不合法，服务器必须回 400。'
		},
		'content-length-malformed': {
			short: '这不是合法的长度',
			rule: 'Content-Length 是十进制的字节数。写成别的，就没人知道正文到哪里结束。'
		},
		'content-length-differs': {
			short: '这个长度与第一个矛盾',
			rule: '长度前后不一，各方对下一条报文从哪里开始就会看法不一。'
		},
		'content-length-with-transfer-encoding': {
			short: '既有长度，又有传输编码',
			rule: '一条报文只能用其中一种。两者并存是请求走私的常见手法。'
		},
		'transfer-encoding-not-chunked': {
			short: '最后一个编码不是 chunked',
			rule: '请求的最后一个传输编码若不是 chunked，就无法确定正文到哪里结束。'
		},
		'chunk-malformed': {
			short: '这个分块无法解析',
			rule: '一个分块由十六进制的大小和相应的字节组成，两部分之后各有一个换行。'
		},
		'head-too-large': {
			short: '报文头太大，超出了这里读取的上限',
			rule: '接收方都会限制报文头的大小，服务器应回 431。'
		},
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
		},
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
	}
};
