import type { Area } from '../../text.ts';
import type { runs as english } from '../../en/frame-lab/runs.ts';

const count = (n: number) => n.toLocaleString('zh-CN');

export const runs: Area<typeof english> = {
	title: '发送序列',
	undo: '撤销',
	redo: '重做',
	link: {
		copy: '复制链接',
		copied: '已复制',
		failed: '浏览器不允许复制，链接在地址栏里。',
		hint: '链接里带着整个发送序列，别人打开就能看到这份草稿。'
	},

	role: {
		label: '你扮演谁',
		client: '客户端',
		server: '服务器',
		clientHint: '你写的字节经 TCP 连接发往 ws 服务器的 /ws/echo。',
		serverHint: '你写的字节发给这个浏览器的 WebSocket。',
		serverOff: '这里不能扮演服务器：这台服务器与你之间可能隔着共享代理。'
	},
	extensions: {
		client: '提议的扩展',
		server: '101 里的扩展',
		none: '无',
		hintClient: '请求里的 Sec-WebSocket-Extensions，照你写的发送',
		hintServer: '响应里的 Sec-WebSocket-Extensions，不论对方是否提议'
	},

	items: {
		label: '帧与停顿，按顺序排列',
		add: '添加',
		addFrame: '帧',
		addFrameHint: '空的，从翻转比特开始',
		addText: '文本帧',
		addPing: 'ping',
		addPause: '停顿',
		addFin: '结束：FIN',
		addRst: '结束：RST',
		pause: '停顿',
		fin: 'FIN：结束你这一侧',
		rst: 'RST：重置连接',
		noBytes: '还没有字节',
		unread: '会被读成前面某一帧的一部分',
		more: '里面还有别的帧',
		times: '次数',
		timesShort: (n) => `×${count(n)}`,
		ms: '毫秒',
		pauseLength: '停顿毫秒数',
		up: '上移',
		down: '下移',
		duplicate: '复制',
		remove: '删除',
		drag: '拖到别处',
		violations: (n) => `${count(n)} 处违规`,
		name: (n, what, size) => `${n}. ${what}${size ? `，${size}` : ''}`,
		tools: '选中的一项',
		keys: '键盘：↑ ↓ 选择，Alt+↑ Alt+↓ 移动，Delete 删除'
	},
	empty: {
		title: '还没有要发送的内容',
		detail: '从一个正确的帧开始，再把它弄坏；或者从零开始，逐个比特地造一个。',
		hello: '文本帧“Hello”',
		nothing: '空帧'
	},

	bar: {
		title: 'TCP 写入',
		label: '序列的全部字节，以及各次写入之间的切分点',
		count: (n, all) => `${count(all)} 字节，${count(n)} 次写入`,
		folded: (n) => `+${count(n)}`,
		cut: '两次写入之间的切分点',
		cutIn: (offset, frame) => `第 ${count(frame)} 帧的第 ${count(offset)} 个字节之后`,
		afterFrame: (frame) => `第 ${count(frame)} 帧之后`,
		cutHint: (where) => `一次写入到此为止：${where}。可拖动；← → 移动，Delete 删除。`,
		hiddenCuts: (n) => `还有 ${count(n)} 个切分点没有画出。`,
		marks: {
			pause: (ms) => `${count(ms)} ms`,
			times: (n) => `×${count(n)}`,
			fin: () => 'FIN',
			rst: () => 'RST'
		},
		how: '一次切好',
		byteByByte: '逐字节',
		allAtOnce: '一次写完',
		eachFrame: '逐帧',
		gap: '间隔毫秒',
		gapHint: '相邻两次写入相隔的时间，用来一点一点地发送',
		addCut: '加切分点',
		removeCut: '删切分点',
		press: '点两个字节之间即可切开，切分点可以拖动。',
		everyByte: '每个字节单独写入一次。',
		kernel: '写入只是把字节交给内核；紧接着的几次写入，TCP 仍可能合并或拆开，留出间隔才能分开。'
	},

	send: {
		send: '发送',
		sendAgain: '在现有连接上发送',
		running: '正在发送…',
		cancel: '取消',
		fin: '断开：FIN',
		rst: '断开：RST',
		keepOpen: '保持连接',
		keepOpenHint: '只要连接还在，下一次就在同一条连接上发送。',
		open: '连接仍然打开。',
		noServer: '还没有连上实验服务器，页面会一直重试。'
	},
	expected: {
		label: 'RFC 的要求',
		legal: '合法：按 RFC，接收方应当接受。',
		nothing: '还没有帧。',
		unfinishedFrame: (needed) => `到此为止都合法，但停在一帧中间：接收方还要等 ${needed}。`,
		unfinishedMessage: '到此为止都合法，但停在一条消息中间：接收方还要等最后一个分片。',
		fail: (code) => `按 RFC，接收方必须以关闭码 ${code} 中止连接。`,
		close: (code) =>
			code === null
				? '合法的关闭帧，不带关闭码：按 RFC，接收方应回一个关闭帧。'
				: `合法的关闭帧，关闭码 ${code}：按 RFC，接收方应回一个关闭帧。`,
		bytes: (n) => `${count(n)} 字节`
	},
	faults: {
		items: (actual, limit) => `序列有 ${actual} 项，最多 ${limit} 项。请删去一些。`,
		'frame-bytes': (actual, limit) =>
			`有一帧长 ${actual} 字节，最多 ${limit} 字节。请缩短它的载荷。`,
		'draft-bytes': (actual, limit) =>
			`各帧合计 ${actual} 字节，最多 ${limit} 字节。可以改为把一帧重复发送。`,
		frames: (actual, limit) => `总共会发送 ${actual} 帧，最多 ${limit} 帧。请减少次数。`,
		steps: (actual, limit) => `序列要分 ${actual} 步执行，最多 ${limit} 步。请减少切分点。`,
		pause: (actual, limit) => `有一处停顿或间隔为 ${actual} 毫秒，最长 ${limit} 毫秒。请改短。`,
		script: (actual, limit) => `序列传给服务器要 ${actual} 个字符，最多 ${limit} 个。请缩短各帧。`,
		'run-bytes': (actual, limit) =>
			`总共会发送 ${actual} 字节，这台服务器最多发送 ${limit} 字节。请减少一些。`,
		'run-writes': (actual, limit) =>
			`总共要写入 ${actual} 次，这台服务器最多写入 ${limit} 次。请减少切分点。`,
		'run-seconds': (actual, limit) =>
			`总共要用 ${actual} 秒，这台服务器到 ${limit} 秒就会停止。请缩短停顿。`
	},

	middle: { label: '草稿或抓到的字节', draft: '草稿', wire: '线上' },
	wire: {
		edit: '编辑这一帧',
		editHint: '把抓到的这一帧作为草稿载入',
		empty: '线上还没有任何字节。发送之后，字节就出现在这里。',
		noRecord: '在对话里选一条记录，把它拆开来看。'
	},

	results: {
		title: '发生了什么',
		judges: '两位裁判',
		judgesHint: '严格照 RFC 的判定，与真实的对端',
		judgesSoFar: (ms) => `截至游标处，${ms} ms`,
		waiting: '对端还没有回应。',
		empty: '还没有发送过。',
		emptyDetail: '发送之后，双向的每个字节都会录下，由两位裁判各自判定。'
	},
	parser: {
		title: '解析器',
		hint: (record) => `停在第 ${count(record)} 条记录`,
		label: '接收方在这一帧里解析到了哪里',
		steps: {
			first: '第一个字节',
			second: '第二个字节',
			extended: '扩展长度',
			key: '掩码键',
			payload: '载荷'
		},
		of: (arrived, all) => `${arrived} / ${all}`,
		unknown: '尚不可知',
		absent: {
			first: '',
			second: '',
			extended: '无：7 位就够',
			key: '无：没有掩码',
			payload: '空'
		},
		needs: (n, step) => `${step}还差 ${n}。`,
		bytes: (n) => `${n.toLocaleString('zh-CN')} 字节`,
		whole: (n) => `整帧到齐，共 ${count(n)} 字节。`
	},
	reads: {
		client: '各次读取',
		server: '各次写入',
		clientHint: '每个方框是服务器套接字的一次读取',
		serverHint: '每个方框是一次交给内核的写入',
		label: '按时间排列的数据块，最新的在最后',
		earlier: (n) => `之前还有 ${count(n)} 个`,
		piece: (record, from, to, of) =>
			`第 ${count(record)} 条记录，第 ${count(from)}–${count(to - 1)} 字节，共 ${count(of)} 字节`,
		more: (n) => `+${count(n)}`,
		size: (n) => `${n} B`,
		none: '还没有读到帧。'
	},
	steps: { label: '步骤', run: '序列', editor: '帧', results: '结果' }
};
