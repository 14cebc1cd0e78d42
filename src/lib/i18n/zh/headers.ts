import type { headers as en } from '../en/headers.ts';
import type { Area } from '../text.ts';

export const headers: Area<typeof en> = {
	host: {
		meaning: '客户端要访问的主机名和端口。同一个地址上可以有许多站点，靠它来区分。',
		without:
			'HTTP/1.1 要求必须有它，缺少时服务器应回 400。放过它的服务器既分不清自己的站点，也察觉不到 DNS 重绑定。'
	},
	upgrade: {
		meaning: '要在这条连接上换用的协议：websocket。响应里写上同样的值，表示同意。',
		without:
			'请求里没有它，就是普通的 HTTP 请求，按普通请求应答或回 426；101 响应里没有它，客户端中止连接。'
	},
	connection: {
		meaning:
			'列出只对这一跳有效的内容。写上 Upgrade，Upgrade 头部才算数；代理若没有专门处理，会把这两个头部都去掉。',
		without:
			'请求里没有它，服务器就不理会 Upgrade，请求仍是普通的 HTTP；101 响应里没有它，客户端中止连接。'
	},
	'sec-websocket-key': {
		meaning:
			'16 个随机字节的 Base64 编码，每条连接都换新的。服务器必须用它算出 Sec-WebSocket-Accept，以此证明自己读懂了 WebSocket 请求。它不是密码，也不用来标识连接。',
		without: '服务器算不出 Sec-WebSocket-Accept，以 400 拒绝握手。'
	},
	'sec-websocket-version': {
		meaning:
			'协议版本：13，也是如今唯一在用的版本。服务器拒绝别的版本时，在响应里用它列出自己支持的版本。',
		without:
			'请求里没有它，握手被拒绝；因版本而拒绝的响应里没有它，客户端就不知道该换哪个版本再试。'
	},
	'sec-websocket-protocol': {
		meaning: '子协议：双方对消息内容的约定。客户端按偏好列出自己支持的，服务器最多选一个。',
		without:
			'不使用子协议，这是合法的。不过按浏览器自己的标准，页面提出了子协议，响应却一个也没选，连接就失败。'
	},
	'sec-websocket-extensions': {
		meaning:
			'协议扩展，例如负责压缩的 permessage-deflate。客户端提出扩展，可带参数和备选方案；服务器列出实际启用的扩展。',
		without: '不启用任何扩展：RSV1 到 RSV3 保持为 0，消息不压缩。'
	},
	'sec-websocket-accept': {
		meaning:
			'把 Key 和固定的 GUID 拼在一起，取 SHA-1，再写成 Base64。客户端自己也算一遍来比对：缓存，或者弄错了协议的服务器，都给不出这个值。',
		without: '不管状态码是什么，客户端都中止连接。'
	},
	origin: {
		meaning: '发起连接的页面的源。浏览器一定会带上，脚本改不了；其他客户端想写什么都行。',
		without:
			'对方多半不是浏览器。服务器若不检查它，就等于接受任何网页发起的连接，连访问者的 Cookie 也一并接受。'
	},
	'user-agent': {
		meaning: '客户端程序的名称和版本，用于统计和兼容处理。',
		without: '没有影响。'
	},
	accept: {
		meaning: '客户端希望 HTTP 正文采用的媒体类型。WebSocket 没有正文。',
		without: '没有影响。'
	},
	'accept-encoding': {
		meaning:
			'客户端能解开的 HTTP 正文压缩方式。WebSocket 消息用 permessage-deflate 压缩，那是单独协商的。',
		without: '对 WebSocket 没有影响。'
	},
	'accept-language': {
		meaning: '用户偏好的语言，按先后排列。',
		without: '网站只能用别的办法选择语言。'
	},
	'cache-control': {
		meaning: '给缓存的指示。浏览器在握手时发送 no-cache，免得由缓存代替服务器作答。',
		without: '101 响应从不缓存；拒绝握手的响应则有可能被缓存。'
	},
	pragma: {
		meaning: '意思与 Cache-Control: no-cache 相同，是 HTTP/1.0 的写法。',
		without: '只要缓存认得 Cache-Control，就没有影响。'
	},
	cookie: {
		meaning:
			'本站的 Cookie，由浏览器自动带上。只要 Cookie 的 SameSite 设置允许，别的网站的页面发起连接时也会带上。',
		without: '靠 Cookie 登录的用户，服务器认不出来。'
	},
	'set-cookie': {
		meaning: '让浏览器存下一个 Cookie，供以后的请求使用。101 响应里也可以有。',
		without: '浏览器里的 Cookie 保持原样。'
	},
	authorization: {
		meaning:
			'身份凭据，例如令牌。页面没法给 WebSocket 加上这个头部，它的 API 不提供设置头部的途径。',
		without: '网站得用别的方式识别用户：Cookie、URL 里的一次性票据，或者第一条消息。'
	},
	'www-authenticate': {
		meaning: '与 401 一起出现：说明服务器要求哪一种凭据。',
		without: '客户端不知道该怎样登录。'
	},
	'proxy-authorization': {
		meaning: '给沿途代理看的凭据，不是给服务器的。代理转发请求之前会把它去掉。',
		without: '要求凭据的代理会回 407，请求到此为止。'
	},
	'proxy-authenticate': {
		meaning: '与 407 一起出现：说明代理要求哪一种凭据。',
		without: '客户端不知道该怎样向代理登录。'
	},
	'proxy-connection': {
		meaning: '早期浏览器的错误，流传至今：本意是只对代理有效的 Connection。没有任何规范要求它。',
		without: '没有影响。RFC 9112 建议不要发送。'
	},
	'http2-settings': {
		meaning: '配合 Upgrade: h2c，用来在同一条连接上换用 HTTP/2。RFC 9113 已经废弃这种方式。',
		without: '对 WebSocket 没有影响。'
	},
	'sec-fetch-dest': {
		meaning: '浏览器要把响应用在哪里。握手请求里是 websocket 或 empty。',
		without:
			'可能是浏览器在这里不发送它，可能客户端不是浏览器，也可能访问的不是可信地址（https、wss 或本机）。'
	},
	'sec-fetch-mode': {
		meaning: '请求的发起方式。握手请求里是 websocket。',
		without:
			'可能是浏览器在这里不发送它，可能客户端不是浏览器，也可能访问的不是可信地址（https、wss 或本机）。'
	},
	'sec-fetch-site': {
		meaning:
			'页面所在的站点与服务器的关系：same-origin、same-site 或 cross-site。可以配合 Origin 一起判断。',
		without: '服务器只能依靠 Origin 判断。'
	},
	'sec-fetch-user': {
		meaning: '页面导航是否由用户操作触发。对 WebSocket 没有意义。',
		without: '没有影响。'
	},
	'sec-fetch-storage-access': {
		meaning: '页面在这里能否使用第三方 Cookie。',
		without: '对握手没有影响。'
	},
	dnt: {
		meaning: '用户表示不希望被跟踪。几乎没有网站理会过它。',
		without: '没有影响。'
	},
	'sec-gpc': {
		meaning: '用户反对出售或共享自己的个人数据。',
		without: '网站当作用户没有提出反对。'
	},
	'x-forwarded-for': {
		meaning: '代理看到的客户端地址。只有出自服务器信任的代理，才可以采信。',
		without: '服务器只看得到与它直接相连的一方的地址，那可能是代理。'
	},
	'x-forwarded-host': {
		meaning: '代理收到的请求里的 Host。',
		without: '服务器只看得到代理写上的 Host。'
	},
	'x-forwarded-proto': {
		meaning: '客户端访问代理时用的是 http 还是 https。',
		without: '代理替服务器完成 TLS 时，服务器分不清 wss 和 ws。'
	},
	forwarded: {
		meaning: 'X-Forwarded-For、-Host、-Proto 的内容，写进一个有标准的头部（RFC 7239）。',
		without: '服务器只看得到与它直接相连的一方，那可能是代理。'
	},
	via: {
		meaning: '转发过这条报文的代理。',
		without: '中间没有代理，或者代理没有声明自己。'
	},
	date: {
		meaning: '响应生成的时间，以服务器的时钟为准。',
		without: '对握手没有影响；101 响应通常不带它。'
	},
	server: {
		meaning: '服务器程序的名称。',
		without: '没有影响。'
	},
	location: {
		meaning: '与 3xx 一起出现：应当改用的地址。浏览器的 WebSocket 不会跟随重定向，连接直接失败。',
		without: '没有可以转去的地址。'
	},
	allow: {
		meaning: '与 405 一起出现：这个目标支持的方法。对 WebSocket 来说是 GET。',
		without: '405 响应不完整。'
	},
	'retry-after': {
		meaning: '与 429 或 503 一起出现：过多久再试。',
		without: '等多久由客户端自己决定。'
	},
	'content-type': {
		meaning: 'HTTP 正文的媒体类型。101 响应没有正文，拒绝握手的响应可以有。',
		without: '读正文的一方只能猜它是什么。'
	},
	'content-length': {
		meaning: 'HTTP 正文的字节数。再往后就属于下一条报文。',
		without:
			'请求里既没有它、也没有分块编码，就没有正文；响应的正文则要么分块传输，要么到连接结束为止。'
	},
	'transfer-encoding': {
		meaning: '正文在传输时怎样切分。chunked 表示每一块自带长度。',
		without: '正文的长度由 Content-Length 给出，或者到连接结束为止。'
	},
	'keep-alive': {
		meaning: '服务器让空闲的 HTTP 连接保持多久。101 之后不再起作用。',
		without: '对 WebSocket 没有影响。'
	},
	'strict-transport-security': {
		meaning:
			'要求浏览器在一段时间内只通过 TLS 访问这台主机，影响不止于这一条连接。只有经 TLS 收到才有效。',
		without: '地址写的是 http 或 ws，浏览器就照样使用。'
	},
	'clear-site-data': {
		meaning: '要求浏览器删除为这个网站保存的数据，例如 Cookie 和本地存储。',
		without: '保存的数据原样不动。'
	},
	'alt-svc': {
		meaning: '告知同一个网站的另一个地址，例如支持 HTTP/3 的地址，浏览器以后可能改用它。',
		without: '浏览器只用当初请求的地址。'
	},
	'sec-websocket-key1': {
		meaning:
			'草案 hixie-76 的遗留：字母和空格之间藏着一个数，与 Key2 以及报文头之后的 8 个字节一起计算 MD5。',
		without: '本来就不该有：RFC 6455 只有一个 Sec-WebSocket-Key。'
	},
	'sec-websocket-key2': {
		meaning: '草案 hixie-76 的第二个数。Safari 5 和 Chrome 6 两个都会发送。',
		without: '本来就不该有：RFC 6455 只有一个 Sec-WebSocket-Key。'
	},
	'sec-websocket-origin': {
		meaning:
			'标准定稿之前的草案遗留下来的头部：版本 8 的客户端用它代替 Origin，hixie-76 的服务器用它重复 Origin 的值。RFC 6455 里没有它。',
		without: '本来就不该有：这个头部早已废弃。'
	},
	'sec-websocket-location': {
		meaning:
			'标准定稿之前的草案遗留下来的头部：hixie-76 的服务器用它重复 WebSocket 的 URL。RFC 6455 里没有它。',
		without: '本来就不该有：这个头部早已废弃。'
	}
};
