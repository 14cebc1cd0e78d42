/** Words of the negotiation page of the handshake lab. */
import type { negotiation as en } from '../../en/handshake-lab/negotiation.ts';
import type { Area } from '../../text.ts';

export const negotiation: Area<typeof en> = {
	title: '协商',
	lead: '握手之后怎样通信，由两个头部定下来：子协议和压缩。客户端按偏好依次提出，服务器从中选择，没有提出过的一概不能选。先设置好双方，看看应有的结果，再真正运行一次，两相对照。',
	ways: {
		label: '谁向谁提出',
		raw: {
			name: '原始客户端 → ws',
			note: '提出什么都行，不论是否合法，都逐字节照发。'
		},
		browser: {
			name: '本浏览器 → ws',
			note: '调用 new WebSocket(url, [ … ])。扩展由浏览器自己提出。'
		},
		own: {
			name: '本浏览器 → 你的响应',
			note: '101 里的这两个头部由你来写，接不接受由浏览器决定。'
		}
	},
	tools: {
		label: '预设与链接',
		presets: '预设',
		undo: '撤销',
		redo: '重做',
		link: {
			copy: '复制链接',
			copied: '已复制',
			failed: '浏览器不允许复制，链接在地址栏里。',
			hint: '链接里带着协商双方的设置。'
		}
	},
	presetGroups: {
		subprotocols: '子协议',
		deflate: 'permessage-deflate',
		differ: 'ws 与 RFC 不同之处',
		browser: '本浏览器向 ws 提出',
		own: '本浏览器向你提出'
	},
	presets: {
		'second-choice': {
			name: '提出 chat, superchat：服务器只支持 superchat',
			note: '服务器选自己支持的第一个。'
		},
		'both-spoken': { name: '提出 chat, superchat：两个都支持', note: '按谁的顺序？' },
		'none-spoken': { name: '提出的一个都不支持', note: '照样是 101，只是没有这个头部。' },
		'other-case': { name: 'Chat 不是 chat', note: '名称要逐个字母比较。' },
		'said-twice': { name: '同一个名称写了两次', note: '列表违规，应回 400。' },
		'empty-name': { name: '有一个空元素', note: 'chat,, superchat' },
		'usual-offer': {
			name: '浏览器通常的提议',
			note: 'permessage-deflate; client_max_window_bits'
		},
		'fallback-taken': { name: '选中备选提议', note: '第一项提议满足不了服务器的要求。' },
		'client-demands': {
			name: '客户端提出要求',
			note: '要求服务器用多大的窗口，消息之间保不保留窗口。'
		},
		'server-shrinks': {
			name: '服务器全面缩减',
			note: '两个窗口都缩到 1 KiB，每条消息后都清空。'
		},
		'other-extension': { name: '不认识的扩展', note: '谢绝，接着看下一项。' },
		'compression-off': { name: '服务器不压缩', note: '101，没有扩展。' },
		'client-window-unoffered': {
			name: '客户端没有提出可以缩小的窗口',
			note: '服务器是谢绝之后继续，还是拒绝握手？'
		},
		'smaller-than-bound': {
			name: '比服务器的上限还小',
			note: '客户端要求 9 位，服务器要求至多 10 位。'
		},
		'malformed-first': { name: '前一项提议格式不对，后一项正确', note: '没有 7 位的窗口。' },
		'malformed-behind': { name: '前一项提议正确，后一项格式不对', note: '服务器会读到那里吗？' },
		'leading-zero': { name: '前导零', note: 'server_max_window_bits=010' },
		'page-second-choice': {
			name: '页面提出 chat, superchat',
			note: '然后读 socket.protocol。'
		},
		'page-none-spoken': {
			name: '页面提出的，服务器一个都不支持',
			note: '按 RFC 合法。浏览器会怎么做？'
		},
		'page-said-twice': {
			name: '页面把一个名称写了两次',
			note: '构造函数抛出异常，什么也没有发出。'
		},
		'page-not-token': { name: '页面写的名称不合法', note: 'chat room，中间有空格。' },
		'own-due': { name: '应有的应答', note: 'superchat，加上不带参数的 permessage-deflate。' },
		'own-never-offered': { name: '没有提出过的子协议', note: 'mqtt' },
		'own-none': { name: '提出了两个，一个也不选', note: '不写这个头部。' },
		'own-two-headers': { name: '两行 Sec-WebSocket-Protocol', note: 'chat 和 superchat' },
		'own-both-in-one': { name: '两个名称写在一行', note: 'chat, superchat' },
		'own-extension': { name: '没有提出过的扩展', note: 'x-wire101' },
		'own-deflate': {
			name: '让浏览器缩小窗口',
			note: '可以，因为它提出了 client_max_window_bits。'
		},
		'own-deflate-unknown': { name: '不存在的参数', note: 'level=9' },
		'own-deflate-16': { name: '窗口位数 16', note: 'server_max_window_bits=16' },
		'own-deflate-twice': { name: '压缩接受了两次', note: '两行头部。' }
	},
	client: {
		title: '客户端提出',
		order: '按偏好排列',
		protocols: '子协议',
		protocol: (n) => `第 ${n} 个子协议`,
		addProtocol: '添加子协议',
		noProtocols: '没有提出子协议：不写这个头部。',
		newProtocol: 'chat',
		headerText: (header) => `头部原文：${header}`,
		pageText: '页面给出的列表',
		pageTextHint: '用逗号分隔，原样交给 new WebSocket(url, [ … ])',
		tooMany: (n) => `共 ${n} 个元素，这里只能修改原文。`,
		extensions: '扩展',
		noExtensions: '没有提出扩展：不写这个头部。',
		addOffer: '添加提议',
		addFallback: '添加备选提议',
		browserOffer: '这个头部由浏览器自己写，页面改不了。',
		browserUnknown: '浏览器连接之后，这里会显示它提出了什么。',
		browserNothing: '这个浏览器没有提出扩展。',
		up: (what) => `${what}：上移`,
		down: (what) => `${what}：下移`,
		remove: (what) => `删除${what}`,
		unsendable: '其中有头部的值不能包含的字符：只能用 Latin-1 字符，不含控制字符。请删去它。'
	},
	offer: {
		nth: (n) => `提议 ${n}`,
		fallback: (n) => `提议 ${n}（备选）`,
		name: '扩展的名称',
		ofServer: '对服务器的要求',
		ofClient: '对自己的声明',
		absent: '不写',
		bare: '只写名称，不带值',
		bits: (bits, size) => `${bits} 位：${size}`,
		otherValue: (value) => `“${value}”`,
		drop: (name) => `删除 ${name}`
	},
	server: {
		title: '服务器支持什么',
		note: 'ws，由查询串设置',
		protocols: '它支持的子协议',
		protocolsHint: '用逗号分隔；留空表示一个都不支持',
		firstOffered: '不给列表：它就选客户端提出的第一个',
		compresses: '支持压缩：permessage-deflate',
		wants: '它自己的要求',
		anyWindow: '由客户端定',
		window: { server: '自己的窗口至多', client: '客户端的窗口至多' },
		context: {
			server: '自己每发完一条消息就清空窗口',
			client: '要客户端每发完一条消息就清空窗口'
		},
		target: '请求目标'
	},
	answer: {
		title: '你来应答',
		note: '101 的其余部分已照规范写好。',
		protocol: 'Sec-WebSocket-Protocol',
		extensions: 'Sec-WebSocket-Extensions',
		line: (header, n) => `${header}，第 ${n} 行`,
		add: (header) => `添加一行 ${header}`,
		none: '不写。',
		first: { protocol: 'superchat', extensions: 'permessage-deflate' }
	},
	send: {
		raw: '发送请求',
		browser: '连接',
		own: '连接并应答',
		stop: '停止',
		running: '正在等待响应…',
		notReady: '正在连接实验服务器…',
		good: (n) => `为了不让浏览器在失败之后等待，实验室自己完成了 ${n} 次正常的握手。`
	},
	trouble: {
		title: '没有发出去',
		'raw-server-off':
			'这台服务器前面可能有共享代理，所以不允许页面扮演服务器。另外两种方式仍然可用。',
		'confirm-needed': '应答里有的头部会影响到这条连接之外。请到“响应”页发送，那里会先请你确认。',
		'too-many-connections': '本页打开的连接已达一个会话的上限。重新加载页面即可重新开始。',
		'too-many-recordings': '这个会话的录制已达上限。重新加载页面即可重新开始。',
		'rate-limited': '短时间内命令太多。请等一秒再发送。',
		'no-channel': '与实验服务器之间没有通道。请等通道恢复后再发送。',
		'not-loaded': '页面的这一部分还没有加载，而服务器没有应答。请等服务器恢复后再发送。',
		other: (code) => `实验服务器拒绝了这条命令（${code}）。请再发一次，或者重新加载页面。`
	},
	table: {
		title: '应有的结果',
		meta: '严格照 RFC，随编辑更新',
		protocols: '子协议，逐个名称',
		offers: '扩展，逐项提议',
		written: '你的应答，逐行',
		offered: '提出',
		line: '这一行',
		outcome: '结果',
		why: '原因',
		noProtocols: '没有提出子协议，也就不能选。',
		noOffers: '没有提出扩展，也就不能用。',
		noLines: '两个头部都没有：没有子协议，也没有扩展。',
		byServer: (name) =>
			`服务器若按自己的顺序选，结果是 ${name}。按谁的顺序，RFC 由服务器决定；这台服务器按客户端的顺序。`,
		outcomes: {
			chosen: '选中',
			'not-spoken': '不支持',
			'not-reached': '没有轮到',
			repeated: '重复',
			'not-token': '名称不合法',
			empty: '空元素',
			'refused-with-list': '随列表作废'
		},
		reasons: {
			chosen: '服务器支持的，它排在最前。',
			'not-spoken': '服务器不支持，跳过。',
			'not-reached': '前面已经选中一个，而最多只选一个。',
			repeated: '同一个名称不能在列表里出现两次（§4.1）。',
			'not-token': '名称只用可见的 ASCII 字符，不含空格和分隔符。',
			empty: '每个元素至少有一个字符。',
			'refused-with-list': '一个元素不合法，整个列表都不合法：什么也不选。'
		},
		offerOutcomes: {
			accepted: '接受',
			declined: '谢绝',
			malformed: '格式不对',
			'not-reached': '没有轮到'
		},
		offerReasons: {
			accepted: '服务器能满足的，它排在最前。',
			'not-reached': '前面已经接受了一项提议。',
			'compression-off': '服务器不压缩。',
			'extension-unknown': '服务器不支持这个扩展。',
			'parameter-unknown': (name) => `permessage-deflate 没有 ${name} 这个参数。`,
			'parameter-repeated': (name) => `${name} 出现了两次。`,
			'value-invalid': (name) => `${name} 的值不合法。`,
			'client-window-not-offered':
				'服务器要客户端用小一些的窗口，而这项提议没有写 client_max_window_bits，无从要求。'
		},
		lineOutcomes: { taken: '允许', failed: '中止连接', overlooked: '可以容忍', open: '未定' },
		lineTaken: { protocol: '客户端提出过。', extensions: '与某项提议相符。' },
		lineOpen: '要看浏览器提出了什么，等它连接之后才知道。',
		due: '应有的响应',
		noHeader: (header) => `没有 ${header}`,
		unknown: '浏览器连接之后才知道',
		refusal: (status) => `${status}：拒绝握手`,
		throws: 'SyntaxError：浏览器的构造函数抛出异常，什么也不会发出。',
		opens: '严格的客户端会打开连接。',
		fails: '严格的客户端会中止连接。',
		undecided: '还不知道这个浏览器会提出什么，无法判断。'
	},
	compare: {
		title: '实际发生了什么',
		empty: '还没有发送过。响应会出现在这里，与应有的结果并排。',
		stale: '发送之后你又改动过。下面仍是当时发送的：',
		what: '项目',
		due: '应有',
		answered: { raw: 'ws 的响应', browser: 'ws 的响应', own: '本浏览器' },
		strict: '按 RFC 应有',
		rows: {
			constructor: 'new WebSocket()',
			status: '状态码',
			protocol: 'Sec-WebSocket-Protocol',
			extensions: 'Sec-WebSocket-Extensions',
			page: '页面得知',
			'page-protocol': 'socket.protocol',
			'page-extensions': 'socket.extensions'
		},
		values: {
			none: '无',
			waiting: '还没到',
			'no-throw': '正常返回',
			opened: 'open',
			failed: 'error，close 1006'
		},
		marks: { same: '一致', different: '不一致', open: '未定', left: '留有余地' },
		agreed: {
			protocol: (name) => `商定：${name}`,
			noProtocol: '没有子协议',
			deflate: '消息可以压缩',
			noDeflate: '不压缩',
			refused: (status) => `遭到拒绝：${status}`,
			threw: (name) => `浏览器抛出了 ${name}`,
			failed: '本浏览器中止了连接',
			silent: '没有等到响应',
			waiting: '正在路上'
		},
		as: '与应有的一致。',
		notAs: '与应有的不一致，原因见下。',
		threwWords: '浏览器的原话：',
		threwNothing: '没有发出任何请求：页面当场就从异常里得知。',
		pageOnly:
			'在页面看来，所有失败都一样：先是 error，再是 close 1006。原因即使写了出来，也只在浏览器的控制台里（F12）。',
		body: 'ws 说：',
		why: '为什么不一致'
	},
	explanations: {
		unread: {
			short: '不开压缩，ws 就不读这个头部',
			text: '头部不合语法，握手就应当失败。permessage-deflate 关闭时，ws 没有什么可商定的，根本不解析它。'
		},
		'empty-element': {
			short: 'ws 不接受空元素',
			text: '按 HTTP 的列表规则，空元素不算数：发送方不该写，接收方要略过。ws 却回 400。'
		},
		'space-around-equals': {
			short: 'ws 不接受等号两边的空格',
			text: 'RFC 6455 引用的语法允许任意两个词之间有空白，较新的 HTTP 规范已不允许。我们严格的读法接受它，ws 拒绝。客户端不应这样写。'
		},
		'number-read-leniently': {
			short: 'ws 把值当作 JavaScript 的数来读',
			text: '窗口位数只能写成 8 到 15，没有前导零；写成别的，提议就无效，服务器应当谢绝。ws 把 010 和 1e1 都读成 10，并且接受。'
		},
		'malformed-refused': {
			short: '一项提议格式不对，ws 就拒绝整个握手',
			text: '服务器不能接受某项提议，应当谢绝它，再看下一项，或者不用压缩，继续握手。ws 只要发现一项格式不对就回 400，轮不到备选提议。'
		},
		'malformed-behind-refused': {
			short: 'ws 连用不着的提议也检查',
			text: '第一项提议已经能满足，后面写什么都不影响结果。ws 却先检查整个列表，再作选择，于是为一项用不着的提议拒绝了握手。'
		},
		'none-met-refused': {
			short: '本可不用压缩，继续握手，ws 却拒绝了',
			text: '一项提议也不能满足时，握手应当照常成功，只是不用这个扩展：压缩从来不是条件。ws 却回 400，于是不能缩小窗口的客户端根本连不上。'
		},
		'smaller-window-refused': {
			short: 'ws 把上限当成唯一的值',
			text: '服务器要求至多若干位，更小的值它也能用，响应里写提议的那个更小的值就行。ws 却反着比较：提议要求的比它的选项还小，就谢绝。'
		},
		'fifteen-unnamed': {
			short: '默认值也得写明，ws 才接受',
			text: '双方都不写，窗口就是 15 位，服务器要求至多 15 位等于没有要求。可是选项设成 15，ws 仍然要求提议里写明 client_max_window_bits。'
		},
		other: {
			short: '原因不明',
			text: '服务器的响应与严格照 RFC 的不同，而我们已知的差别都解释不了。'
		}
	},
	follow: {
		title: '商定之后怎样',
		meta: 'permessage-deflate，两个方向分别计算',
		none: '没有商定压缩：每条消息原样传送，RSV1 始终为 0。',
		taken: '接受的提议',
		answer: '响应',
		lanes: { client: '客户端 → 服务器', server: '服务器 → 客户端' },
		compressor: { client: '由客户端压缩', server: '由服务器压缩' },
		scale: '窗口位数',
		window: (size, bits) => `窗口 ${size}（2^${bits}）`,
		offered: '提议',
		answered: '响应',
		reasons: {
			default: '双方都没写：15 位，也就是最大值。',
			'client-free': '客户端允许服务器要求缩小，服务器没有要求。',
			'client-asked': '客户端允许，服务器于是提出要求。不经允许，服务器不能要求。',
			'client-confirmed': '客户端自己写明了窗口，响应重复了它。',
			'client-smaller': '客户端写明了窗口，服务器要求再小一些。',
			'client-promise': '客户端在提议里声明了，响应没有重复，声明仍然有效。',
			'server-demanded': '客户端的要求。服务器要么在响应里重复，要么谢绝这项提议。',
			'server-smaller': '客户端给了上限，服务器取了更小的值。',
			'server-own': '服务器自己的选择。自己的窗口，不必问就能缩小。'
		},
		context: {
			kept: '窗口跨消息保留：后面的消息可以引用前面的。',
			client: {
				offer: '每条消息后清空窗口：客户端提出，响应重复。',
				answer: '每条消息后清空窗口：服务器的要求，不必客户端先提出。',
				promise: '每条消息后清空窗口：客户端自己声明，响应没有重复。'
			},
			server: {
				offer: '每条消息后清空窗口：客户端的要求。',
				answer: '每条消息后清空窗口：服务器自己的选择。',
				promise: ''
			}
		},
		memory: {
			title: '每条连接占用的内存（按 zlib 计）',
			side: { client: '客户端', server: '服务器' },
			compressor: '压缩',
			decompressor: '解压',
			formula:
				'按 zlib 自己的说明：压缩占 2^(位数 + 2) 字节 + 128 KiB，解压占 2^位数 字节，另加几 KiB 的状态。正因如此，客户端多的服务器会要求缩小窗口。',
			eight: 'zlib 的压缩没有 8 位这一档：它用 9 位，但引用的距离不超过 250 字节。',
			thousand: (size) => `服务器上有 1,000 条这样的连接：${size}`
		},
		more: '看看消息怎样按它压缩',
		context0: '每条消息后清空窗口，这些内存在消息之间就可以复用或释放。'
	},
	crossed: {
		title: '线上经过了什么',
		meta: '每个字节都是抓到的原样',
		empty: '还没有发送过。请求和响应会出现在这里，可以逐个头部拆开来看。',
		choose: '选一条记录，把它拆开来看。',
		record: '选中的记录'
	},
	shrink: {
		title: '谁可以缩小什么',
		note: '四个参数，双方的压缩',
		about:
			'每个参数约束一方的压缩。在提议里，客户端用它要求服务器，或者声明自己；响应必须重复所要求的，还可以加上表中允许的。',
		parameter: '参数',
		binds: '约束谁的压缩',
		inOffer: '在提议里',
		inAnswer: '在响应里',
		uninvited: '服务器可否主动添加',
		sides: { client: '客户端', server: '服务器' },
		offerMeans: { demand: '要求：要么满足，要么谢绝提议', hint: '声明' },
		owed: '必须重复',
		notOwed: '可以省略',
		yes: '可以',
		no: '不可以：提议里有才行',
		values: {
			none: '不带值',
			bits: '8 到 15',
			'bits-or-none-in-offer': '8 到 15；提议里可以不带值'
		}
	},
	reading: {
		title: '怎样读懂一个提议',
		points: [
			{
				title: '子协议是关于消息的约定',
				text: '它约定文本和二进制消息是什么意思，与帧无关。最多选一个；一个都不选，就由应用自己约定。通用的名称在 IANA 登记。',
				section: '1.9'
			},
			{
				title: '列表就是偏好顺序',
				text: '客户端把最想要的写在最前面。服务器可以选列表里的任何一个，也可以一个不选；多数服务器从前往后看。列表里没有的，服务器不得选。',
				section: '4.1'
			},
			{
				title: '一个不选合法，浏览器却不接受',
				text: '按 RFC，一个都不支持的服务器照样回 101，只是没有这个头部。WHATWG 的标准更严：页面提出了子协议，响应里却没有，浏览器就中止连接。Chromium 照此办理，Firefox 则会打开。面向浏览器的服务器应当选一个。',
				section: '4.2.2'
			},
			{
				title: '同一个扩展提出几次，是备选',
				text: 'permessage-deflate 可以带着不同的参数提出多次。服务器接受自己能满足的第一项，其余的不予理会。',
				section: 'RFC 7692 5.1'
			},
			{
				title: '谢绝不等于拒绝',
				text: '不能满足的提议跳过就是，握手继续：没有压缩也能通信。只有头部本身读不懂，才应当回 400。',
				section: 'RFC 7692 5.1'
			},
			{
				title: '没有提出过的，会让连接中止',
				text: '没有提出过的子协议或扩展、与任何提议都不相符的参数：客户端必须中止连接。否则同样的比特，双方会读出不同的意思。',
				section: '4.1'
			}
		]
	}
};
