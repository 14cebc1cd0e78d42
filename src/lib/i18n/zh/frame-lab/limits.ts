import type { limits as en } from '../../en/frame-lab/limits.ts';
import type { Area } from '../../text.ts';

export const limits: Area<typeof en> = {
	title: '限制',
	lead: 'RFC 6455 允许一条消息长达 2⁶³ − 1 字节，至于可以有多少帧、多少个 ping、拖多少分钟，它只字未提。§10.4 让每个接收方自己设限。下面用七种办法实地试探。',
	rule: '所有限制背后是同一条规矩：内存只为已经到达的字节分配，绝不为宣称要来的字节分配。',
	bounds: {
		title: '这里生效的限制',
		note: '由这台服务器和这个页面给出',
		name: '限制',
		value: '取值',
		about: '限制什么',
		unknown: '尚未告知',
		rows: {
			MAX_MESSAGE_BYTES: '一条 WebSocket 消息，不论几帧',
			MAX_RUN_BYTES: '本实验室一次运行写出的字节数',
			MAX_RUN_WRITES: '一次运行的 TCP 写入次数',
			MAX_RUN_SECONDS: '一次运行的时长',
			frames: '一次运行的帧数，重复的也算（页面固定值）',
			frameBytes: '在这里编辑的单帧字节数（页面固定值）'
		},
		pageName: { frames: '页面：帧数', frameBytes: '页面：单帧字节数' },
		seconds: (value: string) => `${value} 秒`
	},
	experiments: {
		announced: {
			title: '宣称的长度超限',
			question:
				'帧头宣称的长度比服务器的上限多 1 字节，实际只来 16 字节，然后就没有了。服务器会等下去吗？',
			why: '光看帧头就知道消息太长，没有什么可等。如果接收方一见长度就先分配内存，那么每条连接只用几个字节，就能把它的内存耗尽。'
		},
		sum: {
			title: '分片加起来超限',
			question: '每一帧都不长，但加起来超过上限，而且消息还没有结束。会在哪里被拦下？',
			why: '只限制单帧，等于没有限制消息：分片要一直留着，直到最后一片到达。接收方把各片宣称的长度累加起来，超限的那一帧一到就停下。'
		},
		huge: {
			title: '宣称 2⁶³ − 1 字节',
			question:
				'这是 §5.2 允许的最大长度：8 EiB。JavaScript 的 number 都无法精确表示。服务器会怎么处理？',
			why: '这个长度合法，但这样的消息不可能存在。数值只精确到 2⁵³ 的程序，必须先比较再转换。关闭码 1009 的意思是“太大”，不是“有错”。'
		},
		fragments: {
			title: '成千上万个小分片',
			question:
				'每片只有 1 字节的消息，总字节数远在上限之下，但每个分片都让接收方多一个对象。片数有没有上限？',
			why: '1 字节载荷在线上占 7 字节，在内存里占上百字节。ws 8.23 默认每条消息最多 16,384 片（maxFragments）；RFC 没有规定数目。'
		},
		pings: {
			title: 'ping 洪水',
			question:
				'§5.5.2 要求每个 ping 都尽快回一个 pong。pong 会和 ping 一样多吗？按 RFC，也可以只回应最近的一个。',
			why: '协议本身不限制 ping 的速度，能起作用的是背压：对方不读 pong，就不再读它发来的数据。这里由运行自身的限制把洪水控制在小范围内。'
		},
		unfinished: {
			title: '永远发不完的帧',
			question: '帧头宣称的长度比实际发送的多，连接却一直开着。服务器会等多久？',
			why: '一帧的字节可以来得任意慢，接收方分不清对方是慢还是断了，只能计算静默的时间，这里是 IDLE_SECONDS。实验室等一秒没有回应，就挂断连接。'
		},
		drip: {
			title: '一滴一滴地发',
			question:
				'一个合法的帧，每次 TCP 写入只有 1 字节，每写一次停顿一下。服务器会失去耐心，还是照样把文本送回来？',
			why: '每到一个字节都说明对方还活着，所以空闲限制对它无效。对 HTTP 头，服务器早就认识这种攻击（Slowloris），办法是限制总时长。这里由 MAX_RUN_SECONDS 结束运行。'
		}
	},
	setBy: '由谁设定',
	ownRule: 'ws 的 maxFragments，默认 16,384',
	noVariable: '没有对应的变量，靠 TCP 背压',
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
	running: '正在运行',
	notReady: '实验室服务器还没有告知它的限制。',
	tooBig: (limit: string, actual: string) =>
		`这台服务器上不行：这次运行需要 ${actual}，而上限是 ${limit}。`,
	trouble: (code: string) => `没能发送（${code}），请稍后再试。`,
	result: '对端做了什么',
	idle: '还没有运行。',
	why: '为什么要有这个限制',
	facts: {
		arrived: '已到达',
		taken: '结束前到达',
		frames: '完整的帧',
		ended: '到它结束用时',
		answered: '到最后一次回应用时',
		silent: '没有回应的时间',
		pongs: 'pong',
		of: (some: string, all: string) => `${some}，共 ${all}`,
		outcome: '运行',
		outcomes: {
			written: '全部写出',
			cancelled: '已取消',
			'peer-ended': '中断：对端结束了连接',
			'timed-out': '中断：超过时限'
		}
	},
	open: '在帧编辑器里打开这次运行'
};
