import type { editor as en } from '../../en/handshake-lab/editor.ts';
import type { Area } from '../../text.ts';
import { presets } from './editor-presets.ts';

export const editor: Area<typeof en> = {
	presets,
	title: { request: '你写的请求', response: '你写的响应' },
	view: { label: '编辑形式', table: '表格', text: '文本', both: '两者' },
	tools: {
		label: '编辑工具',
		undo: '撤销',
		redo: '重做',
		presets: '预设',
		addHeader: '添加头部',
		allLines: '所有行',
		endings: { crlf: '以 CR LF 结尾', lf: '以 LF 结尾' },
		cases: { canonical: '名称用通常写法', lower: '名称全部小写', upper: '名称全部大写' }
	},
	pick: {
		search: '搜索',
		none: '没有这个名称。',
		own: (name: string) => `自定义头部：${name}`,
		found: (count: number) => `${count} 项`
	},
	presetGroups: {
		legal: '合法',
		endpoint: '我们的端点',
		'start-line': '请求行',
		header: '头部',
		negotiation: '协商',
		syntax: 'HTTP 语法',
		stream: '写入与字节',
		history: '早期草案',
		accepted: '能建立连接',
		broken: '有错的 101',
		refusal: '拒绝'
	},
	headerGroups: {
		handshake: '握手',
		site: '凭据',
		browser: '浏览器会加的',
		server: '服务器会加的',
		http: 'HTTP 通用',
		proxy: '沿途代理',
		draft: '早期草案'
	},
	strict: {
		label: '严格照 RFC 对草稿的判定',
		opens: '客户端可以接受这个响应，WebSocket 连接就此建立。',
		fails: '收到这个响应，客户端必须中止连接。',
		due: (status: string) => `应回 ${status}。`,
		faults: (count: number) => `违反 ${count} 条规则。`,
		tolerated: (count: number) => `另有 ${count} 处可以容忍。`,
		open: '报文头还没有结束，对方会继续等待。',
		empty: '还没有内容。可以选一个预设，或者直接输入。',
		add: (name: string) => `补上 ${name}`
	},
	text: {
		label: { request: '请求的文本', response: '响应的文本' },
		note: '换行即 CR LF。看不见的字符写作 \\r \\n \\t \\xNN，反斜杠写作 \\\\。',
		unreadable: (line: string, column: string) =>
			`第 ${line} 行第 ${column} 个字符不是合法的转义：应为 \\r、\\n、\\t、\\\\，或 \\x 加两位十六进制数字。草稿没有变。`,
		insertAccept: '插入应有的 Accept',
		faults: '违反规则之处'
	},
	table: {
		label: { request: '请求的各行', response: '响应的各行' },
		keys: '方向键在单元格之间移动，Alt+↑ 和 Alt+↓ 移动整行，Enter 在下方新增一行。',
		line: (n: string, name: string) => (name ? `第 ${n} 行：${name}` : `第 ${n} 行`),
		grip: (n: string) => `第 ${n} 行。可以拖动，或按 Alt 加方向键；按 Delete 删除`,
		moved: (from: string, to: string) => `第 ${from} 行现在是第 ${to} 行`,
		removed: (n: string) => `第 ${n} 行已删除`,
		method: '方法',
		target: '请求目标',
		version: 'HTTP 版本',
		status: '状态码',
		reason: '原因短语',
		name: '头部名称',
		value: '值',
		fold: '接续上一行的值',
		stray: '没有冒号的行',
		blank: '空行：报文头到此结束',
		blankEarly: '起始行之前的空行',
		noBlank: '没有空行：报文头不会结束',
		noBlankMore: '对方会一直等，之后收到的内容仍然算在报文头里。',
		addBlank: '补上空行',
		spacing: '空白',
		ending: '行尾',
		more: '这一行的说明与工具',
		unreadable: '不是合法的转义：应为 \\r、\\n、\\t、\\\\，或 \\x 加两位十六进制数字',
		tooManyLines: (limit: string) => `表格只列出前 ${limit} 行，文本里是全部。`
	},
	endings: { crlf: 'CR LF', lf: 'LF', cr: 'CR', none: '无' },
	endingsMeaning: {
		crlf: 'HTTP 的规定。',
		lf: '只有 LF：宽松的接收方会接受。',
		cr: '只有 CR，缺少 LF。',
		none: '字节到这里就没有了。'
	},
	gaps: {
		beforeColon: '冒号之前',
		afterColon: '冒号之后',
		trailing: '值之后',
		none: '无',
		space: '空格',
		spaces: '两个',
		tab: '制表符',
		words: (before: string, after: string, trailing: string) =>
			`冒号之前：${before}；冒号之后：${after}；值之后：${trailing}`
	},
	pair: (name: string, value: string) => `${name}：${value}`,
	sentences: (first: string, second: string) => `${first}。${second}`,
	cases: { label: '名称', canonical: '通常写法', lower: '小写', upper: '大写' },
	card: {
		up: '上移',
		down: '下移',
		duplicate: '复制一行',
		remove: '删除',
		setBy: '写入方',
		checkedBy: '检查方',
		section: '出处',
		required: '必需',
		unknown: 'WebSocket 握手用不到这个头部。服务器会照常把它交给网站自己的代码。',
		notHere: {
			request: '这个头部属于响应，写在请求里没有意义。',
			response: '这个头部属于请求，写在响应里没有意义。'
		},
		start: {
			request: '方法、请求目标、版本，之间各一个空格。',
			response: '版本、状态码、原因短语。程序只读数字，原因短语可以为空。'
		},
		blank: '空行结束报文头。之后的内容不再是头部，而是正文、帧或下一个请求。',
		fold: '以空白开头的行接续上一行的值。2014 年，RFC 7230 废弃了这种写法：服务器要么拒绝，要么把折行处当作空格。',
		stray: '头部的名称之后要有冒号。接收方会拒绝这一行，或者跳过它。补上冒号，它就成为头部。'
	},
	accept: {
		chip: '应有的 Accept，按浏览器的 Key 算出',
		note: '浏览器连上之后由服务器填入：那时才知道 Key。',
		put: '填入应有的 Accept',
		replace: '改写成别的值'
	},
	rest: {
		title: '报文头之后',
		none: '后面没有内容。',
		bytes: (count: string) => `还有 ${count}`,
		label: { text: '报文头之后的字节，文本形式', hex: '报文头之后的字节，十六进制' },
		form: '字节的形式',
		text: '文本',
		hex: '十六进制',
		add: '添加字节',
		remove: '全部删除',
		open: '报文头还没有结束，在这里添加的内容都属于它。',
		note: {
			request:
				'与请求在同一次写入里发出。得到 101 之后，服务器把它们当成帧来读；否则它们是正文，或者下一个请求。',
			response: '与响应在同一次写入里发出。101 之后浏览器把它们当成帧来读；否则它们是正文。'
		},
		notHex: (position: string) => `第 ${position} 个字符不是十六进制数字。字节没有变。`,
		halfByte: '最后一个字节只有一位。字节没有变。',
		tooLong: (limit: string) => `超过 ${limit}，请在整个草稿的文本里编辑。`
	},
	tooBig: (length: string, limit: string) =>
		`这样改会有 ${length}，而草稿最多 ${limit}。草稿没有变。`
};
