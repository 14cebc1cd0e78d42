import type { Area } from '../../text.ts';
import type { http as en } from '../../en/transports-lab/http.ts';

export const http: Area<typeof en> = {
	unknown: '这里没有讲到的头部。不认识它的一方会忽略它，代理则照样转发。',
	ofHandshake: 'WebSocket 握手才用的头部。这次请求不是握手，它不起作用。',
	parts: {
		method: '要做什么：GET 取内容，POST 提交内容',
		target: '所请求地址的路径和查询串',
		version: '从 HTTP/1.1 起，连接默认保持，供后面的请求使用',
		status: '结果如何：200 带有内容，204 和 304 没有正文，4xx 是请求有问题，5xx 是服务器出了问题',
		reason: '给人看的短语，程序只看状态码'
	},
	headers: {
		connection: {
			meaning:
				'列出只对这一跳有效的内容。keep-alive：保持 TCP 连接，供后面的请求使用；close：这次应答之后关闭。',
			without: 'HTTP/1.1 照样会保持连接。'
		},
		upgrade: {
			meaning: '提出在这条连接上换用别的协议。在这里只是提议，这次请求仍按 HTTP 进行。',
			without: '没有影响，仍是 HTTP。'
		},
		origin: {
			meaning:
				'发出请求的页面的源。浏览器会给每个 POST 请求、以及脚本发往其他源的请求带上它，脚本改不了；其他客户端想写什么都行。',
			without:
				'对同源的 GET 请求来说很正常。服务器接受 POST 却不检查它，就等于接受任何网页提交的内容。'
		},
		accept: {
			meaning:
				'客户端希望响应正文采用的媒体类型。EventSource 写的是 text/event-stream，*/* 表示什么都可以。',
			without: '由服务器决定类型。'
		},
		'accept-encoding': {
			meaning: '客户端能解开的响应正文压缩方式。',
			without: '稳妥的服务器会发送不压缩的正文。'
		},
		'cache-control': {
			meaning:
				'给缓存的指示，浏览器里的和沿途的都算。no-store：不要保存副本；no-cache：使用副本之前先问服务器；private：只有浏览器可以保存。',
			without: '缓存各按各的规则处理，轮询可能拿到旧的内容。'
		},
		cookie: {
			meaning:
				'本站的 Cookie。只要设置允许，浏览器每次请求都会带上，所以轮询每问一次就要重发一遍。',
			without: '靠 Cookie 登录的用户，服务器认不出来。'
		},
		'set-cookie': {
			meaning: '让浏览器存下一个 Cookie，供以后的请求使用。',
			without: '浏览器里的 Cookie 保持原样。'
		},
		authorization: {
			meaning: '身份凭据，例如令牌。脚本用 fetch 可以加上这个头部，EventSource 则没有办法。',
			without: '网站得用别的方式识别用户，例如 Cookie。'
		},
		'http2-settings': {
			meaning: '配合 Upgrade: h2c，用来在同一条连接上换用 HTTP/2。RFC 9113 已经废弃这种方式。',
			without: '没有影响，仍是 HTTP/1.1。'
		},
		'sec-fetch-dest': {
			meaning: '浏览器要把响应用在哪里。empty 表示交给脚本读取。',
			without: '可能客户端不是浏览器，或者浏览器太旧，也可能访问的不是可信地址（https 或本机）。'
		},
		'sec-fetch-mode': {
			meaning: '请求的发起方式。cors：由脚本发起，遵守跨源规则；navigate：打开页面。',
			without: '可能客户端不是浏览器，或者浏览器太旧，也可能访问的不是可信地址（https 或本机）。'
		},
		'sec-fetch-user': {
			meaning: '页面导航是否由用户操作触发。',
			without: '不是由用户触发的页面导航。'
		},
		'sec-fetch-storage-access': {
			meaning: '页面在这里能否使用第三方 Cookie。',
			without: '服务器从这个请求里看不出来。'
		},
		'x-forwarded-proto': {
			meaning: '客户端访问代理时用的是 http 还是 https。',
			without: '代理替服务器完成 TLS 时，服务器分不清 https 和 http。'
		},
		date: {
			meaning: '响应生成的时间，以服务器的时钟为准。',
			without: '缓存以收到响应的时间为准。'
		},
		location: {
			meaning: '与 3xx 一起出现：应当改用的地址。fetch 和 EventSource 都会自动跟随。',
			without: '没有可以转去的地址。'
		},
		allow: {
			meaning: '与 405 一起出现：这个目标支持的方法。',
			without: '405 响应不完整。'
		},
		'content-type': {
			meaning: '正文的媒体类型，接收方按它解读正文。EventSource 只接受 text/event-stream。',
			without: '读正文的一方只能猜它是什么。'
		},
		'keep-alive': {
			meaning: '没有请求时，服务器让连接保持多久。',
			without: '空闲的连接何时关闭，客户端事先不知道。'
		},
		'if-none-match': {
			meaning: '客户端手里那一份内容的 ETag。如果它仍是最新的，服务器就回 304，不带正文。',
			without: '服务器每次都发送完整的正文。'
		},
		'if-modified-since': {
			meaning: '客户端手里那一份内容的时间。如果此后没有变化，服务器就回 304，不带正文。',
			without: '服务器发送完整的正文，除非另有更精确的 If-None-Match。'
		},
		etag: {
			meaning:
				'当前内容的标记，客户端以后用 If-None-Match 把它送回来。前面有 W/，表示只保证含义相同，不要求逐字节相同。',
			without: '客户端最多只能按时间询问内容有没有变化。'
		},
		'last-modified': {
			meaning: '内容最近一次变化的时间，客户端以后用 If-Modified-Since 把它送回来。',
			without: '内容有没有变化，只能靠 ETag 判断（如果有的话）。'
		},
		'last-event-id': {
			meaning:
				'EventSource 收到的最后一个事件的 id。重新连接时由它自动带上，服务器可以从那里接着发。',
			without: '这是第一次连接，或者还没有哪个事件带有 id。'
		},
		referer: {
			meaning: '发出请求的页面的地址，写出多少由页面的引用策略决定。',
			without: '引用策略不让写，或者请求不是由页面发出的。'
		},
		priority: {
			meaning: '浏览器认为这个响应有多急：u=0 最急，u=7 最不急。',
			without: '先后顺序由服务器自己决定。'
		},
		'sec-ch-ua': {
			meaning: '浏览器的品牌和版本。其中有一个品牌是编造的，好让服务器学会略过不认识的名称。',
			without: '浏览器不是基于 Chromium 的，或者访问的不是可信地址。'
		},
		'sec-ch-ua-mobile': {
			meaning: '浏览器是否希望得到为手机设计的页面：?1 是，?0 否。',
			without: '浏览器不是基于 Chromium 的，或者访问的不是可信地址。'
		},
		'sec-ch-ua-platform': {
			meaning: '浏览器所在的操作系统。',
			without: '浏览器不是基于 Chromium 的，或者访问的不是可信地址。'
		},
		vary: {
			meaning: '响应取决于请求里的哪些头部：只有这些头部相同，缓存才可以使用手里的副本。',
			without: '凡是请求这个地址的，缓存都可以用同一份副本应答。'
		},
		'content-encoding': {
			meaning: '正文的压缩方式。客户端先解开，再读正文。',
			without: '正文没有压缩。'
		},
		'x-content-type-options': {
			meaning: 'nosniff：浏览器以 Content-Type 为准，不去猜别的类型。',
			without: '浏览器可能根据字节内容猜出别的类型。'
		},
		'x-accel-buffering': {
			meaning: 'no：要求认得这个头部的代理（例如 nginx）收到一段就转发一段，不要先攒完整个响应。',
			without: '这样的代理可能把事件扣在缓冲区里，攒满了才转发。'
		}
	}
};
