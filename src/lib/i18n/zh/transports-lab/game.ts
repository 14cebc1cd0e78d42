import type { Area } from '../../text.ts';
import type { game as en } from '../../en/transports-lab/game.ts';

export const game: Area<typeof en> = {
	title: '推送游戏',
	lead: '世界只有一个，在服务器上，每秒走 20 步，怪物也由它移动。浏览器什么都不推算，只画收到的快照。换一种传输方式，体会差别。',
	join: '开始玩',
	again: '再玩一次',
	leave: '离开',
	live: '实时',
	noServer: '还没有连上实验服务器，没有世界可玩。',
	joining: '正在进入…',
	waiting: '等待第一个快照…',
	invitation: '现在什么都不动：有人玩，世界才运转。点“开始玩”，然后试试站着不动。',
	freeze: '定住画面',
	thaw: '继续显示',
	frozen: '画面已定住。世界照常运转，怪物照咬不误。',
	glide: '在快照之间滑动：画的是服务器没有发过的位置，而且要再晚一个间隔',
	keys: '焦点在场地上时：方向键或 WASD 移动，空格出击；Tab 离开场地。',
	hud: {
		label: '你的状态',
		player: (number) => `${number} 号玩家`,
		health: (now, most) => `体力 ${now} / ${most}`,
		score: (points) => `已打倒怪物 ${points} 只`,
		players: (count) => (count === 1 ? '这里没有别人' : `这里有 ${count} 位玩家`),
		tick: (tick) => `第 ${tick} 步`
	},
	arena: {
		label: '场地：方向键或 WASD 移动，空格出击',
		you: '你',
		wound: '−1',
		felled: '倒下',
		empty: '空的场地，没有人在玩。',
		summary: (tick, players, monsters, near) =>
			`第 ${tick} 步。${players}，怪物 ${monsters} 只，其中 ${near} 只在你附近。`,
		selfAt: (health, score) => `你的体力是 ${health}，得分 ${score}。`,
		down: '你倒下了，过一会儿会自己站起来。'
	},
	pad: {
		label: '操作按钮',
		up: '上',
		down: '下',
		left: '左',
		right: '右',
		strike: '出击'
	},
	choice: {
		title: '快照怎么来',
		note: '玩的时候可以随时切换：你留在世界里，新的传输方式从最后看到的快照接着收。',
		interval: '请求间隔',
		hold: '最多挂起',
		milliseconds: '毫秒',
		seconds: '秒',
		feel: {
			'short-polling':
				'页面定时请求。两次请求之间世界照走，你却看不见；按键马上发出，效果要等下一次响应才看得到。',
			'long-polling': '页面请求，服务器等到下一步才响应：最多每一步都要一个请求。',
			'server-sent-events': '一个不结束的响应带来所有快照。按键走 POST，用的是另外的连接。',
			websocket: '一条连接，双向都通：一个快照一帧，一次按键也是一帧。',
			'socket-io': '先轮询，再升级为 WebSocket；每个快照外面多包一层。'
		}
	},
	numbers: {
		title: '此刻实测',
		snapshots: '每秒快照数',
		age: '画面的平均年龄',
		worst: '最大',
		ageHint: '从服务器生成快照的时刻（由服务器告知）算起，到它在这里被下一个快照替换为止。',
		error: (error) => `时钟误差 ± ${error}`,
		effect: '按键 → 见效，中位数',
		effectHint: '只用本页时钟：从按键起，到收到表明服务器已处理这次输入的快照为止。',
		down: '下行',
		up: '上行',
		requests: '请求数',
		perSecond: (value) => `每秒 ${value}`,
		inAll: (value) => `共 ${value}`,
		perSnapshot: '每个快照的线上字节',
		none: '–',
		unmeasured: '按一个键就能测到'
	},
	chart: {
		title: '画面的年龄（毫秒）：一直增长，直到下一个快照到来',
		from: (seconds) => `${seconds} 秒前`,
		now: '现在',
		label: (now, mean) => `最近几秒画面的年龄：现在 ${now}，平均 ${mean}`
	},
	who: {
		title: '没人点击，东西却在动：是谁发来的？',
		lead: '每当你身上发生了不是自己做的事，这里就列出把它带来的那些字节。',
		nothing: '还没有。站着别动，怪物会来找你。',
		list: '发生在你身上的事',
		at: (tick) => `第 ${tick} 步`,
		kinds: {
			bite: (by) => `${by} 号怪物咬了你`,
			fell: (by) => `${by} 号怪物把你打倒了`,
			push: (by) => `${by} 号玩家推了你`,
			rise: () => '你重新站起来了'
		},
		still: (time) => `此前 ${time} 里你没有按过任何键。`,
		never: '你还没有按过任何键。',
		asked: {
			'short-polling': (path, wait) =>
				`不过你的页面请求过：${path}，${wait} 后得到响应。用 HTTP，服务器只能响应；事情发生了，也得等下一次请求。`,
			'long-polling': (path, wait) =>
				`不过你的页面请求过：${path}。服务器把它挂起了 ${wait}，直到有话可说。`,
			'server-sent-events': (path, wait) =>
				`你的页面只在 ${wait} 前请求过一次：${path}。服务器至今还在响应那一个请求。`,
			websocket: (path, wait) =>
				`你的页面没有请求过什么：连接是 ${wait} 前打开的（${path}），此后服务器想说就说。`,
			'socket-io': (path, wait) => `带来它的那次请求始于 ${wait} 前：${path}。`
		},
		looking: '服务器稍后才会告知它写出的字节…',
		lost: '这些字节只计了数，没有留存：这条通道的录制空间已经用完。离开后再玩，就会重新录制。',
		facts: {
			transport: '传输方式',
			tick: '步，事件',
			exchange: '请求',
			bytes: '这次写出的字节数'
		},
		tickEvent: (tick, event) => `第 ${tick} 步，id ${event}`,
		exchange: (number, socket) => `${number}，TCP 连接 ${socket}`,
		bytesLabel: '离开服务器时的字节；标出的是快照，点表示控制字符',
		link: '逐字节查看这条通道',
		legend:
			'快照的读法：步 | 玩家：编号、x、y、朝向、姿态、体力、得分、最后处理的输入 | 怪物：编号、x、y、情绪、体力 | 发生的事。'
	},
	tried: {
		title: '你试过的',
		none: '用一种传输方式玩一会儿，再切换：每一种的数字都会留在这里。',
		caption: '玩过的传输方式，实测',
		columns: {
			transport: '传输方式',
			seconds: '时长',
			snapshots: '快照',
			age: '平均年龄',
			worst: '最大年龄',
			effect: '按键 → 见效',
			down: '下行',
			up: '上行',
			requests: '请求数',
			perSnapshot: '每个快照'
		},
		clock: (error) =>
			`字节数是含全部头部的 TCP 载荷，在服务器的套接字上计数。画面的年龄受时钟误差影响，± ${error}。`
	},
	together: {
		title: '一起玩',
		tab: '再开一个标签页',
		tabHint: '把它放在旁边，换一种传输方式：同一个世界，同一步，画面的年龄却不同。',
		device: '用同一网络里的另一台设备打开：',
		lan: '别的设备还连不上这个服务器：请用 npm start -- --lan 启动。'
	},
	over: {
		idle: '你三分钟没有按键，已离开世界。测得的数字还在。',
		full: '世界里已有 64 位玩家，没有空位了。等有人离开再试。',
		'session-lost': '与实验服务器的会话已丢失，你的玩家也随之消失。',
		'too-many-streams': '本页或服务器打开的事件流已到上限。请稍后再试。',
		'too-many-lanes': '本页打开的通道已到上限。请离开后再玩。',
		other: (code) => `实验服务器拒绝了（${code}）。`
	},
	troubles: {
		waiting: '没有连上，正在重试…',
		connecting: '正在连接…',
		stopped: '服务器已不认识这条通道。请离开后再玩。'
	}
};
