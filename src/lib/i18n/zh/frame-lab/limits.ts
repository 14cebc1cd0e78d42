import type { limits as en } from '../../en/frame-lab/limits.ts';
import type { Area } from '../../text.ts';

export const limits: Area<typeof en> = {
	title: '限制',
	lead: 'RFC 6455 允许一帧长达 2⁶³ − 1 字节；一条消息有多少帧、可以发多少个 ping、可以拖多久，都没有限制。§10.4 让每个接收方自己设限。下面用七种办法在真实的服务器上试探。',
	rule: '所有限制背后是同一条规则：内存只为已经到达的字节分配，绝不为声明要来的字节分配。',
	bounds: {
		title: '这里生效的限制',
		note: '由这台服务器和这个页面给出',
		name: '限制',
		value: '取值',
		about: '限制什么',
		unknown: '尚不可知',
		rows: {
			MAX_MESSAGE_BYTES: '一条 WebSocket 消息的大小，不论几帧',
			MAX_RUN_BYTES: '一个序列写出的字节数',
			MAX_RUN_WRITES: '一个序列的 TCP 写入次数',
			MAX_RUN_SECONDS: '一个序列的时长',
			frames: '一个序列的帧数，重复的也算（固定值）',
			frameBytes: '编辑器里一帧的字节数（固定值）'
		},
		pageName: { frames: '页面：帧数', frameBytes: '页面：单帧字节数' },
		seconds: (value: string) => `${value} 秒`
	},
	experiments: {
		announced: {
			title: '声明的长度超限',
			question:
				'帧头声明的长度比服务器的上限多 1 字节，实际只发 16 字节，然后就没有了。服务器会等下去吗？',
			why: '光看帧头就知道消息太长，没有什么可等。如果接收方先按长度分配内存，那么每条连接只用几个字节，就能耗尽它的内存。'
		},
		sum: {
			title: '分片加起来超限',
			question: '每一帧都不长，加起来却超过上限，而且消息还没有结束。它会在哪里被拦下？',
			why: '只限制单帧，等于没有限制消息：分片要一直留着，直到最后一片到达。接收方可以累加各个分片声明的长度，一到超限的那一帧就停下。'
		},
		huge: {
			title: '声明 2⁶³ − 1 字节',
			question:
				'这是 §5.2 允许的最大长度：8 EiB，连 JavaScript 的 number 都无法精确表示。服务器会怎么处理？',
			why: '这个长度合法，但这样的消息不可能存在。数值只精确到 2⁵³ 的程序，必须先比较再转换。关闭码 1009 的意思是“太大”，不是“有错”。'
		},
		fragments: {
			title: '成千上万个小分片',
			question:
				'每个分片只有 1 字节，总字节数远在上限之下，但每个分片都让接收方多存一个对象。分片数有没有上限？',
			why: '1 字节载荷在线上占 7 字节，在内存里占得更多。ws 8.23 默认一条消息最多 16,384 个分片（maxFragments）；RFC 没有规定数目。'
		},
		pings: {
			title: '大量的 ping',
			question:
				'§5.5.2 要求每个 ping 都尽快回一个 pong。pong 会和 ping 一样多吗？按 §5.5.3，也可以只回应最近的一个。',
			why: '协议本身不限制 ping 的速度，而没有人读的 pong 会积压在发送方的内存里。这里由序列的限制把数量控制在较小的范围。'
		},
		unfinished: {
			title: '永远发不完的帧',
			question: '帧头声明的长度比实际发送的多，连接却一直开着。服务器会等多久？',
			why: '一帧的字节可以来得任意慢，接收方分不清对方是慢还是已经断了，只能计算静默的时间：这里的服务器会等 IDLE_SECONDS。实验室自己只等一秒，没有回应就断开。'
		},
		drip: {
			title: '一滴一滴地发',
			question:
				'一个合法的帧，每次 TCP 写入只有 1 字节，每写一次停顿一下。服务器会失去耐心，还是照样把文本送回来？',
			why: '每到一个字节都说明对方还在，所以空闲限制不起作用。针对 HTTP 报文头的这种攻击叫 Slowloris，服务器的对策是限制总时长。这里由 MAX_RUN_SECONDS 结束序列。'
		}
	},
	setBy: '由谁设定',
	ownRule: 'ws 的 maxFragments，默认 16,384',
	noVariable: '服务器没有设限，靠序列的限制',
	willSend: '将要发送',
	frames: (count: string) => `${count} 帧`,
	oneFrame: '1 帧',
	writes: (count: string) => `${count} 次 TCP 写入`,
	oneWrite: '1 次 TCP 写入',
	pauses: (duration: string) => `停顿共 ${duration}`,
	begins: '开头',
	run: '运行',
	runAgain: '再运行一次',
	cancel: '取消',
	running: '正在运行…',
	notReady: '还不知道实验服务器的限制。',
	tooBig: (limit: string, actual: string) =>
		`这台服务器不会执行：序列需要 ${actual}，而上限是 ${limit}。`,
	trouble: (code: string) => `没能发送（${code}），请稍后再试。`,
	result: '对端做了什么',
	idle: '还没有运行。',
	why: '为什么要有这个限制',
	facts: {
		arrived: '已到达',
		taken: '结束前到达',
		frames: '完整的帧',
		ended: '对端结束用时',
		answered: '最后一次回应用时',
		silent: '没有回应的时间',
		pongs: 'pong',
		of: (some: string, all: string) => `${some}，共 ${all}`,
		outcome: '序列',
		outcomes: {
			written: '全部写出',
			cancelled: '已取消',
			'peer-ended': '中断：对端结束了连接',
			'timed-out': '中断：超过时限'
		}
	},
	open: '在编辑器中打开'
};
