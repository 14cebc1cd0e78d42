import type { Area } from '../../text.ts';
import { spaced } from '../spaced.ts';
import type { summary as en } from '../../en/transports-lab/summary.ts';

/** What a run says, as sentences; for the race and the standard comparison. */
export const summary: Area<typeof en> = {
	title: '这次运行说明了什么',
	none: '这次运行还说明不了什么：没有一条通道送完全部事件。',
	scope: '以上结论都出自这里的实测，只对这台机器、这个浏览器和这个网络成立。',
	counted:
		'字节数是 TCP 载荷，两个方向逐字节计数，HTTP 报文头和各层封装都算在内；IP 和 TCP 头部另计。',
	findings: {
		'bytes-per-event': (least, leastBytes, most, mostBytes) =>
			spaced(
				`平均每个事件，${least}花的字节最少，为 ${leastBytes}；${most}最多，为 ${mostBytes}。`
			),
		silence: (least, leastBytes, most, mostBytes, time) =>
			spaced(
				`全程没有事件。${time} 里，${least}建立连接和等待用了 ${leastBytes}，${most}用了 ${mostBytes}。`
			),
		'empty-answers': (lane, empty, answers, share) =>
			`${lane}：${answers} 次响应中有 ${empty} 次（${share}）没有带回事件。`,
		'polling-cheaper': (lane, bytes, other, otherBytes) =>
			spaced(
				`这次${lane}比任何一种保持请求或连接的方式都省：用了 ${bytes}，而${other}用了 ${otherBytes}。事件稀少、晚到也无妨时，隔一阵问一次更省。`
			),
		'polling-cheaper-delay': (delay, otherDelay) =>
			`代价是时间：它的延迟中位数为 ${delay}，后者为 ${otherDelay}。`,
		'polling-gathers': (lane, bytes, requests, other, otherBytes, otherRequests) =>
			spaced(
				`${lane}比${other}省字节：前者 ${bytes}，后者 ${otherBytes}。一次响应就能带回攒下的所有事件，所以${lane}只发了 ${requests} 次请求，${other}发了 ${otherRequests} 次。`
			),
		'polling-dearer': (lane, bytes, other, otherBytes) =>
			spaced(`${lane}用了 ${bytes}，${other}用了 ${otherBytes}。`),
		question: (bytes) => `无论带回什么，每次请求连同响应的头部约花 ${bytes}。`,
		'break-even': (interval) =>
			`只算省下的头部，大约每 ${interval} 问一次，字节数才与后者相当，事件等得也更久。`,
		'no-break-even': (bodies) => `这次问得再少也不会更省：单是响应带回的内容就有 ${bodies}。`,
		'polling-delay': (lane, delay, interval) =>
			spaced(
				`用${lane}，事件要等到下一次请求才能送达：间隔 ${interval} 时，延迟中位数为 ${delay}。`
			),
		'long-polling-same': (lane, delay, other, otherDelay) =>
			spaced(
				`在时钟误差范围内，${lane}和${other}一样快：延迟中位数分别为 ${delay} 和 ${otherDelay}。挂起的请求一有事件就得到响应。`
			),
		'long-polling-slower': (lane, delay, other, otherDelay) =>
			spaced(
				`${lane}的延迟中位数为 ${delay}，${other}为 ${otherDelay}。响应和下一次请求还在路上时发生的事件，要等这次请求到达才能送出。`
			),
		'long-polling-quicker': (lane, delay, other, otherDelay) =>
			spaced(`这次运行中，${lane}的延迟中位数更低：${delay}，${other}为 ${otherDelay}。`),
		'six-connections': (held) =>
			`浏览器对同一个源最多开六条 HTTP/1.1 连接，这次达到了上限：同时有 ${held} 个请求挂起。`,
		'six-others': (held, waited, longest) => {
			const [own, rest] =
				held === '0' ? ['一条连接也没占', '六条'] : [`同时最多只占 ${held} 条连接`, '其余的'];
			return `有 ${waited} 个请求在浏览器里排队，最长等了 ${longest}，其间服务器一直没有见到，而这次竞速自己${own}。对同一个源最多六条 HTTP/1.1 连接的上限由浏览器的所有标签页共用：${rest}很可能都被其他标签页占着。`;
		},
		'six-unsent': (unsent) => `其中 ${unsent} 个始终没能发出。`,
		'late-code': (lane) =>
			spaced(
				`${lane}：各通道开始时，它的客户端代码还没加载到。代码要经 HTTP 加载，即使通道本身不占那六条连接，代码也要占。`
			),
		'failed-code': (lane) => spaced(`${lane}：它的客户端代码加载失败。`),
		'six-waited': (waited, longest) =>
			`另有 ${waited} 个请求在浏览器里排队，最长等了 ${longest}，服务器对此一无所知。`,
		'six-never': (never) =>
			`有 ${never} 条通道始终没有等到连接。WebSocket 不占这六个名额，HTTP/2 的流也不占。`,
		'compression-smaller': (lane, bytes, otherBytes, share) =>
			spaced(`压缩让${lane}从 ${otherBytes} 降到 ${bytes}，少了 ${share}。`),
		'compression-larger': (lane, bytes, otherBytes) =>
			spaced(
				`压缩没有给${lane}省下字节：开启时 ${bytes}，关闭时 ${otherBytes}。短消息没有多少可压缩的。`
			),
		envelope: (lane, opening, perEvent, other, otherOpening, otherPerEvent) =>
			spaced(
				`${lane}在事件源开始前用了 ${opening}，此后每个事件用 ${perEvent}；${other}分别为 ${otherOpening} 和 ${otherPerEvent}。两者之差就是它的封装、心跳和建立连接的开销。`
			),
		heads: (lane, heads, bytes, share) =>
			spaced(`${lane}的 ${bytes} 中，HTTP 报文头占了 ${heads}（${share}）。`),
		opening: (lane, opening, bytes, share) =>
			spaced(
				`${lane}的 ${bytes} 中，第一个事件之前就用了 ${opening}（${share}）：连接要先花字节建立，之后才见节省。`
			),
		'all-delivered': (events, lanes) =>
			lanes === '1'
				? `${events} 个事件全部送达。`
				: `${lanes} 条通道都收齐了全部 ${events} 个事件。`,
		lost: (lane, missing, events) =>
			`${lane}：竞速结束时，${events} 个事件中有 ${missing} 个没有送达。`,
		skipped: (lane, skipped) =>
			`${lane}：客户端来取时，有 ${skipped} 个事件服务器已不再保留，并告知了客户端。`,
		duplicated: (lane, duplicates) =>
			`${lane}：有 ${duplicates} 个事件重复送达，客户端按编号丢弃。送达保证的是至少一次，靠编号才做到恰好一次。`,
		dropped: (lane, times) => `${lane}：服务器断开了它的客户端（${times} 次）。`,
		clock: (error) =>
			`每个延迟都要对照两个时钟，时钟误差最多为 ${error}；仅凭误差就能解释的差别，这里不算差别。`,
		stopped: '竞速提前停止，这些数字截至停止的那一刻。',
		'session-lost': '与实验服务器的连接断开后没能恢复，此后的数据没有计入。'
	},
	table: {
		open: '打开已保存的对比',
		columns: {
			transport: '传输方式',
			settings: '设置',
			events: '送达事件',
			requests: '请求数',
			up: '上行字节',
			down: '下行字节',
			heads: '其中 HTTP 报文头',
			perEvent: '每个事件的字节数',
			overhead: '每个事件的开销',
			headers: 'IP 和 TCP 头部（估算）',
			median: '延迟中位数（毫秒）',
			p95: 'p95 延迟（毫秒）',
			p99: 'p99 延迟（毫秒）',
			connections: 'TCP 连接数',
			empty: '空响应',
			duplicates: '重复',
			missing: '未送达'
		}
	},
	faults: {
		'not-json': '这个文件不是 JSON。',
		'not-a-run': '这个文件里没有本实验室的对比结果。',
		'too-new': '这个文件由更新版本的 Wire101 保存，本版本读不懂。',
		'too-large': '这个文件太大，不会是保存的对比。'
	},
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
			note: '每个事件 16 KiB：与数据相比，开销不再显眼。'
		},
		far: {
			name: '远距离',
			note: '每个方向 100 毫秒，抖动最多 40 毫秒。'
		},
		compressed: {
			name: '压缩',
			note: '长轮询、SSE 和 WebSocket，各有压缩和不压缩的一条通道。'
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
			note: '事件之间相隔数秒；短轮询带 ETag，每 10 秒问一次。'
		},
		silence: {
			name: '静默',
			note: '一个事件也没有：光是等待要花多少？'
		}
	}
};
