import type { workbench as en } from '../en/workbench.ts';
import type { Area } from '../text.ts';

export const workbench: Area<typeof en> = {
	title: '工作台',
	description: '打开一条真实的 WebSocket 连接，看清经过它的每个字节，再一直拆到比特。',
	panes: { label: '面板', traffic: '对话', anatomy: '剖析', sides: '状态与视角' },

	connection: {
		label: '连接',
		peers: '通信双方',
		browserToEcho: 'WebSocket API ↔ ws 回显',
		url: 'URL',
		subprotocols: '子协议',
		noSubprotocols: '无',
		subprotocolsHint: '按所写的顺序提出，用逗号分隔',
		deflate: '压缩',
		on: '开',
		off: '关',
		stateAtCursor: '游标处的状态：',
		connect: '连接',
		connecting: '正在连接…',
		close: '关闭',
		which: '选择连接',
		nth: (n: number) => `第 ${n} 条连接`
	},

	source: {
		live: '实时',
		liveTitle: '本页自己的连接，字节正从服务器的套接字上录下',
		recorded: '录制',
		recordedTitle: (startedAt: string) => `一份存下来的录制，开始于 ${startedAt}`,
		menu: '录制',
		save: '存为文件',
		withSecrets: '含敏感值',
		withoutSecrets: '敏感值已隐藏',
		open: '打开文件…',
		sample: '打开示例录制',
		backToLive: '回到实时',
		discard: '清除之前的连接'
	},

	closeForm: {
		title: '关闭连接',
		code: '关闭码',
		codeHint: '页面脚本只能用 1000 或 3000–4999。试试 1005，看浏览器怎么说。',
		noCode: '不填',
		reason: '原因',
		reasonHint: (bytes: number) => `${bytes} / 123 字节`,
		submit: '调用 close()'
	},

	composer: {
		label: '发送',
		kind: '发什么',
		text: '文本',
		binary: '二进制',
		json: 'JSON',
		burst: '连发',
		server: '让服务器发',
		message: '消息文本',
		hex: '十六进制字节',
		hexPlaceholder: '48 65 6c 6c 6f',
		file: '选择文件…',
		fileTooBig: (size: string, limit: string) =>
			`这个文件有 ${size}，而服务器接收的消息最大 ${limit}，请换一个小一些的文件。`,
		fileChosen: (name: string, size: string) => `${name}，${size}`,
		removeFile: '移除文件',
		jsonValue: 'JSON 值',
		jsonSent: '以紧凑的文本发出；WebSocket 本身不认识 JSON',
		jsonError: (message: string) => `还不是合法的 JSON。浏览器的原话：${message}`,
		hexNotHex: (position: number) =>
			`第 ${position} 个字符不是十六进制数字。每个字节写两位，用 0–9 或 a–f。`,
		hexHalfByte: (position: number) => `第 ${position} 个字符处的字节只有一位。每个字节要写两位。`,
		burstCount: '条数',
		burstRate: '每秒',
		burstRateHint: '填 0 则一口气全部发出',
		burstSize: '每条字节数',
		burstRunning: (sent: number, of: number) => `已发 ${sent} / ${of}`,
		burstStop: '停止',
		serverPing: '发一个 ping',
		serverPingPayload: 'ping 载荷',
		serverClose: '关闭',
		serverHint: '浏览器没有给脚本发 ping 的接口。这里由服务器的代码来发，浏览器会自动应答。',
		cost: (payload: string, frame: string) => `载荷 ${payload}，线上共 ${frame}`,
		costNote: '按压缩前计算。帧头 2、4 或 10 字节，另加 4 字节掩码键。',
		send: '发送',
		connectAndSend: '连接并发送',
		open: '写消息'
	},

	exception: {
		title: (name: string, call: string) => `${call} 抛出了 ${name}`,
		browserSays: '浏览器的原话：',
		nothingSent: '什么都没有发出，连接没有变化。'
	},

	channel: {
		connecting: '正在连接实验服务器…',
		lost: '与实验服务器的通道已断开，正在重连…',
		lostDetail: '已经录下的都还在。断开期间错过的内容，服务器保留 30 秒。',
		expired: '通道断开太久，实验会话已经结束。',
		expiredDetail: '新的会话已经开始。之前录下的还在这里，新的连接照常录制。',
		refused: '实验服务器拒绝了本页。',
		unreachable: '连不上实验服务器。',
		unreachableDetail: '现在无法打开或录制新的连接，已有的录制照样可用。页面会一直重试。',
		replaced: '这个会话已在另一个标签页里打开。',
		replacedDetail: '重新加载页面即可开始新的会话。',
		reasons: {
			'too-many-sessions': '打开的页面数已达服务器的上限。请关掉一个标签页，或过一分钟再试。',
			'rate-limited': '本页短时间内发出的消息太多。请等几秒再试。',
			'unsupported-version': '服务器已更新，请重新加载页面。',
			idle: '长时间没有操作，会话已经结束。重试即可开始新的会话。',
			other: (code: string) => `服务器给出的原因：${code}。`
		},
		retry: '现在重试',
		sample: '打开示例录制'
	},

	errors: {
		title: '没有成功',
		dismiss: '知道了',
		observe: {
			'too-many-connections': '本页打开的连接已达一个会话的上限。请先关掉一条，再连接。',
			'rate-limited': '短时间内命令太多。请等一秒再试。',
			'no-channel': '与实验服务器之间没有通道，录不到任何字节。请等通道恢复后再试。',
			other: (code: string) => `实验服务器拒绝了这条命令（${code}）。`
		},
		notLoaded: '页面的这一部分还没有加载，而服务器没有应答。请等服务器恢复后再试。',
		foreignUrl: (host: string) => `只能录制本服务器自己的端点。URL 请以 ws://${host}/ws/ 开头。`,
		recordingUnreadable: (why: string) => `这个文件无法作为录制打开：${why}。请换一个文件。`,
		recordingReasons: {
			'not-json': '它不是 JSON',
			'not-a-recording': '它是 JSON，但不是 Wire101 的录制',
			'unknown-version': '它由更新版本的 Wire101 生成，本版本读不懂',
			'too-large': '它超出了本页能接受的大小',
			'too-many-events': '其中的事件数超出了本页的上限',
			'too-many-connections': '其中的连接数超出了本页的上限',
			'too-many-bytes': '其中的字节数超出了本页的上限',
			'invalid-event': '其中有一个事件已损坏'
		}
	},

	edit: '编辑并发送',
	editHint: '在帧实验室中打开这一帧：任何一位都可以改，改完就发送',

	empty: {
		title: '还没有记录。每一次读和写都会按时间先后出现在这里。',
		invitation: '打开一条连接，看清每个字节',
		connect: '打开连接',
		live: '页面会打开一条到本服务器的真实 WebSocket 连接。套接字上读写的每个字节都会录下，在这里一直拆到比特。',
		noRecord: '在对话里选一条记录，把它拆开来看。'
	},

	stopped: '录制已达上限。连接继续，但不再录制。',

	keys: {
		title: '键盘',
		play: '播放或暂停',
		previousRecord: '上一条记录',
		nextRecord: '下一条记录',
		live: '跟随实时进度',
		bits: '在比特图中逐比特移动',
		rows: '在比特图中逐行移动',
		space: '空格'
	}
};
