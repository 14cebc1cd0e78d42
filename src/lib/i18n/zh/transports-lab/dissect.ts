import type { Area } from '../../text.ts';
import type { dissect as en } from '../../en/transports-lab/dissect.ts';

export const dissect: Area<typeof en> = {
	names: {
		'chunk-size': '块长度',
		'chunk-data': '块数据',
		'line-name': '字段名',
		'line-value': '字段值',
		'json-key': 'JSON 名称',
		'json-value': 'JSON 值',
		'packet-type': 'Engine.IO 类型',
		'packet-data': '包数据',
		'packet-socket-type': 'Socket.IO 类型',
		'packet-attachments': '附件数',
		'packet-namespace': '命名空间',
		'packet-ack': '确认编号',
		'packet-payload': 'Socket.IO 载荷'
	},
	about: {
		'chunk-size': '这一块内容有多少字节，用十六进制写；0 表示正文结束（RFC 9112 §7.1）',
		'chunk-data': '正文内容，长度由前面的块长度给出',
		'line-name': '冒号前的部分：data、event、id 或 retry，其余一律忽略',
		'line-value': '冒号后的部分，开头若有一个空格则去掉',
		'json-key': '对象成员的名称',
		'json-value': '按抓到的原样显示：数字不舍入，转义不还原',
		'packet-type': '用一个字符说明包的用途：0 到 6，或者表示 base64 字节的 b',
		'packet-data': '类型之后的内容',
		'packet-socket-type': 'Engine.IO 消息里面的一位 Socket.IO 类型',
		'packet-attachments': '后面有几条二进制消息属于这个包',
		'packet-namespace': '发给应用的哪一部分；不写就是 /',
		'packet-ack': '发送方等待带同一编号的 ACK',
		'packet-payload': 'JSON；EVENT 的内容是事件名和各个参数'
	},
	body: {
		title: '正文',
		wire: '线上',
		chunks: '块',
		framing: '块长度和换行',
		content: '内容',
		inflated: (coding) => `解压后（${coding}）`,
		ratio: (percent) => `线上只传了其中的 ${percent}%`,
		inflatedTitle: '解压后的字节',
		inflatedMeta: (coding) => `已还原 ${coding}；这些字节并没有在线上出现`,
		inflating: '正在解压…',
		notLoaded: '解压程序没能加载。重新选择这条记录，就会再试一次。',
		invalid: '无法完整解压：压缩数据已损坏。',
		cut: (most) => `解压结果只保留前 ${most}。`,
		pending: '正文可能还没有传完。',
		other: '没有更多可拆解的内容：报文头里没有写明这里认识的格式。',
		notJson: '报文头说这是 JSON，但这些字节（还）不是 JSON。',
		place: (start, end) => `字节 ${start}–${end}`,
		placeOne: (at) => `字节 ${at}`,
		clipped: (count) => `…还有 ${count} 个字符，见下方字节`,
		faults: '读取方会略过的问题',
		showBytes: '查看字节',
		moreFaults: (count) => `还有 ${count} 处`,
		rows: (hidden) => `显示余下的 ${hidden} 行`,
		moreRows: (step, hidden) => `再显示 ${step} 行（还有 ${hidden} 行）`,
		earlierRows: (step, hidden) => `显示前面的 ${step} 行（前面还有 ${hidden} 行）`
	},
	chunks: {
		title: '分块',
		meta: (_count, shown) => `${shown} 块（Transfer-Encoding: chunked）`,
		nth: (number) => `第 ${number} 块`,
		holds: (size) => `声明 ${size}`,
		last: '长度为 0：正文到此结束',
		arriving: (have, size) => `${size} 中已到达 ${have}`
	},
	stream: {
		title: '事件流',
		meta: (events, lines) => `共 ${lines}，已派发 ${events}`,
		events: (_count, shown) => `${shown} 个事件`,
		lines: (_count, shown) => `${shown} 行`,
		event: (number, type) => `事件 ${number} · ${type}`,
		id: (id) => `id ${id}`,
		noEvent: '没有事件：这一段没有数据',
		open: '尚未派发：空行还没有到',
		comment: '注释，会被忽略；用来防止安静的连接被切断',
		data: '事件数据中的一行',
		eventType: '决定调用哪些监听器；没有这一行就是 message',
		lineId: '浏览器重新连接时写进 Last-Event-ID 的值',
		retry: '重新连接前等待的毫秒数',
		unknown: '忽略：标准里没有这个字段',
		ignored: '忽略',
		blank: '空行',
		dispatches: '结束这一段，派发事件',
		dispatchesNothing: '结束这一段；没有数据，所以什么也不派发',
		tooLong: '超出本解析器的上限：忽略',
		arriving: '正在到达',
		cut: (count) => `只拆解前 ${count} 行。`
	},
	json: { title: 'JSON', meta: '每行一个值，按抓到的原样显示' },
	engine: {
		title: 'Engine.IO 包',
		messageTitle: 'Engine.IO 包',
		meta: (count, shown) => (count === 1 ? '1 个包' : `${shown} 个包，以字节 1e 隔开`),
		messageMeta: '整条消息就是一个包',
		nth: (number) => `第 ${number} 个包`,
		binary: '二进制消息',
		none: '没有包',
		unknown: '未知',
		types: {
			open: '服务器打开会话：会话 ID、可以升级到什么、多久 ping 一次',
			close: '这一方结束会话',
			ping: '还在吗？在协议版本 4 里由服务器来问',
			pong: '对 ping 的回答，数据相同',
			message: '里面是一个 Socket.IO 包',
			upgrade: '从这里起，会话改走 WebSocket',
			noop: '没有内容：只用来应答挂起的轮询，好让轮询结束'
		},
		probe: '会话切换过去之前，先试一试 WebSocket 通不通',
		probeAnswer: 'WebSocket 是通的：同一个词原样返回',
		socketTypes: {
			CONNECT: '加入一个命名空间，或者确认已加入',
			DISCONNECT: '离开一个命名空间',
			EVENT: '一个事件及其参数',
			ACK: '按编号确认一个事件',
			CONNECT_ERROR: '加入命名空间被拒绝',
			BINARY_EVENT: '一个事件，其中的字节由随后的消息单独传送',
			BINARY_ACK: '一次确认，其中的字节由随后的消息单独传送'
		},
		event: (name) => `事件“${name}”`,
		inflated: '这一帧是压缩过的：下面是消息解压后的字节。'
	},
	violations: {
		'stream-invalid-utf8': {
			short: '有不是 UTF-8 的字节',
			rule: '事件流一律是 UTF-8，不管报文头怎么说。不合法的字节按 U+FFFD 读取。'
		},
		'field-unknown': {
			short: '标准里没有的字段',
			rule: '字段名只认 event、data、id 和 retry，大小写也要一致，其余一律忽略。'
		},
		'id-with-nul': {
			short: 'id 里有 U+0000',
			rule: 'id 的值含有 U+0000 NULL 就被忽略：最后的事件 ID 保持不变。'
		},
		'retry-not-digits': {
			short: 'retry 不是数字',
			rule: 'retry 的值只要有 ASCII 数字以外的字符，就被忽略。'
		},
		'event-without-data': {
			short: '没有数据的事件',
			rule: '到空行时数据缓冲区是空的，事件类型就作废，什么也不派发。'
		},
		'event-unfinished': {
			short: '流在事件中间结束',
			rule: '没有等到空行的事件不会派发，已经到的部分被丢弃。'
		},
		'line-too-long': {
			short: '一行超出了本解析器的上限',
			rule: '标准没有规定上限；本解析器一行最多保留 1 MiB，更长的整行忽略。'
		},
		'event-too-large': {
			short: '事件超出了本解析器的上限',
			rule: '标准没有规定上限；本解析器不派发超过 4 Mi 个字符的事件。'
		},
		'engine-type-unknown': {
			short: '不是 Engine.IO 的包类型',
			rule: '包以 0 到 6 之一或 b 开头。遇到别的，库会报解析错误并结束会话。'
		},
		'engine-text-not-utf8': {
			short: '有不是 UTF-8 的字节',
			rule: '二进制消息以外的包都是 UTF-8 文本。'
		},
		'engine-base64-invalid': {
			short: 'b 后面不是 base64',
			rule: '在轮询的正文里，二进制消息写作字母 b 加上 base64 编码的字节。'
		},
		'engine-handshake-malformed': {
			short: 'open 包里没有会话 ID',
			rule: 'open 包的数据是一个 JSON 对象，含有 sid、upgrades、pingInterval、pingTimeout 和 maxPayload。'
		},
		'engine-too-many-packets': {
			short: '包太多，没有全部读取',
			rule: '本解析器每个正文最多拆解 10,000 个包，其余的见字节。'
		},
		'socket-type-unknown': {
			short: '不是 Socket.IO 的包类型',
			rule: 'Engine.IO 消息的内容以 0 到 6 之一开头。遇到别的，库会关闭连接。'
		},
		'socket-attachments-malformed': {
			short: '没有写明附件数',
			rule: 'BINARY_EVENT 和 BINARY_ACK 用数字加一个短横说明后面有几条二进制消息，至少一条。'
		},
		'socket-json-invalid': {
			short: '后面的内容不是 JSON',
			rule: '类型、命名空间和确认编号之后，余下的是一个 JSON 值。'
		},
		'socket-payload-unexpected': {
			short: '载荷与类型不符',
			rule: 'CONNECT 带一个对象；EVENT 带一个数组，第一项是事件名，且不能是保留名；ACK 带一个数组；DISCONNECT 什么也不带。'
		},
		'chunk-malformed': {
			short: '分块编码在这里断了',
			rule: '每一块依次是十六进制的长度、换行、同样多的字节、换行。出错以后就找不到正文的结尾了。'
		}
	}
};
