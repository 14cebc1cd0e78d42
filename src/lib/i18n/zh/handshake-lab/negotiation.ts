/** Words of the negotiation page of the handshake lab. */
import type { negotiation as en } from '../../en/handshake-lab/negotiation.ts';
import type { Area } from '../../text.ts';

export const negotiation: Area<typeof en> = {
	title: '协商',
	lead: '握手之后说什么，由两个头部定下来：子协议，以及压缩。客户端按自己的偏好依次提出，服务器从中选择，没有提出过的一概不能选。先把双方设置好，看看按规范该是什么结果，再真正跑一次，两相对照。',
	ways: {
		label: '谁问谁',
		raw: {
			name: '原始客户端 → ws',
			note: '提什么都行，合法不合法都逐字节照发。'
		},
		browser: {
			name: '本浏览器 → ws',
			note: 'new WebSocket(url, [ … ])。扩展由浏览器自己提出。'
		},
		own: {
			name: '本浏览器 → 你的响应',
			note: '101 里的这两个头部由你来写，认不认由浏览器决定。'
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
			failed: '不允许复制。链接已放进地址栏。',
			hint: '链接里包含协商双方的设置。'
		}
	},
	presetGroups: {
		subprotocols: '子协议',
		deflate: 'permessage-deflate',
		differ: 'ws 不够严格的地方',
		browser: '本浏览器问 ws',
		own: '本浏览器问你'
	},
	presets: {
		'second-choice': {
			name: '提出 chat, superchat：服务器只会 superchat',
			note: '服务器选它认识的第一个。'
		},
		'both-spoken': { name: '提出 chat, superchat：两个都会', note: '按谁的顺序？' },
		'none-spoken': { name: '提出的一个都不会', note: '照样是 101，只是没有这个头部。' },
		'other-case': { name: 'Chat 不是 chat', note: '名字要逐个字母比较。' },
		'said-twice': { name: '同一个名字写了两次', note: '列表违规：400。' },
		'empty-name': { name: '有一个空元素', note: 'chat,, superchat' },
		'usual-offer': {
			name: '浏览器通常的提议',
			note: 'permessage-deflate; client_max_window_bits'
		},
		'fallback-taken': { name: '选中后备提议', note: '第一个提议满足不了服务器的要求。' },
		'client-demands': { name: '客户端提要求', note: '要求服务器用多大窗口、要不要记忆。' },
		'server-shrinks': {
			name: '服务器全面缩减',
			note: '两个窗口都缩到 1 KiB，消息之间什么也不留。'
		},
		'other-extension': { name: '没人会的扩展', note: '谢绝，接着看下一个。' },
		'compression-off': { name: '服务器不压缩', note: '101，没有扩展。' },
		'client-window-unoffered': {
			name: '客户端没说可以缩的窗口',
			note: '谢绝后继续，还是拒绝握手？'
		},
		'smaller-than-bound': { name: '比服务器的上限还小', note: '要求 9，上限是 10。' },
		'malformed-first': { name: '前一个提议写错，后一个正确', note: '窗口写成 7。' },
		'malformed-behind': { name: '正确的后面跟着写错的', note: '谁会读到那里？' },
		'leading-zero': { name: '前导零', note: 'server_max_window_bits=010' },
		'page-second-choice': {
			name: '网页提出 chat, superchat',
			note: '然后读 socket.protocol。'
		},
		'page-none-spoken': {
			name: '网页提了，服务器一个都不会',
			note: '按 RFC 合法。浏览器怎么办？'
		},
		'page-said-twice': { name: '网页把一个名字写了两次', note: '构造函数抛异常，什么也没发。' },
		'page-not-token': { name: '网页写的不是 token', note: 'chat room，中间有空格。' },
		'own-due': { name: '照规范响应', note: 'superchat，加上不带参数的 permessage-deflate。' },
		'own-never-offered': { name: '没人提过的子协议', note: 'mqtt' },
		'own-none': { name: '提了两个，一个不选', note: '头部省略。' },
		'own-two-headers': { name: '两行 Sec-WebSocket-Protocol', note: 'chat 和 superchat' },
		'own-both-in-one': { name: '两个名字写在一行', note: 'chat, superchat' },
		'own-extension': { name: '没人提过的扩展', note: 'x-wire101' },
		'own-deflate': {
			name: '让浏览器缩小窗口',
			note: '可以，因为它提了 client_max_window_bits。'
		},
		'own-deflate-unknown': { name: '不存在的参数', note: 'level=9' },
		'own-deflate-16': { name: '16 的窗口', note: 'server_max_window_bits=16' },
		'own-deflate-twice': { name: '压缩接受了两次', note: '两行头部。' }
	},
	client: {
		title: '客户端提出',
		order: '按偏好从前到后',
		protocols: '子协议',
		protocol: (n) => `第 ${n} 个子协议`,
		addProtocol: '添加子协议',
		noProtocols: '没有提出子协议：不写这个头部。',
		newProtocol: 'chat',
		headerText: '头部原文',
		pageText: '网页给出的列表',
		pageTextHint: '用逗号分隔，交给 new WebSocket(url, [ … ])',
		tooMany: (n) => `共 ${n} 个元素，这里只能直接改原文。`,
		extensions: '扩展',
		noExtensions: '没有提出扩展：不写这个头部。',
		addOffer: '添加提议',
		addFallback: '添加后备提议',
		browserOffer: '这个头部由浏览器自己写，网页插不上手。',
		browserUnknown: '等它发过一次请求，就知道它提了什么。',
		browserNothing: '这个浏览器没有提出扩展。',
		up: (what) => `${what}：上移`,
		down: (what) => `${what}：下移`,
		remove: (what) => `删除${what}`,
		unsendable: '头部的值只能包含 Latin-1 字符，不能有控制字符。'
	},
	offer: {
		nth: (n) => `提议 ${n}`,
		fallback: (n) => `提议 ${n}（后备）`,
		name: '扩展的名称',
		ofServer: '对服务器的要求',
		ofClient: '对自己的声明',
		absent: '不提',
		bare: '只提名称，不带值',
		bits: (bits, size) => `${bits}：${size}`,
		otherValue: (value) => `“${value}”`,
		drop: (name) => `删除 ${name}`
	},
	server: {
		title: '服务器会什么',
		note: 'ws，由查询串设置',
		protocols: '它认识的子协议',
		protocolsHint: '用逗号分隔；留空表示一个都不会',
		firstOffered: '不告诉它：它就选客户端提出的第一个',
		compresses: '愿意压缩：permessage-deflate',
		wants: '它自己的要求',
		anyWindow: '随客户端',
		window: { server: '自己的窗口至多', client: '客户端的窗口至多' },
		context: {
			server: '自己发完一条消息就忘掉上文',
			client: '要客户端发完一条消息就忘掉上文'
		},
		target: '请求目标'
	},
	answer: {
		title: '你来响应',
		note: '101 的其余部分照规范写好。',
		protocol: 'Sec-WebSocket-Protocol',
		extensions: 'Sec-WebSocket-Extensions',
		line: (header, n) => `${header}，第 ${n} 行`,
		add: (header) => `添加一行 ${header}`,
		none: '省略。',
		first: { protocol: 'superchat', extensions: 'permessage-deflate' }
	},
	send: {
		raw: '发送请求',
		browser: '连接',
		own: '连接并响应',
		stop: '停止',
		running: '正在等待响应……',
		notReady: '正在等待实验室服务器。',
		good: (n) => `为了不让浏览器因为此前的失败而推迟连接，实验室先替它成功握手了 ${n} 次。`
	},
	trouble: {
		title: '没有发出去',
		'raw-server-off':
			'这台服务器前面可能有共用的代理，所以不允许网页扮演服务器。另外两种方式仍然可用。',
		'confirm-needed':
			'响应里出现了影响超出本次连接的头部名称。请到“响应”页面发送，那里会先请你确认。',
		'too-many-connections': '这个页面打开的连接已达上限。刷新页面即可重新开始。',
		'too-many-recordings': '这个页面的录制已达上限。刷新页面即可重新开始。',
		'rate-limited': '短时间内的命令太多。稍等片刻再发。',
		'no-channel': '与实验室服务器的通道断了。等它恢复后再发。',
		'not-loaded': '页面的一部分没有取到。等服务器恢复后再发。',
		other: (code) => `服务器的答复是 ${code}。请再发一次，或者刷新页面。`
	},
	table: {
		title: '按规范该是什么结果',
		meta: '按我们对 RFC 的解读，随编辑即时更新',
		protocols: '子协议',
		offers: '扩展，逐个提议',
		written: '你的响应，逐行',
		offered: '提出',
		line: '这一行',
		outcome: '结果',
		why: '原因',
		noProtocols: '没有提出，也就不能选。',
		noOffers: '没有提出扩展，也就不能用。',
		noLines: '两个头部都没有：没有子协议，也没有扩展。',
		byServer: (name) =>
			`如果服务器按自己的顺序选，得到的是 ${name}。RFC 让服务器自己决定；这台服务器按客户端的顺序选。`,
		sameByServer: '按服务器自己的顺序，选出来的也是它。',
		outcomes: {
			chosen: '选中',
			'not-spoken': '不会',
			'not-reached': '没轮到',
			repeated: '重复',
			'not-token': '不是 token',
			empty: '空',
			'refused-with-list': '随列表作废'
		},
		reasons: {
			chosen: '列表里第一个服务器会的。',
			'not-spoken': '服务器不认识，跳过。',
			'not-reached': '前面已经选中一个：最多只选一个。',
			repeated: '同一个名字不能在列表里出现两次（§4.1）。',
			'not-token': '名字必须是 token：可见的 ASCII 字符，不含空格和分隔符。',
			empty: '每个元素至少有一个字符。',
			'refused-with-list': '一个元素不合法，整个列表都不合法：什么也不选。'
		},
		offerOutcomes: {
			accepted: '接受',
			declined: '谢绝',
			malformed: '写错',
			'not-reached': '没轮到'
		},
		offerReasons: {
			accepted: '第一个服务器能满足的提议。',
			'not-reached': '前面已经接受了一个提议。',
			'compression-off': '服务器不压缩。',
			'extension-unknown': '服务器不会这个扩展。',
			'parameter-unknown': (name) => `permessage-deflate 没有 ${name} 这个参数。`,
			'parameter-repeated': (name) => `${name} 出现了两次。`,
			'value-invalid': (name) => `${name} 的值不合法。`,
			'client-window-not-offered':
				'服务器想让客户端用小一些的窗口，而这个提议没有写 client_max_window_bits：无从要求。'
		},
		lineOutcomes: { taken: '允许', failed: '判失败', overlooked: '可忽略', open: '未定' },
		lineTaken: { protocol: '客户端提出过。', extensions: '与某个提议相符。' },
		lineOpen: '要看浏览器提了什么，等它发过一次请求才知道。',
		due: '应有的响应',
		noHeader: (header) => `没有 ${header}`,
		unknown: '等浏览器发过请求才知道',
		refusal: (status) => `${status}：拒绝握手`,
		throws: 'SyntaxError：浏览器的构造函数抛出异常，什么也不会发出。',
		opens: '严格的客户端会打开连接。',
		fails: '严格的客户端会判连接失败。',
		undecided: '在知道浏览器自己提了什么之前，还说不准。'
	},
	compare: {
		title: '实际发生了什么',
		empty: '还没有发送过。响应会出现在这里，与应有的结果并排。',
		stale: '之后你又改过设置。下面仍是当时发送的：',
		sent: { protocols: '提出', extensions: '提议' },
		what: '项目',
		due: '应有',
		answered: { raw: 'ws 的响应', browser: 'ws 的响应', own: '本浏览器' },
		told: '本浏览器',
		strict: '按 RFC 应有',
		rows: {
			constructor: 'new WebSocket()',
			status: '状态码',
			protocol: 'Sec-WebSocket-Protocol',
			extensions: 'Sec-WebSocket-Extensions',
			page: '网页被告知',
			'page-protocol': 'socket.protocol',
			'page-extensions': 'socket.extensions'
		},
		values: {
			none: '无',
			waiting: '还没有',
			'no-throw': '正常返回',
			opened: 'open',
			failed: 'error，close 1006'
		},
		marks: { same: '一致', different: '不一致', open: '未定', left: '规范未定' },
		agreed: {
			protocol: (name) => `商定：${name}`,
			noProtocol: '没有子协议',
			deflate: '消息可以压缩',
			noDeflate: '不压缩',
			refused: (status) => `被拒绝：${status}`,
			threw: (name) => `浏览器抛出 ${name}`,
			failed: '本浏览器判连接失败',
			silent: '没有等到响应',
			waiting: '正在路上'
		},
		as: '与应有的一致。',
		notAs: '与应有的不一致，原因见下。',
		threwWords: '浏览器的原话：',
		threwNothing: '没有发出任何请求：网页当场就从异常里得知。',
		pageOnly:
			'在网页看来，所有失败都一样：error，然后 close 1006。原因只写在浏览器的控制台里（F12）。',
		body: 'ws 说：',
		why: '为什么不一致'
	},
	explanations: {
		unread: {
			short: '不开压缩，ws 就不读这个头部',
			text: '不合语法的头部应当使握手失败。permessage-deflate 关闭时，ws 没有什么可商定的，索性不解析。'
		},
		'empty-element': {
			short: 'ws 不接受空元素',
			text: '按 HTTP 的列表规则，空元素不算数：发送方不该写，接收方要忽略。ws 的回答是 400。'
		},
		'space-around-equals': {
			short: 'ws 不接受等号两边的空格',
			text: 'RFC 6455 引用的语法允许任意两个词之间有空白，较新的 HTTP 规范已不再允许。我们照读，ws 拒绝。客户端最好别这样写。'
		},
		'number-read-leniently': {
			short: 'ws 把值当作 JavaScript 的数来读',
			text: '窗口只能写成 8 到 15，没有前导零；写成别的，提议就无效，服务器应当谢绝。ws 把 010 和 1e1 都读成 10，并且同意了。'
		},
		'malformed-refused': {
			short: '一个提议写错，ws 就拒绝整个握手',
			text: '服务器接受不了某个提议，应当谢绝它，接着看下一个，或者不用压缩继续。ws 只要发现一个写错的就回 400：后备提议永远轮不到。'
		},
		'malformed-behind-refused': {
			short: 'ws 连用不着的提议也检查',
			text: '第一个提议已经能满足，后面写什么都不影响结果。ws 却先检查完整个列表再选，为一个没人会用的提议拒绝了握手。'
		},
		'none-met-refused': {
			short: '本该不用压缩继续，ws 却拒绝了',
			text: '一个提议都满足不了时，握手应当照常成功，只是不用这个扩展：压缩从来不是条件。ws 回的是 400，于是不肯缩小窗口的客户端根本连不上。'
		},
		'smaller-window-refused': {
			short: 'ws 把上限当成唯一的值',
			text: '服务器说至多多少位，更小的它也应付得来，回答提议里那个更小的值就行。ws 却反着比较：提议要求得比它的选项还小，就跳过。'
		},
		'fifteen-unnamed': {
			short: '默认值也得明写，ws 才认',
			text: '谁都不提时窗口就是 15，服务器要求至多 15 等于没有要求。可是选项设成 15 后，ws 仍然要求提议里写明 client_max_window_bits。'
		},
		other: {
			short: '原因不明',
			text: '服务器的响应与严格解读不同，而我们已知的差别都解释不了。'
		}
	},
	follow: {
		title: '由此得出什么',
		meta: 'permessage-deflate，两个方向各算各的',
		none: '没有商定压缩：每条消息原样传送，RSV1 始终为 0。',
		notYet: '等响应接受了某个提议，这里会显示窗口和内存。',
		taken: '被接受的提议',
		answer: '响应',
		lanes: { client: '客户端 → 服务器', server: '服务器 → 客户端' },
		compressor: { client: '由客户端压缩', server: '由服务器压缩' },
		scale: '窗口位数',
		window: (size, bits) => `窗口 ${size}（2^${bits}）`,
		offered: '提议',
		answered: '响应',
		reasons: {
			default: '谁都没提：取最大值 15。',
			'client-free': '客户端允许服务器要求它缩小，服务器没有要求。',
			'client-asked': '客户端允许，服务器就提了要求。不经允许，服务器不能提。',
			'client-confirmed': '客户端自己报了窗口，响应照样重复。',
			'client-smaller': '客户端报了窗口，服务器要求再小一些。',
			'client-promise': '响应没有重复，客户端在提议里的话仍然算数。',
			'server-demanded': '客户端的要求。服务器要么在响应里照写，要么谢绝这个提议。',
			'server-smaller': '客户端给了上限，服务器取了更小的值。',
			'server-own': '服务器自己的意愿。自己的窗口，不必问就能缩小。'
		},
		context: {
			kept: '窗口在消息之间保留：后面的消息可以引用前面的。',
			client: {
				offer: '每条消息从头开始：客户端提出，响应确认。',
				answer: '每条消息从头开始：服务器的要求，它不必问就能提。',
				promise: '每条消息从头开始：客户端自己的话，响应没有重复。'
			},
			server: {
				offer: '每条消息从头开始：客户端的要求。',
				answer: '每条消息从头开始：服务器自己的意愿。',
				promise: ''
			}
		},
		memory: {
			title: '每条连接占用的内存（按 zlib 计）',
			side: { client: '客户端', server: '服务器' },
			compressor: '压缩',
			decompressor: '解压',
			formula:
				'zlib 自己的说法：压缩占 2^(位数 + 2) + 128 KiB，解压占 2^位数，另加几 KiB 的状态。客户端一多，服务器就会因此要求缩小窗口。',
			eight: 'zlib 的压缩没有 8 这一档：它用 9，但引用的距离不超过 250 字节。',
			thousand: (size) => `服务器上有 1000 条这样的连接：${size}`
		},
		more: '看看消息怎样按它压缩',
		context0: '不保留上文，这些内存在消息之间就可以复用或释放。'
	},
	crossed: {
		title: '线上经过了什么',
		meta: '逐字节录制',
		empty: '请求和响应会出现在这里，可以逐个头部拆开看。',
		choose: '选一条记录，把它拆开。',
		record: '选中的记录'
	},
	shrink: {
		title: '谁可以缩减什么',
		note: '四个参数，两个压缩器',
		about:
			'每个参数约束一个压缩器。在提议里，客户端用它要求服务器，或者声明自己；响应必须重复被要求的，还可以加上表中允许的。',
		parameter: '参数',
		binds: '约束谁的压缩器',
		inOffer: '在提议里',
		inAnswer: '在响应里',
		uninvited: '服务器可否自行添加',
		sides: { client: '客户端', server: '服务器' },
		offerMeans: { demand: '要求：满足它，否则谢绝提议', hint: '声明' },
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
				text: '它规定文本和二进制消息是什么意思，与帧无关。最多选一个；一个都不选，就由应用自己约定。通用的名字在 IANA 登记。',
				section: '1.9'
			},
			{
				title: '列表就是偏好顺序',
				text: '客户端把最想要的写在最前面。服务器可以选列表里的任何一个，也可以不选；多数服务器从前往后看。它绝不会回答一个自己想出来的名字。',
				section: '4.1'
			},
			{
				title: '不选合法，但浏览器不答应',
				text: '按 RFC，一个都不会的服务器照样回 101，只是没有这个头部。Web 自己的标准更严：网页提过子协议而响应里没有，浏览器就判连接失败。所以给网页用的服务器必须选一个。',
				section: '4.2.2'
			},
			{
				title: '同一个扩展提几次，是后备',
				text: 'permessage-deflate 可以带着不同的参数提出多次。服务器接受它能满足的第一个，其余的就当没有说过。',
				section: 'RFC 7692 5.1'
			},
			{
				title: '谢绝不等于拒绝',
				text: '满足不了的提议跳过就是，握手继续：压缩只是锦上添花。只有头部本身读不懂，才应当回 400。',
				section: 'RFC 7692 5.1'
			},
			{
				title: '凭空的回答会断送连接',
				text: '从没提过的子协议或扩展、与任何提议都不相符的参数：客户端必须判连接失败。否则同样的比特，双方会读出不同的意思。',
				section: '4.1'
			}
		]
	}
};
