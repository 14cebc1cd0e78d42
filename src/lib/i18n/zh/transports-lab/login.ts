import type { Area } from '../../text.ts';
import type { login as en } from '../../en/transports-lab/login.ts';

export const login: Area<typeof en> = {
	title: '扫码登录',
	lead: '一个页面等着手机放行。它可以隔一阵问一次，可以问一次然后被挂起，也可以守着一条打开的连接等通知。这里实测两件事：页面多久才知道，等待要花多少。',
	way: {
		label: '页面的等待方式',
		notes: {
			'short-polling': '按固定间隔请求；两次之间发生的事，要等下一次请求才知道。',
			'long-polling': '请求一次；服务器把它挂起，有消息才响应。',
			'server-sent-events': '一个不结束的响应，服务器随时往里写。',
			websocket: '一条双向打开的连接，服务器直接发消息。',
			'socket-io': '先用长轮询，再升级到 WebSocket。'
		},
		interval: '间隔',
		hold: '最多挂起',
		milliseconds: '毫秒',
		seconds: '秒',
		etag: '带上 ETag：没有新消息时只回一个没有正文的 304'
	},
	start: '显示二维码',
	again: '重新开始',
	fresh: '换一个码',
	stop: '不再等待',
	noServer: '还没有连上实验服务器：登录码由它生成，手机的决定也由它接收。',
	page: {
		label: '等待登录的页面',
		empty: {
			title: '尚未登录',
			body: '选好等待方式，再让这个页面显示二维码。'
		},
		opening: '正在向服务器要一个登录 id…',
		scan: '用手机相机扫描',
		scanHere: '用这里画出来的手机扫描',
		left: (seconds) => `${seconds} 秒内有效`,
		code: '二维码，内容是手机页面的地址',
		number: '核对数字',
		scanned: {
			title: '已扫描',
			body: '有人读到了这个码。手机上显示同一个数字时，再在手机上确认。'
		},
		confirmed: {
			title: '欢迎',
			body: '页面变了：它已登录。真实的网站此刻会通过这个页面自己的连接，把会话 Cookie 交给这个浏览器；二维码里从来没有它。'
		},
		declined: { title: '已拒绝', body: '手机上选了拒绝。这个页面仍未登录。' },
		expired: { title: '二维码已过期', body: '没有人及时确认。' },
		stopped: { title: '不再等待', body: '这个码已作废，不能再用。' },
		lost: {
			title: '等待中断了',
			body: '服务器已不认识这次登录，它的码不能再用。'
		},
		failed: { title: '没有拿到登录码' }
	},
	faults: {
		'no-channel': '与实验服务器没有连上。请等连接恢复后再开始。',
		'too-many-streams': '服务器暂时容不下更多登录，请过一分钟再试。',
		'too-many-lanes': '服务器暂时容不下更多登录，请过一分钟再试。',
		other: (code) => `实验服务器拒绝了（${code}）。`
	},
	steps: {
		label: '这次登录的步骤',
		waiting: '等待扫描',
		scanned: '已扫描',
		confirmed: '已确认',
		declined: '已拒绝',
		expired: '已过期',
		stopped: '已停止',
		lost: '已中断',
		delay: (time) => `页面晚 ${time} 得知`,
		pending: '还没有'
	},
	network: {
		label: '二维码里的地址',
		through: '服务器就在你的网络里：同一网络中的手机可以扫描这个码。',
		localTitle: '只有这台电脑能访问这个服务器',
		local:
			'它只监听环回地址，真手机扫了这个码，访问的只是手机自己。要让手机能访问，请停掉服务器，用下面的命令面向局域网启动：',
		command: 'npm start -- --lan',
		copy: '复制',
		then: '再打开它打印出来的某个地址。在那之前，可以用这里画出来的手机：它运行的是同一个页面。'
	},
	phone: {
		label: '画出来的手机',
		idle: '相机正等着二维码。',
		ready: '取景框里有一个码。',
		scan: '扫描二维码',
		note: '这不是动画：它与手机页面是同一个组件，发出的也是同样的 POST 请求。',
		open: '在新标签页里打开手机页面'
	},
	now: {
		title: '等待期间',
		at: '此刻',
		asking: '一个请求正在路上。',
		pausing: '没有动静：还没到下一次请求的时间。',
		held: '服务器挂起了一个请求。',
		stream: '响应开着，没有数据。',
		socket: '连接开着，没有数据。',
		connecting: '正在连接。',
		trouble: '连接失败，正在重试。',
		requests: '请求数',
		empty: (count) => `${count} 个没有带回消息`,
		up: '上行字节',
		down: '下行字节',
		waited: '等待时间',
		lane: '逐字节查看这些请求',
		scope: '按 TCP 载荷计，含报文头；每个字节都由服务器告知页面。',
		clock: (error) => `延迟从服务器的时钟算到本页的时钟，时钟误差不超过 ±${error}。`
	},
	attempts: {
		title: '历次登录',
		about: '换几种等待方式，多登录几次：离开实验室之前，每次的记录都留在表里。',
		none: '第一次登录结束后会出现在这里。',
		number: '序号',
		way: '等待方式',
		outcome: '结果',
		scan: '扫描 → 页面',
		decision: '决定 → 页面',
		requests: '请求数',
		up: '上行',
		down: '下行',
		waited: '等待',
		bytes: '逐字节',
		bytesOf: (number) => `逐字节查看第 ${number} 次登录`,
		unknown: '–',
		clear: '清空表格'
	},
	findings: {
		title: '这说明什么',
		asked: (interval, half) =>
			`短轮询每 ${interval} 问一次，发生了什么都要等下一次请求才知道：最多等 ${interval}，平均等 ${half}。`,
		askedOnce: (wait) => `实测一次：${wait}。`,
		askedOften: (count, least, most, mean) =>
			`实测 ${count} 次：${least} 到 ${most}，平均 ${mean}。`,
		and: '，',
		empty: (empty, requests) =>
			`最近一次短轮询的 ${requests} 个请求里，有 ${empty} 个没有带回消息。`,
		told: {
			'long-polling': (times, requests) =>
				`手机做出决定时，长轮询已有一个请求挂起在服务器上：${times}。共 ${requests} 个请求，每次响应用掉一个。`,
			'server-sent-events': (times) => `服务器一得知，就写进打开着的响应：${times}。`,
			websocket: (times) => `服务器一得知，就通过打开着的 WebSocket 发出：${times}。`,
			'socket-io': (times, requests) =>
				`Socket.IO 主动推送每一步：${times}。${requests} 个请求大多花在建立连接上。`
		},
		scanKnew: (time) => `扫描后 ${time} 页面得知`,
		decisionKnew: (time) => `决定后 ${time} 页面得知`,
		faster: (fast, fastTime, slow, slowTime) =>
			`从手机做出决定到页面得知：${fast} ${fastTime}，${slow} ${slowTime}。`,
		cheaper: (cheap, cheapBytes, dear, dearBytes) =>
			`等待的花费：${cheap} ${cheapBytes}；${dear} ${dearBytes}。`,
		spent: (bytes, requests, time) => `${bytes}（${requests} 个请求，等了 ${time}）`,
		one: '再用另一种方式等一次登录，就能比较两者。'
	},
	safety: {
		title: '扫码登录必须做到什么',
		about:
			'谁读到二维码，谁就能替它做决定。所以这个码要尽量不值钱、尽量短命，除非两台设备都在同一个人手里。',
		points: [
			{
				term: '随机 id，不是会话',
				text: '码里是 128 个随机比特，只指代这一次登录。它本身不放任何人进来：登录的是当初要来这个 id 的页面，走的是它自己的连接；光是抄走二维码的人进不来。'
			},
			{
				term: '短命，只用一次',
				text: '过了两分钟，或有了第一个决定，服务器就忘掉这个 id。那之后，二维码的照片毫无用处。'
			},
			{
				term: '不进日志',
				text: 'id 写在地址的 # 之后。浏览器不会把这部分发给任何服务器：访问日志、代理和 Referer 里都没有它。'
			},
			{
				term: '用 POST，且只认自己的页面',
				text: '打开地址并不等于确认：链接预览和邮件扫描程序也会打开地址。决定用带 JSON 的 POST 发出，并且 Origin 是服务器自己的才算数（RFC 6455 §10.2 对 WebSocket 也有同样的要求）。'
			},
			{
				term: '说清是谁在请求',
				text: '攻击者可以给你看他的二维码，让你替他登录。所以手机要说明是哪个浏览器、从哪个地址请求，两边显示同一个数字，而且绝不自动确认。'
			},
			{
				term: '走 TLS',
				text: '在自己网络里做实验，这里用的是明文 HTTP。放到公网上，一切都要走 https 和 wss，否则路上的人都能读到 id。'
			}
		]
	}
};
