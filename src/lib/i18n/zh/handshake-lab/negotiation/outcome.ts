/** What is due, what really happened, and why the two differ. */
import type { negotiationOutcome as en } from '../../../en/handshake-lab/negotiation/outcome.ts';
import type { Area } from '../../../text.ts';

export const negotiationOutcome: Area<typeof en> = {
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
	}
};
