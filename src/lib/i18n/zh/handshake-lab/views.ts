/** Words of the page that shows a handshake as others show it. */
import type { views as en } from '../../en/handshake-lab/views.ts';
import type { Area } from '../../text.ts';

export const views: Area<typeof en> = {
	title: '各方所见',
	lead: '同一次握手，讲三遍：页面的脚本听到什么，线上走过什么，服务器的代码听到什么。再看它在浏览器开发者工具和 Wireshark 里各在何处，好让你在那里也能找到它。',
	bench: {
		title: '台上的连接',
		own: (number) => `连接 ${number}`,
		none: '还没有录到任何内容。打开一次正常的握手，或者一次失败的。',
		good: '打开一次正常的握手',
		goodHint: '用本浏览器自己的 WebSocket 连接 /ws/echo；页面发送 Hello，服务器发送 ping',
		again: '再打开一次正常的握手',
		failing: '或者让服务器答错',
		off: '这里关闭了手写服务器：只能打开正常的握手。',
		waiting: '正在连接……',
		loading: '正在获取这个视图……',
		empty: '在“线上”一栏选一条记录，查看它的字节。'
	},
	three: {
		title: '三方视图',
		hint: '同一条时间轴，自上而下；画斜线处：这一方永远不会得知',
		bytes: '所选记录的字节'
	},
	devtools: {
		title: '在浏览器的开发者工具里',
		hint: '根据录到的字节算出的示意图，顺序和名称与面板一致，但不是它的截图',
		noPage:
			'没有浏览器参与：你的原始客户端是一个程序，任何开发者工具都不知道它。Wireshark 照样看得见。',
		open: '按 F12，再点 Network（网络）。要在连接之前打开：更早的请求不会列出。筛选 Socket（Firefox 里是 WS）只留下 WebSocket。',
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
			'空白：Chromium 拒绝的响应，面板既拿不到状态码也拿不到头部字段。它们确实在线上走过。',
		noStatus: '握手一旦失败，这里既没有状态码，也没有方法。',
		messages: { data: 'Data', length: 'Length', time: 'Time', binary: 'Binary message' },
		sent: '发出',
		received: '收到',
		noMessages: '没有消息。',
		failedMessage:
			'握手失败时，原因以一行红字出现在这里，与控制台打印的相同。字节本身不含这个原因；记录到的内容见 Console。',
		hiddenFrames: (n) => `线上还走过 ${n} 个没有列在这里的帧：ping、pong 或 close。`,
		cookies: '凭据的值在这里已隐藏。',
		find: {
			title: '到那里去找',
			row: '整条连接只占一行。连接打开期间，状态码是 101，时间一直是 Pending；握手失败则是灰色的 Finished，没有状态码。',
			headers:
				'名称会被改写（Sec-Websocket-Key）并排序。只有勾选 Raw，才按线上的顺序和大小写显示。',
			messages: '箭头向上是发出，向下是收到。Length 对文本数字符，对二进制数据数字节。',
			console: '浏览器只在这里说明握手为什么失败。'
		},
		firefox: {
			title: '在 Firefox 里',
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
				'压缩：消息显示的是解压后的内容，长度也是解压后的。',
				'被拒绝的响应的状态码、头部字段和正文。',
				'TCP：连接何时被接受，FIN，RST。'
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
		choose: '选一行，查看它的各层。',
		noLayer: '它是某条消息的一部分，或者是 TCP 的结束：没有 HTTP 层或 WebSocket 层。',
		guess: '这个报文头不是合法的 HTTP。Wireshark 会怎样解读其余部分，从这里无法得知。',
		field: (name) => `显示过滤器字段 ${name}`,
		more: (n) => `只画出前 ${n} 行。`,
		unknown: {
			title: '我们的录制里没有，所以不画',
			handshake: 'SYN、SYN-ACK、ACK：第一行之前的三个分组。我们只知道 TCP 何时被接受。',
			acks: '纯 ACK、重传，以及 TCP 怎样把我们的块切成报文段。',
			addresses:
				'地址和端口；因此也没有 Wireshark 自己的 Length，它还计入以太网、IP 和 TCP 头部。tcp.len 只计载荷。'
		},
		find: {
			title: '到那里去找',
			capture: '在环回接口（lo、lo0、“Adapter for loopback traffic capture”）上抓包，捕获过滤器：',
			decode:
				'Wireshark 不认识的端口：“分析 › 解码为…… › HTTP”。101 之后它会自己按 WebSocket 解读。',
			follow: '右键点一行 ›“追踪流”› WebSocket Stream，只看消息。',
			last: '一个分组里有多个帧时，Info 只写最后一个；协议树里每个帧各有一层。'
		},
		filters: {
			title: '可以复制的显示过滤器',
			copy: '复制',
			copied: '已复制',
			failed: '未能复制',
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
				'页面的脚本和服务器的代码各听到什么。',
				'TLS 里面的一切，除非把会话密钥交给它（SSLKEYLOGFILE）。',
				'乍看并没有掩码过的文本：它会去掉掩码，“Masked payload”和“Payload”两样都列出。',
				'Accept 与密钥是否相符：它不检查。'
			]
		}
	}
};
