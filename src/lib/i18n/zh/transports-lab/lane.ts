import type { Area } from '../../text.ts';
import type { lane as en } from '../../en/transports-lab/lane.ts';
import { dissect } from './dissect.ts';
import { http } from './http.ts';

export const lane: Area<typeof en> = {
	title: '逐字节看一条通道',
	lead: '一条通道的每个请求、响应和帧，都是服务器套接字上抓到的原样：报文头、正文、事件和包，一直拆到字节。',
	which: '通道',
	lanes: { other: (name, tab) => `${name}（另一标签页 ${tab}）` },
	backToRace: '回到竞速',
	backToLogin: '回到扫码登录',
	backToGame: '回到推送游戏',
	empty: {
		title: '还没有通道',
		body: '通道的内容来自竞速：竞速进行时，服务器的套接字上会录下这条通道的请求、响应和帧。先开始一次竞速，再回到这里；竞速还在进行时也可以看。',
		action: '开始竞速'
	},
	emptyLogin: {
		title: '还没有登录记录',
		body: '页面等待登录期间交换的一切，都在服务器的套接字上录下。先让页面等一次登录，再回到这里，等待过程中也可以来看。',
		action: '去扫码登录'
	},
	emptyGame: {
		title: '还没有玩过',
		body: '带来快照的和带走按键的，都在服务器的套接字上录下。先玩一会儿，再回到这里。',
		action: '去玩推送游戏'
	},
	list: {
		title: '请求列表',
		count: (_count, shown) => `${shown} 次请求`,
		filtered: (shown, count) => `${count} 次请求中的 ${shown} 次`,
		filter: '筛选',
		filterHint: '方法、路径、状态码',
		none: '没有符合筛选条件的请求。',
		nothing: '这条通道还没有发过请求。',
		label: '这条通道的请求',
		more: (kept, all) => `共 ${all} 次请求，保留前 ${kept} 次；计数包含全部。`,
		number: '编号',
		request: '请求',
		status: '状态',
		begun: '时刻',
		up: '上行',
		down: '下行',
		connection: 'TCP',
		held: '用时',
		events: '事件',
		numberLong: '在会话中的编号',
		begunLong: '从各通道开始连接算起的秒数',
		upLong: '客户端发给服务器的字节数，含报文头',
		downLong: '服务器发给客户端的字节数，含报文头',
		connectionLong: 'TCP 连接的编号：浏览器用一条连接发许多请求',
		heldLong: '从请求的最后一个字节到这次请求结束，以毫秒计',
		eventsLong: '这次请求送达的事件数',
		pending: '进行中',
		noEvents: '–',
		unknownEvents: '?',
		unknownEventsLong: '没有计数：字节没有全部保留，或者经过压缩',
		cut: '有字节没有保留',
		row: ({ number, request, status, up, down, connection }) =>
			`${number}，${request}，${status}，上行 ${up}，下行 ${down}，TCP ${connection}`
	},
	cut: {
		title: '只计了数',
		body: (kept, all) =>
			`这次请求共 ${all}，保留了 ${kept}；其余的经过线上时只计了数，没有保留。总数是准确的，那些字节无法显示。`
	},
	bench: {
		steps: '看这次请求的哪一部分',
		loading: '正在加载拆解程序…',
		conversation: '对话',
		anatomy: '剖析',
		states: '双方',
		noRecord: '线上还没有任何内容。',
		choose: '请在上面的列表里选择一次请求。'
	},
	facts: {
		title: '这次请求',
		begun: '开始',
		request: '请求收齐',
		response: '响应开始',
		end: '结束',
		held: '用时',
		waiting: '还没有',
		up: '上行',
		down: '下行',
		head: (size) => `报文头 ${size}`,
		headUnknown: '报文头没有保留',
		connection: (number) => `TCP 连接 ${number}`,
		states: '由字节得出的状态',
		plain: '普通的 HTTP 请求和响应，没有 WebSocket 状态。'
	},
	upgrade: {
		title: 'Socket.IO 怎样换到 WebSocket',
		body: '从这条通道抓到的字节里找出；点开每一步，就是对应的记录。',
		pending: '还没有看到',
		unneeded: '没有挂起的轮询，用不着',
		steps: {
			open: '轮询的响应打开会话，并提出可以升级',
			switch: '轮询照常，另做一次 WebSocket 握手',
			probe: '客户端探一探通不通',
			answer: '服务器应答',
			noop: '用 noop 应答挂起的轮询',
			upgrade: '客户端把会话切换过去'
		},
		after: (time) => `+${time}`
	},
	dissect,
	http
};
