import type { Area } from '../../text.ts';
import type { compression as english } from '../../en/frame-lab/compression.ts';

export const compression: Area<typeof english> = {
	title: '压缩',
	lead: '把 permessage-deflate 放到显微镜下：先和真实的服务器商定参数，再发几条消息，然后把线上的字节一直拆到 deflate 流的每一个比特。',

	parts: { input: '要发送的内容', output: '发生了什么' },

	offer: {
		title: '客户端提出的参数',
		note: '请求中 Sec-WebSocket-Extensions 头部的值',
		header: 'Sec-WebSocket-Extensions',
		yourContext: 'client_no_context_takeover',
		yourContextHint: '你每发完一条消息就清空自己的窗口。',
		serverContext: 'server_no_context_takeover',
		serverContextHint: '要求服务器每发完一条消息就清空它的窗口。',
		yourWindow: 'client_max_window_bits',
		serverWindow: 'server_max_window_bits',
		absent: '不写',
		bare: '只写名字，不带值',
		bits: (bits: number, bytes: string) => `${bits} 位，即 ${bytes}`,
		faults: {
			'not-deflate': '这里没有提议 permessage-deflate，消息不会压缩。',
			'header-unreadable': '这不是合法的扩展列表，会原样发出。',
			'header-unsendable': '其中有头部的值不能包含的字符。请删去它再发送。',
			'parameter-unknown': (name: string) => `带有 ${name} 的提议，服务器必须拒绝。`,
			'parameter-repeated': (name: string) => `${name} 写了两次，服务器必须拒绝。`,
			'value-invalid': (name: string) => `${name} 的值不合法，服务器必须拒绝。`
		}
	},

	messages: {
		title: '消息',
		note: '在同一条连接上依次发出',
		samples: '示例',
		sample: {
			chat: '聊天记录',
			prices: 'JSON 行情',
			far: '相隔很远的重复',
			poem: '中文',
			long: '一段长文本'
		},
		nth: (n: number) => `第 ${n} 条`,
		remove: (n: number) => `删去第 ${n} 条`,
		add: '加一条',
		chatLines:
			'你好！我们一起看看这些帧好吗？\n好啊！先看帧头，再看掩码键。\n每一帧的掩码键都是新的，对吧？\n对，每一帧的掩码键都是新的，而且是随机的。\n那服务器的帧呢？\n服务器的帧没有掩码键。',
		phrase: '只要窗口里还留着，匹配就能复制前面出现过的字节。',
		fragments: '每条消息的分片数',
		level: '压缩级别',
		levels: {
			'0': '0，只存储',
			'1': '1，最快',
			'6': '6，默认',
			'9': '9，最小'
		},
		tooMuch: (limit: string) => `所有消息合计最多 ${limit}，请缩短一些。`
	},

	send: '协商并发送',
	sending: '正在发送…',
	edited: '这里显示的是上一次实际发出的内容，之后的修改还没有发送。再发一次即可更新。',

	agreed: {
		title: '商定的结果',
		note: '读自抓到的 101 响应',
		waiting: '正在等待 101 响应。',
		offered: '提议',
		answered: '应答',
		nothing: '没有这个头部',
		none: '没有商定压缩',
		noneWhy: '响应里没有 permessage-deflate，所以消息原样发出，RSV1 为 0。',
		refused: (status: number) => `服务器以 ${status} 拒绝了握手`,
		refusedWhy:
			'ws 读不懂这个头部，或者一项提议也不能接受时，不会退回到不压缩，而是回 400。请修改提议再发。',
		lost: '还没等到响应，连接就断了。请再发一次。',
		client: '你发的消息',
		server: '服务器发的消息',
		window: (bits: number, bytes: string) => `窗口 2^${bits} = ${bytes}`,
		keeps: '窗口跨消息保留',
		forgets: '每条消息后清空窗口',
		bound: '提议里写了 client_max_window_bits，服务器才可以限制你的窗口。'
	},

	wire: {
		title: '线上的大小',
		note: '取自抓包，含帧头',
		caption: '每条消息各阶段的大小',
		message: '消息',
		original: '原文',
		payload: '压缩后',
		yours: '你的帧',
		echo: '回显的帧',
		waiting: '未到',
		uncompressed: 'RSV1 为 0',
		sum: '合计',
		saved: (percent: string) => `原文的 ${percent}`,
		threshold:
			'服务器每条消息后清空窗口时，ws 不压缩 1,024 字节以下的消息，因为几乎压不小。这些消息的 RSV1 为 0，任何消息都可以这样。',
		empty: '还没有发送过。点“协商并发送”，就会建立一条真实的连接，结果从抓包中读出。',
		choose: (n: number) => `查看第 ${n} 条消息`
	},

	detail: {
		title: (n: number) => `第 ${n} 条消息的字节`,
		side: '谁发的',
		yours: '你发的',
		echo: '回显的',
		original: '原文（UTF-8）',
		deflated: 'deflate 的输出',
		tail: '末尾的 00 00 ff ff 由发送方去掉（RFC 7692 §7.2.1），接收方再补上',
		tailShort: '去掉',
		onWire: '线上',
		fragment: (n: number, of: number) => `分片 ${n}/${of}`,
		frame: '帧',
		header: '帧头',
		key: '掩码键',
		rsv1Set: 'RSV1 为 1：这条消息经过压缩',
		rsv1Rest: 'RSV1 为 0：只有第一个分片带 RSV1',
		rsv1Plain: 'RSV1 为 0：这条消息没有压缩',
		masked: '载荷（已加掩码）',
		payload: '载荷',
		notCompressed: '这条消息没有压缩，没有 deflate 流可看。',
		more: (bytes: string) => `… 还有 ${bytes}`
	},

	stream: {
		title: 'deflate 流',
		note: (bytes: string) => `${bytes}，已补上末尾 4 字节`,
		tooLong: (limit: string) => `只展开 ${limit} 以内的流，这个流超过了。`
	},

	blocks: {
		label: '块',
		kinds: {
			stored: '存储块',
			fixed: '固定码',
			dynamic: '动态码',
			reserved: '类型 11'
		},
		says: {
			stored:
				'存储块：先是长度和它的反码，然后是原样的字节。压不小的数据就这样发送；空的存储块标出一条消息的结尾。',
			fixed: '固定码：使用 RFC 规定的哈夫曼码，不必传送码表，适合短消息。',
			dynamic:
				'动态码：块的开头先给出专为这段数据制作的码表，越常见的符号码越短，消息长一些才划算。',
			reserved: '类型 11 是保留值，流从这里起无法再读。'
		},
		bits: (bits: string) => `${bits} 比特`,
		fieldNames: {
			BFINAL: 'BFINAL',
			BTYPE: 'BTYPE',
			padding: '填充',
			LEN: 'LEN',
			NLEN: 'NLEN',
			HLIT: 'HLIT，字面量与长度码数',
			HDIST: 'HDIST，距离码数',
			HCLEN: 'HCLEN，码长码数',
			'code-length-lengths': '码长码各自的长度',
			'code-lengths': '两套码的码长'
		},
		codes: '这个块的码表',
		literalCodes: '字面量与长度',
		distanceCodes: '距离',
		endOfBlock: '块结束',
		length: (range: string) => `长度 ${range}`
	},

	tokens: {
		label: 'deflate 流的各个记号',
		literal: '字面量',
		stored: '存储',
		end: '块结束',
		matchLabel: (shown: string, length: number, distance: number) =>
			`匹配 ${shown}，从 ${distance} 字节之前复制 ${length} 字节`,
		kinds: { literal: '字面量', match: '匹配', stored: '存储的字节', end: '块结束' },
		literalMeaning: (hex: string) => `一个字节 ${hex}，用它自己的码写出`,
		matchMeaning: (length: number, distance: number) =>
			`从 ${distance} 字节之前复制 ${length} 字节`,
		fromEarlier: '，来源在更早的消息里，这就是上下文接管（context takeover）',
		copiesItself: '，比距离还长，所以接着复制自己刚写出的字节',
		storedMeaning: (length: number) => `${length} 字节，与原文相同`,
		endMeaning: '凡是使用哈夫曼码的块，都以符号 256 结束',
		parts: {
			'literal-length-code': '字面量/长度码，符号',
			'length-extra': '长度的附加位，值',
			'distance-code': '距离码，符号',
			'distance-extra': '距离的附加位，值',
			'stored-bytes': '字节'
		},
		bytesLabel: '这些比特所在的字节',
		byte: (index: number) => `字节 ${index}`,
		order: (bit: number, length: number) =>
			`从流的第 ${bit} 比特起，共 ${length} 比特。每个字节从右端开始填，所以码在字节里要从右往左读。`,
		earlier: '来自更早的消息',
		page: (from: number, to: number, total: number) => `记号 ${from}–${to}，共 ${total} 个`,
		keys: '← → 逐个移动，↑ ↓ 跳到上一个或下一个匹配，Home、End 到两端。指向一个匹配，就能看到它从哪里复制。'
	},

	faults: {
		where: (bit: number, byte: number, made: number) =>
			`位于流的第 ${bit} 比特（第 ${byte} 字节），此前已解压出 ${made} 字节。`,
		codes: {
			'block-type-reserved': '块类型 11 不存在',
			'stored-length-mismatch': '存储块的 LEN 与 NLEN 不互为反码',
			'too-many-symbols': '块里声明的码多于符号的总数',
			'code-oversubscribed': '这些码长要求的码太多，二进制里排不下',
			'code-incomplete': '这些码长没有用满，有的码不对应任何符号',
			'repeat-without-previous': '要重复上一个码长，前面却一个也没有',
			'repeat-too-long': '重复的码长超出了列表的末尾',
			'end-of-block-missing': '码表里没有“块结束”这个符号',
			'symbol-invalid': '这些比特不对应任何符号',
			'distance-too-far': '匹配指向第一个字节之前',
			'distance-beyond-window': '匹配指向商定的窗口之外',
			'ends-inside': '数据在块的中途结束',
			'too-much': '解压出的内容超过了这里显示的上限'
		}
	},

	compare: {
		title: '同样的消息，换一种商定的结果',
		note: '页面按每种设置实际压缩一遍：载荷字节数，不含帧头',
		kept: '保留窗口',
		forgotten: '清空窗口',
		inUse: '已商定',
		each: '逐条比较（用你选的窗口）',
		reach:
			'压缩器不一定用满窗口：zlib 能回看的距离比窗口少 262 字节，窗口为 9 位时只能回看 250 字节。',
		original: '原文',
		row: (bits: number) => `2^${bits}`
	},

	broken: {
		title: '故意弄坏',
		note: '另开一条连接，发一个 RSV1 为 1、deflate 数据却已损坏的帧',
		how: '坏在哪里',
		ways: {
			'reserved-type': '块类型 11',
			'plain-text': '没有压缩的文本',
			'flipped-bit': '完好的数据翻转一个比特',
			'cut-short': '截去后一半',
			'lost-window': '引用一条从未发送的消息'
		},
		why: {
			'reserved-type': '开头三个比特表示“最后一块，类型 11”，而这个类型没有定义。',
			'plain-text': 'RSV1 表示载荷是 deflate 数据，实际却是原文。开头几个字母会被当成块头来读。',
			'flipped-bit':
				'第一条消息正常压缩，只翻转中间的一个比特。这样的数据可能仍能解压，只是内容变了：deflate 没有校验和。',
			'cut-short': '一条压缩消息的前一半。补上末尾之后，流在块的中途结束。',
			'lost-window':
				'压缩第一条消息时，当作它已经发过一遍。得到的是一个指向窗口的匹配，而这个窗口只有一方有。'
		},
		send: '发送这一帧',
		payload: '载荷',
		notAgreed: '没有商定压缩，RSV1 为 1 就已经违规。',
		stream: '这个流能读到哪里'
	},

	trouble: {
		title: '没有成功',
		notLoaded: '页面的这一部分还没有加载，而服务器没有应答。请等服务器恢复后再试。'
	},
	conversation: '在编辑器中查看完整的对话'
};
