/** Words of the two verdicts on a handshake, and of why they differ. */
import type { verdicts as en } from '../../en/handshake-lab/verdicts.ts';
import type { Area } from '../../text.ts';

export const verdicts: Area<typeof en> = {
	title: '两位裁判',
	rfc: '严格照 RFC',
	peer: { request: '服务器', response: '浏览器' },
	strict: {
		accepted: '合法',
		refused: '应当拒绝',
		failed: '应当中止连接',
		unfinished: '报文头不完整'
	},
	took: {
		waiting: '等待中',
		switched: '已切换协议',
		refused: '拒绝',
		answered: '已应答',
		tunnel: '隧道已建立',
		'not-http': '不是 HTTP',
		silent: '没有反应',
		ended: '连接结束',
		reset: '连接重置',
		abandoned: '已放弃等待',
		opened: '已打开',
		failed: '失败',
		unanswered: '仍在等待'
	},
	agreement: { agree: '一致', disagree: '不一致', open: '留有余地', none: '未定' },
	rows: {
		due: '应当',
		rule: '首个错误',
		answer: '回应',
		author: '由谁写出',
		body: '原话',
		after: '用时',
		page: '页面的 close 事件',
		protocol: '子协议',
		extensions: '扩展'
	},
	due: {
		switch: '回 101，切换协议',
		status: (status: string) => `拒绝，例如 ${status}`,
		open: '打开连接',
		fail: '中止连接',
		wait: '等余下的字节，过长则可拒绝'
	},
	nothing: '无',
	answer: {
		waiting: '还没到',
		'not-http': '收到的字节不是完整的 HTTP 响应',
		silent: '实验室等待期间没有回应',
		ended: 'TCP FIN，没有回应',
		reset: 'TCP RST，没有回应',
		abandoned: '你这一侧先结束了连接'
	},
	authors: {
		ws: 'ws',
		node: 'Node 的 HTTP 解析器',
		lab: '本实验室自己的代码'
	},
	authorNotes: {
		ws: '由写法判断：101 里的头部和次序与 ws 的相同；拒绝时则带 Connection: close，并用一小段 text/html 正文说明反对哪一项。',
		node: '由写法判断：只有状态行和 Connection: close，没有任何说明。ws 和我们的代码都还没看到请求，Node 就拒绝了它，并结束连接。',
		lab: '由写法判断：正文是 text/plain，并带 nosniff。请求没有到达 ws：要么没有要求升级，要么请求目标处没有端点。'
	},
	page: {
		open: 'open 事件',
		close: (code: string, isClean: boolean) => `${code}，${isClean ? '干净关闭' : '非干净关闭'}`,
		error: '（之前有 error 事件）',
		nothing: '暂时没有'
	},
	checks: {
		title: '逐项对照',
		check: '检查项',
		rfc: 'RFC',
		peer: { request: '服务器', response: '浏览器' },
		strict: { passed: '满足', failed: '违反', absent: '没有', skipped: '未检查' },
		took: '放行',
		objected: '反对',
		unsaid: '没有提到'
	},
	unsaidNote: {
		request: '服务器遇到第一个问题就停下：它没有提到的，可能根本没有检查。',
		response: '浏览器只告诉页面连接失败，从不说明错在哪个头部。'
	},
	why: '为什么不一致',
	remarks: '值得一提',
	explanations: {
		'version-8-taken': {
			short: 'ws 也支持版本 8',
			text: '8 是最后几版草案（hybi-08 到 -12）的版本号，2011 年的浏览器用过。它们的帧与 RFC 相同，所以 ws 把 8 当作 13 接受，只是不读 Origin，改读 Sec-WebSocket-Origin。§4.2.1 (6) 和 §4.4 只认 13：不打算支持草案的服务器应当拒绝。实际上并无害处：现在的浏览器都不发送 8。'
		},
		'version-coerced': {
			short: 'ws 把版本号读成 JavaScript 的数',
			text: '§4.3 规定版本号只用数字书写，没有前导零。ws 先把头部的值转成数再比较：013、13.0、0xd 在它看来都是 13。这里的含义没有歧义，但按文本比较的代理会得出另一个结论，而请求走私正是利用这类差别。'
		},
		'http-1-0-taken': {
			short: '低于 HTTP/1.1 的版本也接受',
			text: '§4.2.1 (1) 要求 HTTP/1.1 或更高，RFC 9110 §7.8 规定服务器必须忽略 HTTP/1.0 请求里的 Upgrade：这样的客户端不认识 101。Node 照样触发 upgrade 事件，ws 也不看版本。实际上，向后端发 1.0 请求的多半是代理（nginx 多年来默认如此），而它们本来就会去掉 Upgrade。'
		},
		'ws-target-taken': {
			short: '以 ws:// 开头的绝对目标也接受',
			text: '§4.1 (3) 只允许路径，或 http、https 的绝对 URI；ws:// 写在页面的脚本里，没有浏览器会发送它。Node 的解析器什么协议名都收，ws 不看，本服务器的路由再从中取出路径。不少文章写着 GET ws://…，仿佛浏览器真会这样发送。路由若只拿请求目标与“/ws/echo”比较，就会回 404。'
		},
		'fragment-taken': {
			short: '没有检查片段标识（#）',
			text: '§3 规定，片段标识在 WebSocket URI 里没有意义，不得使用；浏览器还没发送就会抛出 SyntaxError。Node 把请求目标原样交出，ws 不看；这里的片段在查询串之后，我们的路由仍能找到路径。片段若直接跟在路径后面，就成了另一个路径，得到 404。'
		},
		'host-missing-taken': {
			short: '没有 Host 的请求也接受',
			text: 'RFC 9112 §3.2 规定，HTTP/1.1 请求没有 Host 就必须回 400。Node 会检查，但只检查由它自己应答的请求；升级请求在检查之前就交了出去，而 ws 不读 Host。服务器若要靠 Host 决定谁可以连接（防范 DNS 重绑定），就必须自己检查，本服务器对外的端口正是这样做的。'
		},
		'host-unread': {
			short: '没有读 Host',
			text: 'RFC 9112 §3.2 规定，Host 重复或不是合法的主机名，都必须回 400。Node 只保留第一个，就把升级请求交了出去，ws 从不读它。代理看的若是一个 Host，服务器看的是另一个，请求就可能到达不该去的地方。'
		},
		'origin-unread': {
			short: '没有读 Origin',
			text: 'Origin 告诉服务器，页面出自哪个网站（§10.2）。只有使用者传入了 verifyClient，ws 才会读它，所以这里没有谁会反对一个不是源的值。依赖 Origin 的服务器会拿它与名单比较，格式不对的自然也会拒绝。'
		},
		'extensions-unread': {
			short: '没有开启压缩，就不读这个头部',
			text: '§9.1 规定，值不合语法，就要中止连接。permessage-deflate 关闭时，ws 根本不解析 Sec-WebSocket-Extensions，因为没有什么可以协商。开启压缩之后，同一个请求它会拒绝。'
		},
		'http-fault-taken': {
			short: 'Node 的解析器放行了',
			text: '严格说来，这不是合法的 HTTP/1.1。Node 的解析器（llhttp）对行尾、冒号和长度要求严格，在这一点上却很宽松，而 ws 只看与自己有关的头部。RFC 9112 在一些地方允许接收方宽松处理；风险在于，前面的代理对同样的字节可能有另一种读法。'
		},
		taken: {
			short: '服务器不检查这一条',
			text: '按 RFC，服务器应当在这里停下并拒绝（§4.2.1）。这台服务器却切换了协议：它不检查这条规则。确切的原因我们不知道。'
		},
		'upgrade-list-refused': {
			short: 'ws 只接受单独的 websocket',
			text: 'Upgrade 是一个列表（RFC 9110 §7.8），§4.2.1 (3) 只要求其中有 websocket。ws 比较的是整个值，凡是列表一律拒绝。浏览器不会发送列表；想同时提出几种协议的客户端则要注意这一点。'
		},
		'extension-offer-refused': {
			short: '一项提议不合要求，ws 就拒绝整个握手',
			text: '服务器不能接受某项提议时，应当谢绝这一项，再看下一项，或者不用扩展，继续握手（RFC 7692 §5.1、§7）；空元素不算数（RFC 9110 §5.6.1）。而 ws 只要遇到一个空元素或一项格式不对，或者没有一项能满足，就回 400。浏览器只提出一项，格式也正确，所以只有其他客户端才会碰上。'
		},
		'upgrade-lost': {
			short: '升级请求没有送到',
			text: '你发出的请求是合法的，而 426 说明后面的服务器没有看到升级请求。Upgrade 和 Connection 是逐跳头部（RFC 9110 §7.6.1）：不认识升级的代理必须去掉它们。要让这样的代理转发升级，得专门配置。'
		},
		'node-refused': {
			short: 'Node 拒绝了 RFC 9112 允许的写法',
			text: '严格说来，这个请求没有违反任何规则，但 ws 还没看到，Node 的解析器就已拒绝。它只认得 0.9、1.0、1.1、2.0 这几个版本，而按 RFC 9110 §2.5，次版本号更高时，服务器应当作自己认识的最高版本来读。'
		},
		refused: {
			short: '服务器自己的规定',
			text: '严格说来，这个请求是合法的，服务器还是拒绝了；正文里的话或许能说明更多。§4.2.2 允许服务器出于自己的理由拒绝，不过 400 的意思是错在客户端。'
		},
		'version-8-named': {
			short: 'ws 在 13 之外还列出了 8',
			text: '§4.4 要求拒绝时列出服务器支持的所有版本，好让客户端另选一个。ws 列出 13 和 8，说到做到：草案的版本 8 它确实接受。这份列表是真实的，只是如今的服务器没有必要再支持 8。'
		},
		'version-status-open': {
			short: '因版本而拒绝，RFC 没有规定状态码',
			text: '§4.2.2 说的是“例如 426 Upgrade Required”，§4.4 的例子却用了 400。只要用 Sec-WebSocket-Version 列出支持的版本，两者都对。用 426 还必须带上 Upgrade（RFC 9110 §15.5.22）；ws 用 400，就不必带。'
		},
		'plain-request': {
			short: 'Node 没有看到升级请求，也就轮不到 ws',
			text: '有 Upgrade，并且 Connection 列出了它，Node 才会触发 upgrade 事件。缺了其中一个，这就是普通请求，由普通的代码应答：我们回 426，并带上 Upgrade: websocket，这是 RFC 9110 §15.5.22 对 426 的要求。许多服务器在这里回的是 404，或者 200 和一个网页。'
		},
		'body-to-head': {
			short: 'ws 应答 HEAD 时带了正文',
			text: '双方都拒绝。对 HEAD 的响应没有正文，不管 Content-Length 写着多少（RFC 9110 §9.3.2），客户端会把报文头之后的字节当作下一个响应。ws 不论什么方法都写出同样的拒绝，连正文一起；只因它随即关闭连接，才没有害处。'
		},
		'node-first': {
			short: 'Node 先拒绝了',
			text: '双方都拒绝，理由不同。Node 的解析器比 ws 先读到这些字节，解析不了就回它自己的 400，没有正文；方法也只认它列出的那些。用哪个状态码，§4.2.1 交给服务器决定（“例如 400”）。'
		},
		'lab-first': {
			short: '路由先作了应答',
			text: '双方都拒绝。我们的路由先看请求目标和查询串，再把请求交给 ws，所以它先拒绝。'
		},
		'other-order': {
			short: 'ws 检查的顺序不同',
			text: '双方都拒绝，理由不同。ws 先看方法，再依次看 Upgrade、Key、版本、子协议和扩展，只说出遇到的第一个问题；请求目标、HTTP 版本和 Host 它从来不看。§4.2.1 没有规定顺序，用哪个状态码也由服务器决定。'
		},
		'token-demanded': {
			short: '这个端点要求身份凭据',
			text: '这个请求是合法的握手。§4.2.2 (2) 允许服务器用 401 要求认证，并在 WWW-Authenticate 里说明方式。页面无法应答：它没法给 WebSocket 加上 Authorization，所以令牌要放在 Cookie、查询串、子协议或第一条消息里。'
		},
		'origin-forbidden': {
			short: '这台服务器不接受这个源',
			text: '这个请求是合法的握手。§4.2.2 (4) 规定，服务器不接受某个源，就回 403；原因见 §10.2：不作这项检查，任何页面都能借访问者的 Cookie 连到这里。不经过浏览器，这个头部可以随意填写，就像你现在这样。'
		},
		'no-endpoint': {
			short: '这个请求目标处没有端点',
			text: '§4.2.2 (4)：所请求的服务不存在，服务器就回一个合适的状态码，例如 404。这里先由路由查看请求目标，之后才轮到 ws，所以这个请求即使有别的错误，也没有检查到。'
		},
		'own-rule': {
			short: '这个端点自己的规定',
			text: '这个请求是合法的握手。这个端点对查询串另有规定，正文里已经说明。'
		},
		busy: {
			short: '服务器暂时不接受更多连接',
			text: '这个请求是合法的握手。服务器随时可以减轻负载；503 和 429 表示以后再试可能成功，Retry-After 可以说明要等多久。'
		},
		gateway: {
			short: '说话的是代理，不是服务器',
			text: '502 和 504 出自代理：它没有得到可以转交的响应。握手本身对不对，由此看不出来。'
		},
		'head-too-large': {
			short: '报文头超出了 Node 读取的上限',
			text: '报文头能有多长，没有哪份 RFC 规定；服务器可以自己设限，超出时用 RFC 6585 §5 给出的状态码。Node 默认读到 16 KiB 为止，随即回 431，没有正文，ws 什么也没看到。真实的请求超出上限，多半是因为 Cookie 太大。'
		},
		'head-unfinished': {
			short: '报文头一直没有结束',
			text: '没有空行，就还不是完整的请求，服务器可以等。Node 最多等 headersTimeout 规定的时间，然后回 408；没有这样的时限，几千个慢吞吞的客户端就能拖住一台服务器（这种攻击叫 Slowloris）。'
		},
		'head-longer-than-read': {
			short: '超出了我们严格读取的上限',
			text: '报文头能有多长，没有哪份 RFC 规定（RFC 9110 §5.4），每个接收方各有上限。这个报文头超过了我们的上限，严格的读法到此停下；对端读到了结尾，并且接受。谁的上限更小，谈不上对错。'
		},
		'head-no-http': {
			short: '报文头还不完整，就已拒绝',
			text: 'Node 的解析器来多少读多少，一遇到不可能属于 HTTP 的字节就拒绝；严格的读法则要等报文头结束。把 TLS 记录或帧发到普通的 HTTP 端口，就是这个结果。'
		},
		unanswered: {
			short: '没有等到回应',
			text: '§4.2.2 要求服务器应答握手，§4.2.1 要求用 HTTP 错误码拒绝不合法的握手。实验室等待期间，什么也没有等到。'
		},
		'ended-unanswered': {
			short: '没有回应就结束了',
			text: '服务器结束了 TCP，没有给出状态码。没有代码处理 CONNECT 时，Node 就是这样做的：它是 HTTP 服务器，不是代理。§4.2.1 要求用 HTTP 错误码应答；客户端什么也没收到，就分不清是遭到拒绝，还是网络断了。'
		},
		'not-http': {
			short: '这不是 HTTP 响应',
			text: '服务器发来一些字节就结束了，而它们不是完整的 HTTP 响应。客户端应当中止连接（§4.1）。'
		},
		'browser-takes-bare-lf': {
			short: '只以 LF 结尾的行也接受',
			text: '报文头的每一行以 CR LF 结尾。RFC 9112 §2.2 允许接收方接受单独的 LF，浏览器为了照顾旧服务器，也这样做。严格的接收方会拒绝：一行到哪里结束，各方看法一旦不同，就可能被人利用。'
		},
		'browser-takes-http-fault': {
			short: '浏览器对 HTTP 的读法很宽松',
			text: '这不是合法的 HTTP/1.1。在浏览器里，WebSocket 握手与其他网络请求共用一个解析器，它能容忍许多写法：没有冒号的行、折行的值、多余的空格，甚至状态行之前的杂乱字节。握手所需的头部都在，连接就打开了。但不要依赖这一点：换一个代理或客户端，就可能遭到拒绝。'
		},
		'browser-takes-http-1-0': {
			short: 'HTTP/1.0 的 101 也接受',
			text: '101 从 HTTP/1.1 才有：HTTP/1.0 没有定义任何 1xx 状态码（RFC 9110 §15.2）。这个浏览器只看状态码和头部，不看版本；有的浏览器会在这里失败。'
		},
		'browser-takes-upgrade-list': {
			short: 'Upgrade 不必只有 websocket',
			text: '§4.1 给客户端的第 2 项检查，要求 Upgrade 正好是 websocket。对这个浏览器来说，列表里有 websocket 就够了；有的浏览器会在这里失败。'
		},
		'browser-takes-subprotocol': {
			short: '没有提出过的子协议，浏览器不理会',
			text: '§4.1 给客户端的第 6 项检查：选中的子协议若没有提出过，必须中止连接。这个浏览器打开了连接，并告诉页面没有使用子协议；于是，正在使用什么协议，服务器与页面看法不同。有的浏览器会在这里失败。'
		},
		'browser-takes': {
			short: '浏览器不检查这一条',
			text: '按 §4.1，客户端应当在这里中止连接。这个浏览器打开了连接：它不检查这条规则。'
		},
		'subprotocol-owed': {
			short: '提出了子协议，浏览器就要求答复',
			text: '按 RFC 6455，服务器可以一个子协议也不选，响应里不写这个头部，连接照样打开（§4.2.2）。WHATWG 给浏览器定的标准更严：页面提出了子协议，响应里却没有，连接就失败。Chromium 照此办理，Firefox 则会打开。面向浏览器的服务器，应当从提出的子协议里选一个，或者拒绝。'
		},
		'empty-element-refused': {
			short: '不接受列表里的空元素',
			text: 'RFC 9110 §5.6.1 要求发送方不留空元素，同时要求接收方跳过少量空元素。这个浏览器严格按 RFC 6455 §9.1 的语法读 Sec-WebSocket-Extensions，于是失败。'
		},
		'interim-refused': {
			short: '临时响应使连接失败',
			text: 'RFC 9110 §15.2：最终响应之前，不管有多少个 1xx 响应，客户端都必须读得懂。这个浏览器的 WebSocket 把第一个 1xx 当成了应答，于是失败。服务器在 101 之前最好什么都不发。'
		},
		'browser-refuses': {
			short: '浏览器自己的规定',
			text: '严格说来，收到这个响应就应当打开连接，浏览器却让它失败了。浏览器在控制台里打印的内容，或许能说明更多。'
		},
		'redirect-not-followed': {
			short: '浏览器在这里不跟随重定向',
			text: '§4.1 允许客户端跟随重定向，但不强制。WHATWG 标准禁止浏览器这样做，所以页面得到的是 1006，浏览器根本没有请求新地址。WebSocket 换了地址，只能去改页面的脚本。'
		},
		'challenge-not-answered': {
			short: '页面无法应答认证要求',
			text: '§4.1 允许客户端在收到 401 之后认证。页面的脚本做不到：它得到的只有 1006，对认证要求一无所知。应当先用普通的 HTTP 登录，握手时自然会带上 Cookie。'
		},
		'failure-hidden': {
			short: '页面不会得知原因',
			text: '握手失败时，浏览器不让脚本知道状态码、头部和正文：否则任何页面都能借访问者之手，探测其所在网络里的服务器（WHATWG 标准写明了这个理由）。所有失败看起来都一样：先是 error 事件，再是 close 1006。原因即使写了出来，也只在浏览器的控制台里，脚本读不到。'
		},
		'browser-waits': {
			short: '浏览器还在等',
			text: '响应的报文头以空行结束，而这个还没有结束。RFC 6455 没有规定时限，各浏览器自己定（默认 Chromium 四分钟，Firefox 20 秒），其间页面的 readyState 一直是 0。'
		}
	}
};
