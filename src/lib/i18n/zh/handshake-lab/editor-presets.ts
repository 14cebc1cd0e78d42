import type { presets as en } from '../../en/handshake-lab/editor-presets.ts';
import type { Area } from '../../text.ts';

export const presets: Area<typeof en> = {
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
	'key-loose-bits': {
		name: 'Key 末尾有多余的比特',
		note: '§4.1 自己的例子：最后一个字符里有不属于任何字节的比特，照样合法。'
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
	},
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
	},
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
	},
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
