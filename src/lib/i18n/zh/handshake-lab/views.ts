/** Words of the page that shows a handshake as others show it. */
import type { views as en } from '../../en/handshake-lab/views.ts';
import type { Area } from '../../text.ts';

export const views: Area<typeof en> = {
	title: '各方所见',
	lead: '同一次握手，三种视角：页面的脚本得知什么，线上经过什么，服务器的代码得知什么。再看浏览器的开发者工具和 Wireshark 怎样显示它，以后在那里也找得到。',
	bench: {
		title: '握手',
		own: (number) => `第 ${number} 条连接`,
		none: '还没有录下任何内容。先完成一次正常的握手，或者一次失败的。',
		good: '完成一次正常的握手',
		goodHint: '用本浏览器自己的 WebSocket 连接 /ws/echo；页面发送 Hello，服务器发送 ping',
		again: '再完成一次正常的握手',
		failing: '或者换一种应答',
		off: '这台服务器不允许页面扮演服务器，所以这里只能完成正常的握手。',
		waiting: '正在连接…',
		loading: '正在载入这个视图…',
		empty: '在“线上”一栏选一条记录，查看它的字节。'
	},
	three: {
		title: '三种视角',
		hint: '同一条时间轴，自上而下；画斜线处：这一方永远不会得知',
		bytes: '所选记录的字节'
	},
	devtools: {
		title: '在浏览器的开发者工具里',
		hint: '由抓到的字节算出，顺序和名称与面板一致，但不是截图',
		none: '连接的那一行和它的头部字段会显示在这里。',
		noPage:
			'没有浏览器参与：你的原始客户端是另一个程序，开发者工具都看不到它。Wireshark 照样看得到。',
		open: '按 F12，再点 Network（网络）。要在连接之前打开：更早的请求不会列出。筛选条件选 Socket（Firefox 里是 WS），就只列出 WebSocket。',
		columns: { name: 'Name', status: 'Status', type: 'Type', time: 'Time' },
		pending: 'Pending',
		finished: 'Finished',
		tabs: { label: '面板的各部分', headers: 'Headers', messages: 'Messages', console: 'Console' },
		general: 'General',
		generalRows: { url: 'Request URL', method: 'Request Method', status: 'Status Code' },
		response: 'Response headers',
		request: 'Request headers',
		raw: 'Raw',
		provisional: 'Provisional headers are shown',
		noResponse:
			'空白：响应若遭到 Chromium 拒绝，面板就得不到它的状态码和头部。但它们确实在线上经过。',
		noStatus: '握手一旦失败，这里既没有状态码，也没有方法。',
		messages: { data: 'Data', length: 'Length', time: 'Time', binary: 'Binary message' },
		sent: '发出',
		received: '收到',
		noMessages: '没有消息。',
		failedMessage:
			'握手失败时，原因以一行红字出现在这里，与控制台打印的相同。字节里没有这个原因；已有的记录见 Console。',
		hiddenFrames: (n) => `线上还经过 ${n} 个没有列在这里的帧：ping、pong 或 close。`,
		find: {
			title: '在那里怎样找到',
			row: '整条连接只占一行。连接打开期间，状态码是 101，时间一直是 Pending；握手失败则是灰色的 Finished，没有状态码。',
			headers:
				'名称改变了写法（Sec-Websocket-Key），并重新排序。只有勾选 Raw，才按线上的顺序和大小写显示。',
			messages: '箭头向上是发出，向下是收到。Length 在文本里是字符数，在二进制数据里是字节数。',
			console: '握手为什么失败，浏览器若有说明，只在这里。'
		},
		firefox: {
			title: '同样的内容在 Firefox 里',
			chromium: 'Chromium',
			firefox: 'Firefox',
			rows: [
				['筛选 Socket', '筛选 WS'],
				['列：Name、Status、Type', '列：状态、方法、域名、文件、发起者、类型'],
				['Headers › Raw', '“消息头”标签页里的“原始”开关，请求和响应各有一个'],
				['Messages 标签页', '“响应”标签页，此时列出的是消息'],
				[
					'列：Data、Length、Time',
					'只有数据和时间；右键点列标题可以加上大小、OpCode、MaskBit、FinBit'
				],
				['不列控制帧', '在“全部”菜单里勾选“控制”，就会列出 ping、pong 和 close'],
				['控制台给出原因', '只有“Firefox can’t establish a connection …”，不给原因']
			]
		},
		hides: {
			title: '开发者工具不显示什么',
			items: [
				'Chromium 里的 ping、pong、close 帧，以及关闭码。',
				'掩码、掩码键、分片、线上长度：它列的是消息，不是帧。',
				'压缩：显示的内容和长度都是解压后的。',
				'遭到拒绝的响应的状态码、头部和正文。',
				'TCP：何时接受连接，FIN，RST。'
			]
		}
	},
	wireshark: {
		title: '在 Wireshark 里',
		hint: '每一行是我们的套接字读到或写出的一块；文字和字段名取自 Wireshark 4.0，测试中与 tshark 逐一对照',
		packets: '分组列表',
		tree: '所选行的协议树',
		columns: {
			no: 'No.',
			time: 'Time',
			from: 'Source',
			to: 'Destination',
			protocol: 'Protocol',
			length: 'tcp.len',
			info: 'Info'
		},
		client: '客户端',
		server: '服务器',
		none: '分组会列在这里，每块字节一行。',
		choose: '选一行，查看它的各层。',
		noLayer: '它是某条消息的一部分，或者是 TCP 的结束：没有 HTTP 层或 WebSocket 层。',
		guess: '这个报文头不是合法的 HTTP。Wireshark 会怎样解读其余部分，这里无从得知。',
		field: (name) => `显示过滤器字段 ${name}`,
		more: (n) => `只画出前 ${n} 行。`,
		unknown: {
			title: '我们的录制里没有，所以不画',
			handshake: 'SYN、SYN-ACK、ACK：第一行之前的三个分组。我们只知道何时接受连接。',
			acks: '纯 ACK、重传，以及 TCP 怎样把我们的块切成报文段。',
			addresses:
				'地址和端口，以及 Wireshark 自己的 Length：它把以太网、IP、TCP 的头部也算在内。tcp.len 只算载荷。'
		},
		find: {
			title: '在那里怎样找到',
			capture: '在环回接口（lo、lo0、“Adapter for loopback traffic capture”）上抓包，捕获过滤器：',
			decode:
				'Wireshark 不认识的端口：“分析”›“解码为…”› HTTP。101 之后，它会自己按 WebSocket 解读。',
			follow: '右键点一行 ›“追踪流”› WebSocket Stream，只看消息。',
			last: '一个分组里有多个帧时，Info 只写最后一个；协议树里每个帧各有一层。'
		},
		filters: {
			title: '可以复制的显示过滤器',
			copy: '复制',
			copied: '已复制',
			failed: '浏览器不允许复制',
			what: {
				handshake: '带 Upgrade 的请求和响应',
				switching: '101 响应',
				refused: '握手请求，以及拒绝',
				frames: '所有帧',
				text: '文本消息',
				control: 'close、ping、pong',
				close: '带关闭码的 close',
				unmasked: '没有掩码的帧：服务器发的',
				fragments: '后面还有分片的帧',
				compressed: '压缩过的消息',
				long: '用到扩展长度的帧'
			}
		},
		hides: {
			title: 'Wireshark 不显示什么',
			items: [
				'页面的脚本和服务器的代码各自得知什么。',
				'TLS 里面的内容，除非把会话密钥交给它（SSLKEYLOGFILE）。',
				'乍看不出客户端的帧加了掩码：它列出“Masked payload”，也列出去掉掩码的“Payload”。',
				'Accept 与 Key 是否相符：它不检查。'
			]
		}
	}
};
