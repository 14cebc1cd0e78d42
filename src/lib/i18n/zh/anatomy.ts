import type { anatomy as en } from '../en/anatomy.ts';
import type { Area } from '../text.ts';
import { frameBits } from './frame-bits.ts';

export const anatomy: Area<typeof en> = {
	...frameBits,
	title: {
		frame: (opcode: string) => `${spaced(opcode)}帧`,
		fragment: (opcode: string) => `${spaced(opcode)}帧（分片）`,
		request: '请求',
		response: '响应',
		body: 'HTTP 正文',
		stray: '无归属的字节',
		accepted: 'TCP 已接受',
		fin: 'TCP FIN',
		rst: 'TCP RST',
		stopped: '录制已停止'
	},
	meta: (parts: {
		readonly index: string;
		readonly direction: string;
		readonly size: string;
		readonly time: string;
	}) =>
		[`第 ${parts.index} 条`, parts.direction, parts.size, parts.time].filter(Boolean).join('，'),
	direction: { client: '客户端 → 服务器', server: '服务器 → 客户端' },
	ms: (value: string) => `${value} ms`,
	copyHex: '复制十六进制',
	copied: '已复制',
	copyFailed: '浏览器不允许写入剪贴板',
	hex: {
		title: '字节',
		asCaptured: '原样',
		stillMasked: '原样，掩码尚未去除',
		secretsHidden: '原样，敏感值已隐藏',
		caption: '字节的十六进制与文本对照',
		offset: '偏移',
		text: '文本',
		byte: (index: string, value: string, fields: string) =>
			fields ? `第 ${index} 字节，${value}，${fields}` : `第 ${index} 字节，${value}`
	},
	tree: {
		title: '字段',
		caption: (index: string) => `第 ${index} 条记录的字段`,
		field: '字段',
		bits: '比特',
		value: '值',
		meaning: '含义',
		section: '章节'
	},
	unmask: {
		title: '去掩码',
		formula: '载荷[i] XOR 掩码键[i mod 4]',
		caption: '逐字节去掩码',
		row: '行',
		wire: '线上',
		wireLong: '载荷[i]',
		key: '掩码键',
		keyLong: '[i mod 4]',
		bytes: '原文',
		utf8: 'UTF-8',
		utf8Long: '文本',
		content: '关闭码、原因',
		compressed: '这些字节仍是压缩数据，下一步是解压。',
		sum: (index: string) => `第 ${index} 字节逐比特异或`,
		window: (first: string, last: string, total: string) =>
			`载荷第 ${first}–${last} 字节，共 ${total} 字节`,
		earlier: '往前',
		later: '往后',
		serverPlain:
			'不用去掩码：服务器发出的帧本来就不加掩码。加掩码，是不让网页决定线上出现什么字节，以免有人借此欺骗代理；服务器的字节不由网页决定。',
		clientPlain:
			'没有掩码可去，错也正在这里：客户端的每一帧都要加掩码，网页才无法决定线上出现什么字节。',
		empty: '不用去掩码：有掩码键，但载荷为空。'
	},
	payload: {
		text: '文本',
		reason: '关闭原因',
		textNote: (characters: string, bytes: string) => `${bytes}，${characters} 个码点`,
		textOfMessage: (frames: string) => `由 ${frames} 帧拼成的整条消息`,
		textOfFrame: '只是这一帧的内容，整条消息还没到齐',
		codePoint: '码点',
		codePoints: '码点与它们的字节',
		bytes: '字节',
		bits: '比特',
		bad: (byte: string) => `从第 ${byte} 字节起不是合法的 UTF-8。`,
		badByte: '非法字节',
		valid: '合法的 UTF-8',
		spilled: '被帧边界切断的字符',
		truncated: (shown: string, total: string) => `只显示前 ${shown} 个字符，共 ${total} 个。`,
		window: (first: string, last: string, total: string) =>
			`第 ${first}–${last} 字节，共 ${total} 字节`,
		inflated: '解压',
		inflatedNote: '还原 permessage-deflate 压缩的内容',
		compressedSize: '线上',
		inflatedSize: '解压后',
		ratio: (percent: string) => `线上的大小是解压后的 ${percent}。`,
		inflateBad: '这条消息无法解压。',
		inflateWait: '最后一个分片到达之后才能解压这条消息。',
		json: 'JSON',
		jsonNote: '文本可以解析为 JSON',
		jsonCut: (shown: string) => `只显示前 ${shown} 个字符。`
	},
	head: {
		title: '头部',
		setBy: '写入方',
		checkedBy: '检查方',
		unknown: 'WebSocket 握手用不到这个头部。',
		occurrence: (n: string) => `第 ${n} 次出现`,
		secret: '已隐藏',
		secretNote: '可能是凭据的值已隐藏，录制中仍保留原值。',
		show: '显示敏感值',
		hide: '隐藏敏感值',
		without: (words: string) => `没有它：${words}`,
		checks: '检查',
		checksNote: (passed: string, total: string) => `${total} 项中 ${passed} 项通过`,
		checkPassed: '通过',
		checkFailed: '不通过',
		checkAbsent: '可选，未出现',
		checkSkipped: '未检查到这一步',
		acceptedRequest: '服务器可以用 101 回应这个请求。',
		refusedRequest: '服务器不得为这个请求切换协议。',
		acceptedResponse: '从这里起，对客户端来说 WebSocket 连接已经建立。',
		refusedResponse: '客户端必须中止连接：这个响应没有建立 WebSocket 连接。',
		who: {
			browser: '浏览器',
			page: '页面脚本',
			server: '服务器',
			application: '网站自己的代码',
			proxy: '代理',
			nobody: '无'
		}
	},
	accept: {
		title: 'Accept 的计算过程',
		note: '用这条连接的 Key 计算',
		noKey: '请求里没有 Sec-WebSocket-Key，算不出 Accept。',
		key: '请求里的 Key',
		keyNote: (bytes: string) => `${bytes}的 Base64 编码；直接当作文本，不解码`,
		keyNotBase64: '不是合法的 Base64，但仍当作文本使用',
		guid: 'RFC 规定的 GUID',
		concatenation: 'Key 与 GUID 首尾相接',
		concatenationNote: (bytes: string) => `${bytes}的 ASCII 文本，作为 SHA-1 的输入`,
		digest: '对它取 SHA-1',
		digestNote: '20 字节，160 比特',
		base64: '把 20 字节写成 Base64',
		base64Note: '160 个比特每 6 个一组，每组对应一个字符',
		pad: '补',
		sent: '服务器发来的值',
		equal: '一致：服务器确实读到了这个 Key。',
		differs: (position: string, expected: string, got: string) =>
			`第 ${position} 个字符不同：应为 ${expected}，收到 ${got}。`,
		tooShort: (position: string) => `不完整：缺第 ${position} 个字符。`,
		missing: '响应里没有 Sec-WebSocket-Accept。',
		notDue: '这个响应没有切换协议，不需要 Accept。',
		waiting: '响应还没有到。',
		none: '无',
		sha1: {
			title: 'SHA-1 内部',
			note: '填充、消息扩展、80 轮',
			padding: '填充',
			paddingNote: (message: string, blocks: string) =>
				`消息 ${message}，后接一个字节 0x80，再补 0，最后 8 字节写消息的比特数，共 ${blocks} 个 64 字节的块`,
			parts: {
				key: 'Key',
				guid: 'GUID',
				marker: '0x80：一个 1 比特，接七个 0',
				zero: '补 0',
				length: '消息的比特数'
			},
			blockBytes: (n: string) => `第 ${n} 块的 64 个字节`,
			block: (n: string) => `第 ${n} 块`,
			schedule: '消息扩展：80 个字',
			scheduleNote:
				'W0 到 W15 就是这一块；之后每个字是 W[t−3] ⊕ W[t−8] ⊕ W[t−14] ⊕ W[t−16] 循环左移一位',
			rounds: '各轮',
			roundsCaption: (n: string) => `第 ${n} 块的 80 轮`,
			round: '轮',
			roundAt: (n: string) => `第 ${n} 轮`,
			first: '第一轮',
			previous: '上一轮',
			next: '下一轮',
			last: '最后一轮',
			before: '本轮之前',
			after: '本轮之后',
			theSum: '和',
			sumCaption: '本轮的加法',
			summands: {
				rotl: 'a 循环左移 5 位',
				f: 'b、c、d 的函数',
				e: '原样',
				K: '这 20 轮的常数',
				W: '消息扩展的字'
			},
			carries: (n: number) => (n === 0 ? '没有超出 32 位' : `舍去 ${n} × 2³²`),
			roles: { source: '它的来源', use: '由它参与生成' },
			resultOf: (n: string) => `第 ${n} 块之后的 h0 到 h4`,
			begins: '起始值',
			notLoaded: '页面的这一部分没有加载，而服务器没有应答。请等服务器恢复后再试。',
			formula: 'a′ = rotl5(a) + f(b,c,d) + e + K + W',
			all: '列出全部 80 轮'
		}
	},
	violation: {
		title: '违规',
		bit: (first: string) => `第 ${first} 位`,
		bitRange: (first: string, last: string) => `第 ${first}–${last} 位`,
		byteRange: (first: string, last: string) =>
			first === last ? `第 ${first} 字节` : `第 ${first}–${last} 字节`,
		code: '规则',
		closeCode: '应当使用的关闭码',
		answerDue: '应当回复的响应',
		noCloseCode: '无：连接已经在关闭',
		noCloseCodeHandshake: '无：WebSocket 还没有建立，谈不上关闭',
		show: '定位到这些比特',
		showBytes: '定位到这些字节',
		tolerated: '可以容忍的偏差',
		statusDue: (status: string) => `应以 HTTP ${status} 拒绝：WebSocket 还没有建立`
	},
	explain: {
		accepted: {
			lead: '内核把这条连接交给了服务器程序。',
			body: '服务器程序看不到 SYN 和 SYN-ACK：三次握手由内核独自完成，完成之后才告诉程序“已接受”。这份录制就从这里开始。',
			next: '此时线上还没有字节。先开口的是客户端，它会发来一个 HTTP 请求。'
		},
		fin: {
			client: '客户端不会再发任何内容。',
			server: '服务器不会再发任何内容。',
			body: 'FIN 只结束 TCP 连接的一个方向，另一个方向要等对方也发出 FIN。程序看到的是“流已结束”。',
			next: '关闭握手完成之后，由服务器先发 FIN，TCP 的 TIME_WAIT 就落在服务器一边（§7.1.1）。'
		},
		rst: {
			client: '客户端一侧重置了连接。',
			server: '服务器一侧重置了连接。',
			body: 'RST 同时结束两个方向，还在路上的字节就此丢失。程序看到的是一个错误，例如 ECONNRESET。',
			next: '如果页面一侧此前没有收到关闭帧，页面得到的关闭码就是 1006。'
		},
		body: {
			lead: '一条 HTTP 报文的正文。',
			body: '这些字节属于普通的 HTTP，不是帧。正文到哪里为止，由 Content-Length 或分块编码说明；响应两者都没有，就到连接结束为止。'
		},
		stray: {
			lead: '无归属的字节。',
			body: '它们既不是 HTTP 报文，也不是能解析的帧，例如升级被拒绝之后又发来的内容。这里原样保留。'
		},
		stopped: {
			connection: '这条连接的录制达到了上限。',
			session: '整个会话的录制达到了上限。',
			body: '连接本身还在继续。此后经过的内容不再录制，因此无法画出。'
		}
	},
	pendingHead: 'HTTP 报文头还没收完，目前只画出已到的部分。报文头以一个空行结束。'
};

/** Chinese stands apart from Latin: `ping 帧`, but `文本帧`. */
function spaced(name: string): string {
	return /[a-z]$/i.test(name) ? `${name} ` : name;
}
