import type { Area } from '../../text.ts';
import { spaced } from '../spaced.ts';
import type { race as en } from '../../en/transports-lab/race.ts';

export const race: Area<typeof en> = {
	title: '竞速',
	lead: '同一批事件，用五种方式在真实连接上并排送达。两个方向的 TCP 载荷逐字节计数，每次延迟都实测。',
	start: '开始',
	again: '再跑一次',
	stop: '停止',
	live: '实时',
	noServer: '还没有连上实验服务器，页面会一直重试。',
	source: {
		title: '事件源',
		pattern: '事件怎样到来',
		patterns: { steady: '均匀', bursty: '成批', rare: '稀疏' },
		patternHints: {
			steady: '一个接一个，间隔均匀。',
			bursty: '总数不变，一批一批地来。',
			rare: '随机到来，中间隔着长时间的静默。'
		},
		rate: '频率',
		rateUnit: '个/秒',
		size: '大小',
		sizeUnit: 'B',
		seconds: '持续',
		secondsUnit: '秒',
		seed: '种子',
		seedHint: '种子相同，事件的内容和发生时刻就相同。'
	},
	lanes: {
		title: '通道',
		add: '添加通道',
		none: '还没有通道。至少添加一种传输方式才能开始。',
		full: (most) => `最多 ${most} 条通道，其他标签页也算在内。`,
		fullRows: (most) => `一次竞速最多对比 ${most} 条通道。`,
		edit: '设置',
		editOf: (lane) => spaced(`${lane}的设置`),
		done: '完成',
		remove: '移除',
		removeOf: (lane) => spaced(`移除${lane}`),
		interval: '询问间隔',
		etag: '带上 If-None-Match（ETag），没有新事件时只回一个没有正文的 304',
		hold: '最多挂起',
		delay: '单向延迟',
		jitter: '抖动上限',
		compression: '压缩（permessage-deflate；HTTP 用 gzip）',
		tabs: '其他标签页',
		tabsHint: '另外再保持这么多条同类连接，如同本站还开着别的标签页。',
		network: '延迟和抖动由我们的服务器加在真实套接字上，在录制点之外；字节顺序不变。',
		milliseconds: '毫秒',
		seconds: '秒'
	},
	presets: {
		title: '值得一试',
		choose: '把指针移到一个方案上，看看为什么值得试；点一下就套用，之后各项仍可修改。',
		items: {
			five: {
				name: '五种一起',
				why: '每秒五个事件，没有特殊条件：看谁问得多，一个事件要花多少字节。'
			},
			rare: {
				name: '事件稀少',
				why: '事件偶尔才有一个。短轮询每 10 秒问一次，服务器上不留挂起的请求，但事件要等上几秒。它花的字节是否也比一直保持的连接少？'
			},
			silence: {
				name: '什么都没发生',
				why: '一个事件也没有：每个字节都是等待的代价。'
			},
			flood: {
				name: '每秒 50 个',
				why: '长轮询最多每个事件都要一个请求，流式连接总共只要一个。看两者的字节数相差多少。'
			},
			bursts: {
				name: '成批到来',
				why: '事件成批到来，一次轮询的响应能带回许多个，平均每个事件花得更少。'
			},
			etag: {
				name: '用不用 ETag',
				why: '同样的请求，带和不带 If-None-Match：304 省下的是正文，省不下报文头。'
			},
			compression: {
				name: '压缩',
				why: '大事件，压缩和不压缩，在 HTTP 和 WebSocket 上各跑一遍。'
			},
			distance: {
				name: '相隔很远',
				why: '单向 150 毫秒。长轮询要先发出新的请求，才能收到下一个事件。'
			},
			tabs: {
				name: '六条连接',
				why: '浏览器对同一个源最多开六条 HTTP/1.1 连接。别的标签页的流占满之后，新请求只能在浏览器里排队。WebSocket 不占这六个名额。'
			}
		}
	},
	chart: {
		title: '竞速过程',
		events: '事件',
		eventsNote: '在事件源发生的时刻',
		event: '个事件',
		eventsUnit: '个事件',
		window: '显示的时间',
		windows: { whole: '全程', last: '最近 5 秒' },
		fetching: (time) => `正在加载各通道的代码，${time}`,
		connecting: '各通道正在连接',
		running: (time) => `进行中，${time}`,
		draining: '事件源已结束，正在等还在路上的事件',
		finished: (time) => `已结束，历时 ${time}`,
		stopped: '提前停止',
		lost: '与实验服务器失去连接，这次的数据不完整',
		emptyTitle: '还没有运行过',
		empty:
			'按“开始”后，每条通道会在这里画出线上真正发生的事：一个请求一道短线，送达一个事件一个圆点，连接保持打开时是一条粗线；右边是每个事件的字节数和延迟的分布。',
		now: (held, open) => `挂起 ${held}，连接 ${open}`,
		nowTitle: '此刻：服务器正挂起或正在应答的请求数，以及这条通道打开的 TCP 连接数。',
		total: (held, open) => `服务器上此刻共挂起 ${held} 个请求，打开 ${open} 条连接。`,
		open: '逐字节查看',
		openOf: (lane) => spaced(`逐字节查看${lane}`),
		clock: (error) => `延迟从服务器的时钟算到本页的时钟，时钟误差不超过 ±${error}。`,
		clockFine: '比这更短的延迟，与零无法区分。',
		queued: (count, longest) => `${count} 个请求在浏览器里排队等空闲连接，最长 ${longest}`,
		unsent: (count, longest) => `${count} 个请求始终没能离开浏览器，最长等了 ${longest}`,
		queuedNow: '有请求正在浏览器里排队等空闲连接',
		queuedOthers: (held) =>
			held === '0'
				? '有请求超过一秒没能离开浏览器，而六条连接这次竞速一条也没占：很可能都被这个浏览器的其他标签页占着'
				: `有请求超过一秒没能离开浏览器，而六条连接这次竞速只占了 ${held} 条：其余的很可能被这个浏览器的其他标签页占着`,
		codeLate: '它的代码还没加载到，加载到才会开始',
		codeWasLate: '各通道开始时，它的代码还没加载到',
		codeFailed: '它的代码加载失败，请重新加载页面',
		missing: (count) => `${count} 个事件未送达`,
		duplicates: (count) => `${count} 个事件重复收到`,
		skipped: (count) => `${count} 个事件服务器已不再保留`,
		states: {
			connecting: '正在连接',
			open: '已连接',
			waiting: '等待重试',
			stopped: '已结束'
		},
		troubles: {
			network: '连接失败',
			'unknown-lane': '服务器已不认识这条通道',
			refused: '服务器拒绝了请求',
			busy: '服务器忙，并告知了何时再试',
			closing: '服务器正在关闭',
			'slow-reader': '读得太慢，被服务器断开',
			'too-large': '消息太大',
			'bad-answer': '看不懂响应',
			closed: '连接已关闭'
		},
		drops: {
			'slow-reader': '读得太慢，被服务器断开',
			'too-many-held': '挂起的请求太多，被服务器拒绝',
			closing: '服务器正在关闭，已断开这条连接',
			'bad-packet': '数据包有误，被服务器断开'
		},
		legend: {
			title: '图例',
			request: '请求离开客户端',
			delivered: '事件送达',
			wait: '事件等待送达',
			held: '连接保持打开',
			queued: '请求在等浏览器的六条连接空出一条',
			client: '客户端到服务器',
			server: '服务器到客户端',
			median: '中位数',
			quantile: '95% 和 99%'
		}
	},
	numbers: {
		title: '这次运行的数字',
		copyTsv: '复制为 TSV',
		copyMarkdown: '复制为 Markdown'
	},
	headers: {
		title: 'IP 和 TCP 的头部另计',
		about:
			'上面的字节都是 TCP 载荷。每个数据包还各有一个 IP 头部和一个 TCP 头部，页面和服务器的代码都看不到，只有这一项是估算。',
		caption: 'IP 和 TCP 头部的估算',
		segments: '数据段',
		acks: '纯 ACK',
		connections: '建立和关闭',
		total: '合计增加（估算）',
		share: '增加比例',
		percent: (share) => `+${share}%`,
		formula: (packet, segment, perAck, syn, control) =>
			`（数据段数 + ACK 数）× ${packet} B + 连接数 ×（2 × ${syn} B + ${control} × ${packet} B）；一次写入 n 字节占 ⌈n ÷ ${segment}⌉ 个段，每 ${perAck} 个段回一个 ACK。${packet} B 是 IPv4 头部（20 B）加带时间戳的 TCP 头部（32 B）。`
	},
	code: {
		title: '代码还没加载到',
		why: '本页与实验服务器之间的通道是 WebSocket，仍然连着；代码却要经 HTTP/1.1 加载，而浏览器对同一个源最多开六条 HTTP/1.1 连接，由所有标签页共用。六条很可能都被其他标签页占着：停掉那边正在运行的东西，这里就会继续。',
		bound: (time) => `等满 ${time} 后，代码已经加载到的通道先开始。按“停止”可立即结束。`,
		failed: '本页的代码加载失败，请重新加载页面。'
	},
	faults: {
		'no-code':
			'竞速没有开始：代码未能及时加载到。代码要经 HTTP/1.1 加载，而浏览器给这个源的六条连接很可能都被其他标签页占着。停掉那边正在运行的东西，再重新开始。',
		'code-failed': '竞速没有开始：代码加载失败。请重新加载页面。',
		'no-channel': '与实验服务器没有连上。请等连接恢复后再开始。',
		'session-lost': '与实验服务器的会话已丢失，竞速随之中断。此后的数据没有计入。',
		'too-many-streams': '这个会话打开的事件流太多。请重新加载页面。',
		'too-many-lanes': '服务器现在容不下这么多通道。请减少几条，或稍后再试。',
		other: (code) => `实验服务器拒绝了（${code}）。`
	}
};
