import type { proxies as en } from '../../en/handshake-lab/proxies.ts';
import type { Area } from '../../text.ts';

export const proxies: Area<typeof en> = {
	title: '沿途代理',
	lead: '客户端与服务器之间往往还有代理。这里有一个真实的代理，位于原始客户端与 ws 之间，两侧都有录制：它转发了什么，删了什么，加了什么，一目了然。',
	modes: {
		title: '代理怎么做',
		'passes-upgrade': {
			name: '转发升级',
			note: '认识 Upgrade 的反向代理：为自己这一跳重新写上 Upgrade 和 Connection。'
		},
		'drops-upgrade': {
			name: '丢掉升级',
			note: '不认识 Upgrade 的反向代理：Upgrade 和 Connection 到它为止，RFC 9110 正是这样要求的。'
		},
		'cuts-idle': {
			name: '切断空闲连接',
			note: '升级照样转发，但一段时间没有字节经过，就断开两侧的连接。'
		},
		connect: {
			name: '用 CONNECT 打隧道',
			note: '正向代理：客户端先请它打一条隧道，再穿过隧道与服务器对话。'
		}
	},
	idle: '空闲时限（毫秒）',
	idleHint: (least, most) => `静默 ${least} 到 ${most} 毫秒`,
	heartbeat: '心跳：每段时限内发两个 ping',
	whose: '握手请求',
	standard: '标准请求',
	own: '编辑器里的请求',
	ownHint: '与本实验室编辑器里的请求逐字节相同。',
	ownEmpty: '编辑器里还没有可以发送的请求。',
	ownLink: '去写一个',
	run: '经代理发送',
	again: '再发一次',
	stop: '停止',
	running: {
		tunnel: '正在请求隧道…',
		opening: '正在等待响应…',
		frames: '已连上，正在写帧…',
		end: '正在等待最后的字节…'
	},
	plan: {
		title: '将要写出',
		tunnel: (authority) => `CONNECT ${authority}，得到 2xx 之后：`,
		request: '握手请求，得到 101 之后：',
		text: (said) => `一个文本帧：“${said}”`,
		quiet: (span) => `静默 ${span}`,
		pings: (span, every) => `${span} 内只有 ping，每 ${every} 一个`,
		close: '一个关闭帧'
	},
	said: '穿过代理，你好',
	saidAgain: '我们还连着吗？',
	trouble: {
		title: '没有发出去',
		'way-off': '这台服务器上没有代理在运行：它没有找到空闲的端口。“请求”页不经过代理，仍然可用。',
		'run-too-big': '这个请求要写的字节或要用的时间超过这台服务器的上限。请缩短一些。',
		'run-in-progress': '上一次发送还没有结束。请先停止它，或者等它结束。',
		'too-many-connections': '本页打开的连接已达一个会话的上限。重新加载页面即可重新开始。',
		'too-many-recordings': '这个会话的录制已达上限。重新加载页面即可重新开始。',
		'rate-limited': '短时间内命令太多。请等一秒再发送。',
		'not-open': '还没写完，连接就断了。请再发一次。',
		'no-channel': '与实验服务器之间没有通道。请等通道恢复后再发送。',
		other: (code) => `实验服务器拒绝了这条命令（${code}）。请再发一次，或者重新加载页面。`
	},
	notReady: '正在连接实验服务器…',
	verdict: {
		title: '两份录制说明了什么',
		waiting: '正在路上',
		forwarded: '已转发',
		cut: '代理切断了连接',
		refused: (status) => `遭到拒绝：${status}`,
		'tunnel-refused': (status) => `没有隧道：${status}`,
		opened: '已打开，但没有回显',
		silent: '没有响应',
		why: {
			waiting: '字节一经过，下面就出现一行。',
			forwarded: (client, server) =>
				`101 经代理回来了，随后数据帧也穿了过去：发往服务器 ${client} 个，发往客户端 ${server} 个，一个字节都没有变。`,
			kept: (client, server) =>
				`101 回来了，数据帧也穿了过去（发往服务器 ${client} 个，发往客户端 ${server} 个）；静默期间靠 ping 保住了连接。`,
			cut: (span) =>
				`静默 ${span} 之后，代理断开了两侧的 TCP。哪一侧都没有发过关闭帧：换成网页，得到的就是 1006。`,
			refused: '请求到达服务器时，已经不再要求升级，所以服务器拒绝得对。',
			refusedOther: '服务器读了请求，拒绝了它；代理把这个响应转发回来。',
			own: '这是代理自己的响应：它的另一侧没有出现过这样的响应。',
			'tunnel-refused': '没有隧道，客户端的握手请求就无处可发。',
			opened: '握手通过了，但没有一个数据帧走完来回。',
			silent: '直到连接结束，什么也没有回来。'
		},
		removed: (names) => `途中删去的头部：${names}。`,
		comma: '、'
	},
	diagram: {
		title: '代理的两侧',
		meta: '两条 TCP 连接，同一个时钟',
		empty: '还没有发送过。代理任何一侧经过的字节都会按时间先后出现在这里。',
		client: '客户端',
		proxy: '代理',
		server: '服务器',
		sides: { near: '客户端一侧', far: '服务器一侧' },
		list: '两侧经过的字节，按时间排列',
		quiet: (span) => `静默 ${span}`,
		delay: (span) => `在代理停留 ${span}`,
		same: '字节相同',
		changed: '字节不同',
		ownAnswer: '代理自己应答',
		ownEnd: '代理断开',
		more: (n) => `还有 ${n} 行没有画出。`,
		choose: '选一支箭头，把它的字节拆开来看。'
	},
	heads: {
		caption: '报文头在两侧的样子，逐行对照',
		near: '客户端一侧',
		far: '服务器一侧',
		same: '逐字节原样转发',
		spacing: '名称和值都没有变，只是重新写了一遍',
		changes: { kept: '保留', rewritten: '改写', removed: '删除', added: '新增' },
		count: { removed: (n) => `−${n}`, added: (n) => `+${n}`, rewritten: (n) => `~${n}` },
		hop: '逐跳',
		hopTitle: '只对下一个节点有效（RFC 9110 §7.6.1）',
		secret: '已隐藏',
		none: '没有这一行'
	},
	myth: {
		title: '检验这个说法',
		claim: 'WebSocket 连接不能经由中间设备转发，必须直连。',
		source: '出自一篇介绍 WebSocket 的文章',
		way: '途径',
		answer: '客户端得到',
		frames: '穿过的数据帧',
		result: '结果',
		direct: '还没有试',
		there: (client, server) => `${client} → · ← ${server}`,
		heartbeat: (way) => `${way}，带心跳`,
		verdicts: {
			untried: '还没有检验：请先在上面经代理发送一次。',
			refuted: '录制推翻了它：WebSocket 的帧经由中间设备，有去有回。',
			open: '还没有推翻：试过的途径中，没有一条让 WebSocket 通过。'
		},
		why: '其中有一点是对的：转发不会自动发生。Upgrade 和 Connection 是逐跳头部，途中的每个中间设备都必须专门处理，否则就得用隧道穿过它。'
	},
	hops: {
		title: '代理为什么必须参与',
		points: [
			{
				title: 'Upgrade 问的是下一个节点',
				text: '它问的是读到它的一方：愿不愿意就在这条 TCP 连接上换用另一种协议。代理有两条 TCP 连接，只能为自己收到请求的那一条作答。',
				section: 'RFC 9110 7.8'
			},
			{
				title: 'Connection 列出的是不得转发的头部',
				text: '中间设备转发之前，要删掉 Connection 点名的每个头部，连同 Connection 本身。所以“Connection: Upgrade”的意思是：Upgrade 到此为止。要转发升级，代理就得把这两个头部重新写上。',
				section: 'RFC 9110 7.6.1'
			},
			{
				title: '其余头部一路送到',
				text: 'Sec-WebSocket-Key、-Version、-Protocol、-Accept 都是普通头部。没有了 Upgrade，服务器看到的只是一个带着它们的普通 GET，于是回 426；客户端等不到 101 和正确的 Accept，就会放弃。',
				section: '4.2.2'
			},
			{
				title: '101 之后，代理只管搬字节',
				text: '它双向照搬，不读帧：掩码键、操作码、载荷怎么进来，就怎么出去。它还能看到的是静默，并且可能因此断开连接。',
				section: 'RFC 9110 3.7'
			}
		]
	},
	ports: {
		title: '80 和 443 端口：过得了哪些关',
		claim: 'WebSocket 使用 80 和 443 端口，所以能穿过大多数防火墙。',
		filters: {
			title: '端口过滤',
			text: '它只看地址和端口号，不看字节。在它眼里，80 端口上的 ws:// 不过是又一条去往 80 端口的 TCP 连接。在这里，这个说法成立。'
		},
		transparent: {
			title: '透明代理',
			text: '它在客户端不知情的情况下接管 80 端口，读取其中的 HTTP。不认识 Upgrade 的透明代理，要么像上面那样“丢掉升级”，要么一直等响应结束。客户端不知道有代理，也就不会请求隧道。在这里，这个说法不成立。'
		},
		tls: {
			title: '换成 wss://',
			text: '整个握手都在 TLS 里面。这样的代理看不到可以丢掉的 Upgrade：要么放行字节，要么拒绝整条连接。所以 ws:// 到不了的地方，wss:// 往往到得了。'
		},
		link: '看看它在 wss 里能看到什么'
	},
	practice: {
		title: '实际配置',
		note: '怎样设置，有什么作用',
		rows: [
			{
				name: 'nginx',
				settings: [
					'proxy_http_version 1.1',
					'proxy_set_header Upgrade $http_upgrade',
					'proxy_set_header Connection "upgrade"'
				],
				text: '不特意写上，这两个头部就止于 nginx。同一个 location 还要服务普通请求时，用 map 由 $http_upgrade 得出 Connection 的值，免得普通请求也去要求升级。'
			},
			{
				name: 'nginx',
				settings: ['proxy_read_timeout 60s'],
				text: '服务器可以静默多久，不设就是 60 秒；反方向是 proxy_send_timeout。服务器每 30 秒发一个 ping，默认设置就不会切断连接。'
			},
			{
				name: 'HAProxy',
				settings: ['timeout tunnel 1h'],
				text: 'HTTP 模式下，它自己就会转发升级。101 之后，两个方向都按这个时限；不设的话，就沿用客户端和服务器的时限。'
			},
			{
				name: 'Node',
				settings: ["server.on('upgrade', …)"],
				text: '用 node:http 写的代理，从单独的事件得到升级请求。不监听这个事件，Node 就把它当作普通请求：代理丢掉升级，往往就是这样造成的。'
			},
			{
				name: '浏览器',
				settings: ['CONNECT host:port'],
				text: '配置了正向代理时，无论 ws:// 还是 wss://，浏览器都会先请它打隧道（RFC 6455 §4.1）。有些代理只允许 CONNECT 到 443 端口。'
			},
			{
				name: '在代理后面',
				settings: ['X-Forwarded-For', 'Forwarded'],
				text: '服务器看到的 TCP 对端是代理。客户端的地址写在一个头部里，而这个头部谁都能写：只有出自你信任的代理，才可以采信。'
			}
		]
	}
};
