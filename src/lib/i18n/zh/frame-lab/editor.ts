import type { Area } from '../../text.ts';
import type { editor as english } from '../../en/frame-lab/editor.ts';

export const editor: Area<typeof english> = {
	title: '帧编辑器',
	meta: (opcode, size) => `${spaced(opcode)}帧，${size}`,
	noBytes: '还没有字节',
	tools: {
		presets: '预设',
		legal: '合法的帧',
		mistake: '典型错误',
		needsDeflate: '需启用压缩',
		undo: '撤销',
		redo: '重做'
	},
	presets: {
		text: '文本',
		'text-utf8': '含汉字和表情的文本',
		binary: '二进制',
		empty: '空文本',
		ping: 'ping',
		pong: '主动发出的 pong',
		close: '关闭码 1000',
		'close-with-reason': '带原因的关闭帧',
		'close-without-code': '不带关闭码的关闭帧',
		fragments: '文本分成两个分片',
		'ping-between-fragments': '分片之间插入 ping',
		'character-across-fragments': '一个汉字跨两个分片',
		'length-16': '126 字节：16 位长度',
		'length-64': '65,536 字节：64 位长度',
		'wrong-mask': 'MASK 与角色不符',
		rsv1: 'RSV1 为 1',
		rsv2: 'RSV2 为 1',
		rsv3: 'RSV3 为 1',
		'reserved-data-opcode': '保留操作码 0x3',
		'reserved-control-opcode': '保留操作码 0xb',
		'length-16-not-minimal': '5 字节却用 16 位长度',
		'length-64-not-minimal': '5 字节却用 64 位长度',
		'length-top-bit': '长度的最高位为 1',
		'length-huge': '声明 2⁶³ − 1 字节',
		'length-too-long': '声明的长度大于实际载荷',
		'length-too-short': '声明的长度小于实际载荷',
		'ping-fragmented': 'FIN 为 0 的 ping',
		'ping-too-long': '126 字节的 ping',
		'continuation-without-start': '没有可延续的消息',
		'text-inside-message': '消息没完又来文本帧',
		'message-unfinished': '没有结尾的消息',
		'invalid-utf8': '不是 UTF-8 的文本',
		surrogate: 'UTF-8 里的代理码点',
		'character-cut-short': '文本在半个字符处结束',
		'close-one-byte': '只有一个字节的关闭帧',
		'close-1005': '关闭码 1005',
		'close-999': '关闭码 999',
		'close-reason-invalid-utf8': '关闭原因不是 UTF-8',
		'frame-after-close': '关闭帧之后又发文本',
		'rsv1-on-continuation': '延续帧带 RSV1',
		'rsv1-on-ping': 'ping 带 RSV1',
		'deflate-invalid': '损坏的 deflate 数据'
	},
	listing: {
		title: '复制为',
		format: '代码格式',
		formats: { hex: '十六进制', c: 'C 数组', javascript: 'JavaScript', python: 'Python' },
		clipped: (shown, all) => `这里显示前 ${shown} 字节，复制时包含全部 ${all} 字节。`,
		copy: '复制'
	},
	bits: {
		note: (columns) => (columns === 32 ? '点一下就翻转' : `点一下就翻转；每行 ${columns} 个`),
		label: (bits) => `草稿的比特，共 ${bits} 个`,
		move: '移动',
		space: '空格',
		flip: '翻转',
		addByte: '加一个 00 字节'
	},
	notes: {
		title: '按 RFC 判定',
		meta: '结合这一帧在序列中的位置',
		label: '这一帧违反了什么',
		due: (code, name) => `应当使用的关闭码：${code} ${name}`,
		fine: '没有违规。',
		fineMore: '严格遵守 RFC 的接收方会接受这一帧。',
		ghost: '还没有字节。',
		ghostMore: '翻转任意一个比特，就得到最短的两字节帧头。',
		unread: '接收方不会把它当作一帧来读。',
		unreadMore: {
			swallowed: '前面有一帧声明的长度超过它实际携带的，这些字节会被读成那一帧的一部分。',
			'after-end': '序列在它之前就结束了 TCP，所以它不会发出。'
		},
		missing: (count) => `还差 ${count}。`,
		missingMore: '接收方会等待余下的字节，接着发送的内容会被读成这一帧的载荷。',
		headerMore: '帧头不完整，接收方还不知道这是什么帧。',
		fill: (count) => `用 00 补上 ${count}`,
		completeHeader: '用 00 补全帧头',
		following: (count) => `帧之后还有 ${count}。`,
		followingMore: '它们超出了声明的载荷长度，接收方会当作下一帧来读。',
		refused: (count) => `没有采用：${count}超出了上限。`,
		refusedMore: (count) => `这里的一帧最多携带 ${count}。想发送更多，可以让同一帧重复发送。`
	},
	fields: {
		note: '合法不合法，都可以写',
		lengthForm: '长度的写法',
		form: (bits) => `${bits} 位`,
		announced: '声明的长度（字节）',
		lies: (announced, carried) => `与实际不符：声明 ${announced}，实际 ${carried}`,
		makeHonest: '改为实际长度',
		lengthFault: '请填 0 到 2⁶⁴ − 1 的整数',
		newKey: '换一个掩码键',
		maskWithKey: '用新的掩码键加掩码',
		keyFault: '请填四个字节的十六进制，例如 37 fa 21 3d',
		closeCodeFault: '请填 0 到 65535 的整数，或者留空',
		noCloseCode: '无：载荷为空，或者只有一个字节',
		reasonNotText: '不是普通文本：请以十六进制编辑载荷，以免丢失内容。'
	},
	payload: {
		form: '载荷的形式',
		forms: { text: '文本', hex: '十六进制', file: '文件', generator: '生成' },
		unmaskedSize: (size) => `${size}，显示的是去掩码后的内容`,
		textLabel: '文本形式的载荷',
		hexLabel: '十六进制形式的载荷（去掩码后）',
		tooLong: (size) =>
			`载荷有 ${size}，放进文本框太长。可以用十六进制编辑其中一段，或者换成新的文本。`,
		carriageReturn: '这段文本含有回车符，文本框会把它变成换行符。请以十六进制编辑，以免丢失内容。',
		notUtf8: (byte) => `从第 ${byte} 字节起不是合法的 UTF-8。请以十六进制编辑，以免丢失内容。`,
		closePayload:
			'载荷以两个字节的关闭码开头，关闭码不是文本。请分别填写关闭码和关闭原因，或以十六进制编辑全部载荷。',
		editHex: '以十六进制编辑',
		replaceText: '换成新的文本',
		chooseFile: '选择文件',
		fileHint: (limit) => `文件的字节就是载荷，最多 ${limit}。`,
		fileTaken: (name, size) => `载荷已换成 ${name}（${size}）。`,
		fileTooBig: (name, size, limit) =>
			`没有采用 ${name}：它有 ${size}，而这里的载荷最多 ${limit}。`,
		fileLost: (name) => `无法读取 ${name}，请重新选择。`,
		generator: '内容',
		generators: {
			zeros: '全零',
			counting: '递增字节 00–ff',
			repeated: '重复一段文本',
			random: '随机字节'
		},
		unit: '文本',
		length: '字节数',
		make: '生成载荷'
	},
	hex: {
		title: '十六进制',
		note: '线上的字节；可以粘贴十六进制、C 数组、JavaScript 或 Python',
		label: '十六进制形式的帧',
		placeholder: '81 05 48 65 6c 6c 6f',
		window: (first, last, total) => `第 ${first}–${last} 字节，共 ${total} 字节`,
		notHex: (position, character, read) =>
			`第 ${position} 个字符（${character}）不是十六进制数字。读到这里为止，共 ${read} 字节。`,
		halfByte: (position, character, read) =>
			`第 ${position} 个字符（${character}）只是半个字节，每个字节要写两位。读到这里为止，共 ${read} 字节。`,
		tooLong: (limit) => `没有采用：这里的一帧最多 ${limit} 字节。`
	}
};

/** Chinese stands apart from Latin: `ping 帧`, but `文本帧`. */
function spaced(name: string): string {
	return /[\w]$/.test(name) ? `${name} ` : name;
}
