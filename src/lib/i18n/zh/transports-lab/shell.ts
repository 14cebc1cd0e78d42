import type { Area } from '../../text.ts';
import { spaced } from '../spaced.ts';
import type { shell as en } from '../../en/transports-lab/shell.ts';

/** Words of every page of the transports lab. */
export const shell: Area<typeof en> = {
	nav: '传输实验室的工具',
	tools: {
		race: '竞速',
		report: '标准对比',
		login: '扫码登录',
		game: '推送游戏',
		chat: '聊天室',
		scale: '规模'
	},
	descriptions: {
		race: '短轮询、长轮询、SSE、WebSocket 和 Socket.IO 并排送达同一批事件，每个字节、每次延迟都实测。',
		lane: '一条通道的请求、响应和帧，逐字节呈现。',
		report: '按固定方案运行九次，覆盖五种传输方式，给出实测报告。',
		login: '用五种方式等待一次扫码登录：时间和请求数全部实测。',
		game: '怪物由服务器移动，用你选的传输方式推给你。',
		chat: '一个跑在 ws 上的聊天室，旁边就是正在运行的源码。',
		scale: '实测等待中的客户端要占多少内存和 CPU，再推算一百万个要多少。'
	},
	transports: {
		'short-polling': '短轮询',
		'long-polling': '长轮询',
		'server-sent-events': '服务器推送事件（SSE）',
		websocket: 'WebSocket',
		'socket-io': 'Socket.IO'
	},
	laneName: (transport, number) => `${transport} ${number}`,
	otherTab: (lane, tab) => `${lane}（另一标签页 ${tab}）`,
	betweenSentences: '',
	laneSettings: {
		interval: (milliseconds) => `每 ${milliseconds} 毫秒问一次`,
		etag: 'ETag',
		hold: (seconds) => `最多挂起 ${seconds} 秒`,
		'long-polling': '问一次，等到有事件才答',
		'server-sent-events': '一个不结束的响应',
		websocket: '双方都可以先开口',
		'socket-io': '先轮询，再升级',
		delay: (milliseconds) => `每个方向加 ${milliseconds} 毫秒`,
		jitter: (milliseconds) => `抖动 0–${milliseconds} 毫秒`,
		compression: '有压缩',
		tabs: (count) => `另有 ${count} 个标签页`,
		separator: '，'
	},
	patterns: { steady: '均匀', bursty: '成批', rare: '稀疏' },
	source: (rate, pattern, size, seconds) =>
		`每秒 ${rate} 个事件（${pattern}），每个 ${size}，持续 ${seconds} 秒`,
	noEvents: (seconds) => `没有事件，持续 ${seconds} 秒`,
	chart: {
		events: '事件',
		requestsHead: '请求数',
		transport: '传输方式',
		requests: '个请求',
		request: '个请求',
		time: '开始后的秒数',
		bytesPerEvent: '每个事件的字节数',
		delay: '延迟，毫秒',
		seconds: (value) => `${value} 秒`,
		parts: (up, down) => `上行 ${up}，下行 ${down}`,
		nothingDelivered: '还没有送达任何事件',
		p95: (value) => `95% ≤ ${value}`,
		p99: (value) => `99% ≤ ${value}`,
		delays: (count, median, p95, p99) =>
			`${count} 个事件的延迟，对数坐标：中位数 ${median}，95% 不超过 ${p95}，99% 不超过 ${p99}`,
		noDelays: '还没有测到延迟',
		timeline: (transport, requests, delivered) =>
			spaced(`${transport}的时间线：${requests} 个请求，送达 ${delivered} 个事件`),
		sourceTimeline: (events) => `事件源的时间线：${events} 个事件`,
		axis: { ms: (value) => value, s: (value) => `${value} s` }
	},
	table: {
		of: (delivered, emitted) => `${delivered} / ${emitted}`,
		none: '–'
	},
	bounds: (least, most, now) => `应在 ${least} 到 ${most} 之间。改好之前按 ${now} 计。`,
	wholeBounds: (least, most, now) => `应为 ${least} 到 ${most} 之间的整数。改好之前按 ${now} 计。`,
	save: {
		pictureTitle: '同一批事件，并排送达',
		pictureNote:
			'字节数为 TCP 载荷，含 HTTP 报文头和 WebSocket 帧头；IP 和 TCP 头部另计。由 Wire101 实测。',
		label: '保存',
		svg: '图片（SVG）',
		png: '图片（PNG）',
		json: '运行数据（JSON）',
		failed: '图片没有生成：浏览器拒绝绘制。'
	},
	copy: { copied: '已复制', failed: '没有复制成功：浏览器拒绝了' }
};
