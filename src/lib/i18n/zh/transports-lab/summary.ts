import type { Area } from '../../text.ts';
import type { summary as en } from '../../en/transports-lab/summary.ts';

/** What a run says, as sentences; for the race and the standard comparison. */
export const summary: Area<typeof en> = {
	title: '这次运行说明了什么',
	none: '这次运行还说明不了什么：没有一条通道送完全部事件。',
	scope: '以下结论只根据这一次运行、这台机器和这个网络算出。',
	counted:
		'字节数是 TCP 载荷，两个方向逐字节计数，HTTP 报文头和各层封装都算在内；IP 和 TCP 头部另计。',
	findings: {
		'bytes-per-event': (least, leastBytes, most, mostBytes) =>
			`平均每个事件，${least}花的字节最少，为 ${leastBytes}；${most}最多，为 ${mostBytes}。`,
		silence: (least, leastBytes, most, mostBytes, time) =>
			`全程没有事件。${time} 里，${least}光是建立连接和等待就用了 ${leastBytes}，${most}用了 ${mostBytes}。`,
		'empty-answers': (lane, empty, answers, share) =>
			`${lane}：${answers} 次响应中有 ${empty} 次（${share}）什么也没带回来。`,
		'polling-cheaper': (lane, bytes, other, otherBytes) =>
			`这里${lane}比任何一种保持连接的方式都省：${bytes}，而${other}要 ${otherBytes}。事件稀少、晚一点也无妨时，隔一阵问一次更便宜。`,
		'polling-cheaper-delay': (delay, otherDelay) =>
			`代价是时间：它的延迟中位数为 ${delay}，后者只有 ${otherDelay}。`,
		'polling-dearer': (lane, bytes, other, otherBytes, question) =>
			`${lane}用了 ${bytes}，${other}用了 ${otherBytes}：除了带回的数据，每问一次约花 ${question}。`,
		'break-even': (interval) =>
			`要让字节数不超过后者，两次询问至少要隔 ${interval}，事件也会相应来得更晚。`,
		'polling-delay': (lane, delay, interval) =>
			`用${lane}，事件要等到下一次询问才能送达：间隔 ${interval} 时，延迟中位数为 ${delay}。`,
		'long-polling-same': (lane, delay, other, otherDelay) =>
			`${lane}和${other}一样快：延迟中位数 ${delay} 与 ${otherDelay} 之差没有超出时钟误差。挂起的请求一有消息就会得到响应。`,
		'long-polling-slower': (lane, delay, other, otherDelay) =>
			`${lane}的延迟中位数为 ${delay}，${other}为 ${otherDelay}：响应和下一次请求还在路上时，新的事件只能等着。`,
		'long-polling-quicker': (lane, delay, other, otherDelay) =>
			`这次运行中${lane}的延迟中位数更低：${delay}，${other}为 ${otherDelay}。`,
		'six-connections': (held) =>
			`HTTP/1.1 下浏览器对同一个源最多开六条连接，这次碰到了上限：同时有 ${held} 个请求挂起。`,
		'six-waited': (waited, longest) =>
			`其余请求在浏览器里排队（共 ${waited} 个，最久等了 ${longest}），服务器对此一无所知。`,
		'six-never': (never) =>
			`始终没有等到连接的通道：${never} 条。WebSocket 不占这六条连接的名额，HTTP/2 的流也不占。`,
		'compression-smaller': (lane, bytes, otherBytes, share) =>
			`压缩让${lane}从 ${otherBytes} 降到 ${bytes}，少了 ${share}。`,
		'compression-larger': (lane, bytes, otherBytes) =>
			`压缩没有给${lane}省下字节：开启时 ${bytes}，关闭时 ${otherBytes}。消息太短，没有多少可压缩的。`,
		envelope: (lane, opening, perEvent, other, otherOpening, otherPerEvent) =>
			`${lane}在事件源开始前用了 ${opening}，此后每个事件 ${perEvent}；${other}分别是 ${otherOpening} 和 ${otherPerEvent}。多出来的就是封装、心跳和建立连接的开销。`,
		heads: (lane, heads, bytes, share) =>
			`${lane}的 ${bytes} 中，HTTP 报文头占了 ${heads}（${share}）。`,
		opening: (lane, opening, bytes, share) =>
			`${lane}的 ${bytes} 中，第一个事件之前就用了 ${opening}（${share}）：建立连接先有成本，之后才省。`,
		'all-delivered': (events, lanes) => `${lanes} 条通道都收齐了全部 ${events} 个事件。`,
		lost: (lane, missing, events) =>
			`${lane}：竞速结束时，${events} 个事件中还有 ${missing} 个没有送达。`,
		skipped: (lane, skipped) =>
			`${lane}：客户端来取时，有 ${skipped} 个事件服务器已不再保留，并已如实告知。`,
		duplicated: (lane, duplicates) =>
			`${lane}：有 ${duplicates} 个事件重复送达，客户端按编号丢弃。传输保证至少送达一次，靠编号做到恰好一次。`,
		dropped: (lane, times) => `${lane}：服务器断开了它的客户端（${times} 次）。`,
		clock: (error) =>
			`延迟要对照两个时钟，每个延迟的误差最多为 ${error}；误差范围内的差别，这里不当作差别。`,
		stopped: '竞速提前停止，以下数字截至停止的那一刻。',
		'session-lost': '通道断开后没能恢复，此后的事件没有计入。'
	},
	table: {
		title: '数据表',
		copy: '复制为表格',
		copyMarkdown: '复制为 Markdown',
		saveJson: '存为 JSON',
		saveSvg: '保存图片（SVG）',
		savePng: '保存图片（PNG）',
		open: '打开已保存的运行',
		columns: {
			transport: '传输方式',
			settings: '设置',
			events: '送达事件',
			requests: '请求数',
			up: '上行字节',
			down: '下行字节',
			heads: '其中 HTTP 报文头',
			perEvent: '每个事件的字节数',
			overhead: '每个事件的额外开销',
			headers: 'IP 和 TCP 头部（估算）',
			median: '延迟中位数（毫秒）',
			p95: 'p95 延迟（毫秒）',
			p99: 'p99 延迟（毫秒）',
			connections: 'TCP 连接数',
			empty: '空响应',
			duplicates: '重复',
			missing: '未送达'
		},
		otherTab: (number) => `其他标签页 ${number}`
	},
	faults: {
		'not-json': '这个文件不是 JSON。',
		'not-a-run': '这个文件里没有本实验室的运行记录。',
		'too-new': '这个文件由更新版本的实验室保存，这里无法读取。',
		'too-large': '这个文件太大，不会是一次运行的记录。'
	},
	estimate: (total, segment, packet, perAck) =>
		`IP 和 TCP 头部约再加 ${total}。估算假定：每个报文段最多装 ${segment} 字节，头部共 ${packet} 字节（IPv4，TCP 带时间戳）；每 ${perAck} 个报文段确认一次；另加每条连接的建立与关闭。`,
	runs: {
		steady: {
			name: '均匀',
			note: '每秒 5 个事件：日常情形。'
		},
		fast: {
			name: '高频',
			note: '每秒 50 个事件：每个事件要花多少？'
		},
		large: {
			name: '大事件',
			note: '每个事件 16 KiB：与数据相比，额外开销不再显眼。'
		},
		far: {
			name: '远距离',
			note: '每个方向 100 毫秒，抖动最多 40 毫秒。'
		},
		compressed: {
			name: '压缩',
			note: '每种传输方式各跑一条压缩的、一条不压缩的。'
		},
		'tabs-sse': {
			name: '七个标签页，SSE',
			note: '浏览器只有六条连接，却要开七个事件流；旁边是七条 WebSocket。'
		},
		'tabs-long-polling': {
			name: '七个标签页，长轮询',
			note: '浏览器只有六条连接，却要挂起七个请求。'
		},
		rare: {
			name: '稀疏',
			note: '事件之间隔着好几秒；短轮询带 ETag，每 10 秒问一次。'
		},
		silence: {
			name: '静默',
			note: '一个事件也没有：光是等待要花多少？'
		}
	}
};
