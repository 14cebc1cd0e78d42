import type { Area } from '../../text.ts';
import { spaced } from '../spaced.ts';
import type { scale as en } from '../../en/transports-lab/scale.ts';

/** Words of scale: load runs, what they measured, and what a million clients would take. */
export const scale: Area<typeof en> = {
	title: '规模',
	lead: '一个只在等待的客户端要占多少资源？另起一个进程，用同一种传输方式打开最多 2,000 条真实连接，同时由服务器查看自己的内存和 CPU；再从这里一步步推算到一百万，每个数字都摆在眼前。',
	live: '实时',
	setup: {
		title: '运行设置',
		transports: '要运行的传输方式',
		subscribers: '客户端',
		events: '事件',
		rate: '频率',
		rateUnit: '个/秒',
		size: '大小',
		sizeUnit: 'B',
		interval: '短轮询间隔',
		intervalUnit: '毫秒',
		hold: '长轮询挂起',
		holdUnit: '秒',
		run: (transport) => spaced(`运行${transport}`),
		runSome: (count) => `运行 ${count} 种传输方式`,
		runAll: '运行全部五种',
		cancel: '取消',
		choose: '请选择要运行的传输方式。',
		tooLong: (seconds, most) =>
			`这些事件要发 ${seconds} 秒，而一次运行最多发 ${most} 秒。请减少事件，或提高频率。`,
		takes: (time) =>
			`至少需要 ${time}：等待要持续一整轮，即这种传输方式自己会做的事做完一遍；连接的时间另算。`,
		oneClock:
			'一次只运行一种：一个进程只有一个 CPU 时钟，它只计毫秒，不管是为谁花的；两种同时运行，就分不清各用了多少。服务器这段时间里做的其他事也会计入，所以请让别的页面安静些。',
		busy: '正在竞速，它的开销也会被计入。结束后才能开始。',
		leaves: '离开本页会结束正在进行的运行，已完成的保留。'
	},
	off: {
		title: '这台服务器关闭了负载运行',
		body: '负载运行每次会让机器忙上一两分钟，因此由运营者决定是否允许。只有本机能访问的服务器（HOST=127.0.0.1，即默认值）默认允许；其他服务器需要这样启动：',
		command: 'ALLOW_LOAD=on npm start',
		own: '也可以在自己的机器上启动 Wire101，再打开那里的这个页面。'
	},
	progress: {
		title: (transport) => `正在运行：${transport}`,
		next: (transports) => `接下来：${transports}`,
		separator: '、',
		asking: '正在请求服务器',
		measuring: '只有进程自己',
		measuringNote: '没有人连接时，它本来用多少？',
		connecting: '正在连接',
		connectingNote: (connected, all) => `${connected} / ${all}`,
		waiting: '全部等待',
		waitingNote: (time, all) => `${time} / ${all}`,
		delivering: '正在送达',
		deliveringNote: (delivered, due) => `${delivered} / ${due}`,
		states: { done: '已完成', now: '进行中', later: '未开始' },
		said: (transport, phase) => `${transport}：${phase}`
	},
	cancelled: '已取消。此前完成的结果在下面。',
	faults: {
		serverSays: '服务器的原话：',
		'switched-off': {
			title: '这台服务器关闭了负载运行。',
			what: '运营者可以用 ALLOW_LOAD=on 打开；在本机上（HOST=127.0.0.1）默认就是打开的。'
		},
		'foreign-origin': {
			title: '服务器认为这个页面来自别的网站。',
			what: '只有服务器自己的页面才能发起运行。如果前面有代理，请用 ORIGIN 告诉服务器它的公开地址。'
		},
		busy: {
			title: '另一次运行正在进行，可能来自这个页面，也可能来自别的页面。',
			what: '一台服务器一次只做一个运行，因为它们只能共用一个 CPU 时钟。一次大约一分钟，请稍后再试。'
		},
		closing: {
			title: '服务器正在关闭。',
			what: '等它恢复后再开始。'
		},
		refused: {
			title: '服务器拒绝了这次运行。',
			what: '原因见下，换一组设置也许可以。'
		},
		unreachable: {
			title: '实验服务器没有应答。',
			what: '它还在运行吗？这台机器的网络还通吗？确认后再试。'
		},
		cut: {
			title: '运行到一半，连接断了。',
			what: '运行随之结束，没有留下结果。页面和服务器之间可能有设备会截断长时间的响应。'
		},
		'bad-answer': {
			title: '返回的不是负载运行的数据。',
			what: '可能是页面和服务器之间的某个设备代为应答。请重新加载页面后再试。'
		},
		'too-many-files': {
			title: '这个进程打不开这么多文件。',
			what: '每条连接都是一个打开的文件。请减少客户端，或在启动服务器之前放宽限制：ulimit -n 8192。'
		},
		'not-connected': {
			title: '有客户端没能连上，或没能保持连接。',
			what: '这台机器太忙，或承受不了这么多。请减少客户端。'
		},
		'child-ended': {
			title: '客户端所在的进程提前结束了。',
			what: '系统可能内存不足。请减少客户端，或再试一次。'
		},
		fault: {
			title: '运行在服务器内部出错。',
			what: '原因见服务器日志。请再试一次。'
		}
	},
	empty: {
		title: '还没有测量',
		body: '这里没有数字，因为现成的数字只会来自别的机器。运行之后，每种传输方式都会在这里列出自己的实测值：',
		items: {
			memory: '一个等待中的客户端占多少内存，分三种看：常驻内存、堆上存活的对象、堆外内存',
			waiting: '什么都没发生时，一个等待中的客户端用多少 CPU：轮询的每次询问都有代价',
			delivered: '送达 1,000 个事件用多少 CPU',
			million: '一百万个客户端要多少资源，附公式和全部假设'
		}
	},
	measured: {
		title: '实测',
		note: (when) => `每种传输方式最近的一次运行，${when}`,
		memory: '每个等待中的客户端：内存',
		waiting: '每个等待中的客户端：CPU',
		waitingNote: '什么都没发生；每秒的微秒数',
		delivered: '送达 1,000 个事件：CPU',
		deliveredNote: '毫秒',
		memoryNote: 'KiB',
		kinds: { rss: '常驻', heap: '堆', external: '堆外' },
		clients: (count) => `${count} 个客户端`,
		requests: (each) => `每个客户端每秒 ${each} 个请求`,
		noRequests: '其间没有请求',
		wire: (up, down) => `每个客户端每分钟上行 ${up}，下行 ${down}`,
		quiet: '其间线上没有任何字节',
		below: (floor) => `< ${floor}`,
		belowNote: '比进程自身的开销还小',
		asWaiting: (all, part) => `其中 ${part} 是光等待也要用的`,
		asWaitingAll: '全部是光等待也要用的：事件由询问顺便带回',
		nothingDelivered: '没有送达事件',
		notAll: (delivered, due) => `应送达 ${due} 个，按时送达 ${delivered} 个，真实开销更高`,
		notCollected: '读数之前没有回收垃圾，堆里还包含已经无用的对象',
		earlier: '设置相同的早先运行',
		earlierCount: (count, shown) => `另有 ${shown} 次早先的运行`,
		legend: {
			title: '图例',
			rss: '常驻内存：系统交给进程的内存页',
			heap: '堆：存活的对象',
			external: '堆外：堆以外的缓冲区',
			beyond: '用于送达',
			asWaiting: '同样时间里光等待也要用的'
		},
		stable: {
			title: '哪个内存数字可信',
			heap: '最稳定的是堆。每次读数之前都先回收垃圾，数到的都是存活的对象，也就是服务器为一条连接保存的东西。再跑一次，几乎不变。',
			rss: '常驻内存是系统看到的数字，机器的内存就是被它用完的；但它忽高忽低。进程会留着先前得到的内存页，以后接着用：启动后的第一次运行数字最大，后面的可能几乎为零。',
			external:
				'堆外内存是 C++ 替我们保存的，主要是缓冲区。它随正在收发的数据增长；大家都只是等待时，几乎没有。'
		}
	},
	table: {
		title: '同样的结果，用数字表示',
		copyTsv: '复制为 TSV',
		copyMarkdown: '复制为 Markdown',
		save: '保存所有运行（JSON）',
		clear: '清除所有运行',
		none: '–',
		columns: {
			transport: '传输方式',
			settings: '设置',
			clients: '客户端',
			rss: '每个常驻（B）',
			heap: '每个堆（B）',
			external: '每个堆外（B）',
			waiting: '每个等待 CPU（µs/s）',
			floor: '进程自身，分摊到每个（µs/s）',
			requests: '每个请求数（/s）',
			up: '每个上行（B/s）',
			down: '每个下行（B/s）',
			delivered: '1,000 个事件 CPU（ms）',
			asWaiting: '其中等待也要用（ms）',
			connecting: '每个连接 CPU（ms）',
			events: '送达事件',
			due: '应送达'
		},
		settings: (events, size, rate) => `${events} 个事件，每个 ${size}，每秒 ${rate} 个`,
		interval: (interval) => `每 ${interval} 毫秒问一次`,
		hold: (hold) => `挂起 ${hold} 秒`,
		separator: '，'
	},
	planned: {
		title: '推算：这么多客户端',
		about:
			'从测过的客户端数，沿一条直线推到你选的数目。下面每个数字都由该传输方式最近的一次运行算出。',
		clients: '客户端',
		slider: '客户端数，对数刻度',
		tableTitle: (clients) => `${clients} 个客户端需要的资源`,
		units: {
			perSecond: (value) => `${value}/s`,
			cores: (value) => value,
			seconds: (value) => `${value} s`,
			ms: (value) => `${value} ms`,
			msPerSecond: (value) => `${value} ms/s`,
			bytes: (value) => `${value} B`,
			bytesPerSecond: (value) => `${value} B/s`
		},
		below: (value) => `< ${value}`,
		above: (value) => `> ${value}`,
		unknown: '没有送达事件',
		values: {
			memory: { name: '常驻内存', formula: '进程自身 + 客户端数 × 每个的常驻内存' },
			heap: { name: '堆内存', formula: '进程自身 + 客户端数 × 每个的堆' },
			files: { name: '打开的文件', formula: '客户端数 × 每个的连接数' },
			'idle-requests': { name: '空闲时的请求', formula: '客户端数 × 每个每秒的请求数' },
			'idle-up': { name: '空闲时的上行', formula: '客户端数 × 每个每秒的上行字节' },
			'idle-down': { name: '空闲时的下行', formula: '客户端数 × 每个每秒的下行字节' },
			'idle-cores': {
				name: '空闲时的 CPU 核数',
				formula: '客户端数 × 每个每秒的 CPU ÷ 1,000 毫秒'
			},
			'event-seconds': {
				name: '每秒一个事件要的核数',
				formula: '客户端数 × 送达 1,000 次超出等待的 CPU ÷ 1,000 ÷ 1,000 毫秒'
			},
			'connect-seconds': {
				name: '全部连上要的 CPU 时间',
				formula: '客户端数 × 连接一个的 CPU ÷ 1,000 毫秒'
			}
		},
		formulas: '代入数字的公式，取自',
		formulaTitle: '代入数字的公式',
		chooseRun: '代入哪种传输方式的数字',
		equals: '=',
		floorNote: (floor) =>
			`测到的值比进程自身的开销还小，只能给出上限：每个客户端每秒不到 ${floor}。一次运行的客户端越多，上限越精确。`,
		reusedNote:
			'常驻内存的增长比存活的对象还少，因为进程重新用上了原有的内存页。至少要占堆的这么多。',
		beyondNone:
			'送达所用的 CPU 没有超过光是询问所用的：事件由询问顺便带回，它的代价已算在空闲时的核数里。',
		assumptions: '这里的假设',
		assumed: {
			linear: (clients, to, times) =>
				`开销按直线增长。测了 ${clients} 个客户端，${to} 是它的 ${times} 倍。实际上，垃圾回收、缓存和内核的各种表，装得越满就越慢。`,
			'one-core-a-process': (base) =>
				`只有一个进程。一个 Node 进程的 JavaScript 只在一个核上运行；需要不止一个核，就需要更多进程，每个进程在迎来第一个客户端之前自己就占 ${base}，前面还要有东西把客户端分给它们。`,
			'whole-process': (share) =>
				`CPU 时钟计的是整个进程。没有人连接时，它占用一个核的 ${share}，这部分已经扣除。`,
			loopback:
				'走环回接口：没有丢包，没有延迟，也没有网卡中断。客户端在同一台机器上运行，与服务器共用 CPU 核。',
			'no-tls':
				'没有 TLS。用了 TLS，每条连接还要保存密钥和缓冲区，往往有几十 KiB；每次握手都要用密钥签名，每个字节都要加密。如果由代理来做，开销就在代理那里。',
			'kernel-not-counted':
				'不含内核的内存。每条 TCP 连接即使缓冲区是空的，也要在内核里占几 KiB；客户端读得慢，就要占得多得多。',
			'memory-used-again':
				'常驻内存包含进程反复使用的内存页：启动后的第一次运行数字最大。堆反映的才是存活的对象。',
			files: (files) =>
				`每条连接是一个打开的文件，共 ${files} 个。一个进程能打开多少由它的限制决定（ulimit -Hn）；在 Linux 上，这个限制最高到 fs.nr_open，默认 1,048,576。`,
			ports:
				'服务器的端口用不完：一条连接由双方的地址和端口共同区分。前面的代理却会用完：从一个地址到同一台服务器的同一个端口，Linux 默认只给 28,232 个。',
			interval: (interval, requests, up, down) =>
				`每个客户端每 ${interval} 毫秒问一次：什么都没发生，每秒也有 ${requests} 次询问，每秒上行 ${up}，下行 ${down}。这里的客户端报文头很短，浏览器的还要长几百字节。`,
			hold: (hold, requests, up, down) =>
				`每个客户端每 ${hold} 秒重新问一次：什么都没发生，每秒也有 ${requests} 次询问，每秒上行 ${up}，下行 ${down}。这里的客户端报文头很短，浏览器的还要长几百字节。`,
			'keep-alive': (down) =>
				`每 15 秒给每个客户端发一行注释，免得代理断开事件流：什么都没发生，每秒也要下行 ${down}。`,
			'no-heartbeat': (pings, down, up) =>
				`WebSocket 等待时，这台服务器不发心跳。经过代理就需要心跳：每 30 秒一个 ping，就是每秒 ${pings} 帧，每秒下行 ${down}（每帧 2 B），pong 每秒上行 ${up}（每帧 6 B）。`,
			heartbeat: (down, up) =>
				`Engine.IO 每 25 秒问一次每个客户端还在不在：什么都没发生，每秒也要下行 ${down}，上行 ${up}。`,
			'fan-out': (to, size, all) =>
				`一个事件发给所有人，就是 ${to} 次写入或响应。每次 ${size}，光数据就有 ${all}，头部和封装另计；要等最后一个核做完，这个事件才算发完。`,
			overloaded: (delivered, due) =>
				`应送达 ${due} 次，按时送达 ${delivered} 次：真实的开销更高。`,
			'not-collected': '读内存之前没有回收垃圾，堆里还包含已经无用的对象。'
		},
		silent: {
			title: '这里没有说的',
			items: {
				delay: '事件会晚多少。机器到了极限，事件都能送到，只是晚；延迟由竞速来测。',
				work: '你自己的服务器对一个事件要做什么：权限、过滤、数据库。这里只是转手。',
				slow: '慢客户端的代价。它们没有读走的数据，都要逐个留在内存里。',
				storm: '所有客户端同时重连会怎样。连接所用的时间只是一部分，其余是登录和恢复状态。',
				other:
					'换一个运行环境、换一个库、换一台机器会怎样。各种传输方式的次序也许不变，数字一定会变。'
			}
		}
	}
};
