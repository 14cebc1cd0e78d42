import type { Area } from '../../text.ts';
import type { chat as en } from '../../en/transports-lab/chat.ts';

export const chat: Area<typeof en> = {
	title: '聊天室',
	lead: '一个真实的聊天室，跑在一台 ws 服务器上，源码就在旁边。每一行都是从线上抓到的，都能打开承载它的那一帧。',
	panes: {
		label: '看聊天的哪一面',
		chat: '聊天',
		source: '源码',
		wire: '线上',
		told: '三种视角',
		loading: '正在加载…',
		failed: '页面的这一部分没能加载。服务器还在运行吗？请重新加载页面。'
	},
	join: {
		title: '进入聊天室',
		name: '你的名字',
		nameHint: '随机推荐，只留在本页。',
		another: '换一个推荐的名字',
		room: '房间',
		roomHint: '打开同一个房间的人会在这里遇见你。房间名写在链接里。',
		submit: '进入',
		joining: '正在进入…',
		again: '重新进入',
		noServer: '还没有连上实验服务器，页面会一直重试。',
		noName: '进入之前要先有个名字。',
		tooLong: (most) => `最多 ${most} 个字符。`
	},
	names: {
		first: ['安静的', '机灵的', '明亮的', '勇敢的', '温和的', '敏锐的', '幸运的', '从容的'],
		second: ['苍鹭', '水獭', '猎隼', '獾', '猞猁', '燕雀', '紫貂', '知更鸟'],
		whole: (first, second, number) => `${first}${second} ${number}`
	},
	room: {
		here: (count) => (count === 1 ? '只有你在' : `${count} 人在场`),
		hereList: '在场的人',
		you: '你',
		leave: '离开',
		rename: '改名',
		newName: '新名字',
		setName: '申请改名',
		invite: {
			copy: '复制邀请链接',
			copied: '已复制',
			failed: '没有复制成功：链接在地址栏里',
			hint: '指向本页的链接，房间名写在片段（#）里'
		},
		company: '只有你一个人？那就邀请自己。',
		companyMore: '聊天要有两个人。再打开一次这个房间：',
		secondTab: '在第二个标签页中',
		otherDevice: '在本网络的另一台设备上：',
		noLan: '要用手机或另一台电脑进入，服务器须以“npm start -- --lan”启动。'
	},
	log: {
		label: '对话',
		empty: '本页还没有任何对话。',
		emptyDetail:
			'进入之后，服务器的欢迎就是第一行。点开任何一行，都能看到承载它的帧，以及发出它的代码。',
		earlier: (count) => `更早的 ${count} 行没有保留。`,
		more: (count) => `${count} 行新内容`,
		earlierMark: '你来之前'
	},
	lines: {
		welcome: (name, room) => `欢迎，${name}。你在 ${room}。`,
		taken: (wanted) => `“${wanted}”已有人用，或者不符合要求，服务器给了你另一个名字。`,
		joined: (name) => `${name} 进来了`,
		left: (name) => `${name} 离开了`,
		renamed: (before, name) => `${before} 改名为 ${name}`,
		error: (code) => `被拒绝：${code}`,
		heartbeat: (count) => (count === 1 ? '心跳' : `心跳，${count} 次`),
		noPong: '还没有 pong',
		pong: 'ping 和 pong',
		left1000: '你离开了',
		ended: (code) => `连接已关闭：${code}`,
		refused: (status) => `握手被拒绝：${status}`
	},
	kinds: {
		welcome: '欢迎',
		message: '广播',
		presence: '进出',
		error: '错误应答',
		heartbeat: '心跳',
		ended: '结束'
	},
	details: {
		arrived: (size) => `它的帧，${size}`,
		sent: (size) => `你发的帧，${size}`,
		pong: (size) => `pong 帧，${size}`,
		closeFrame: (size) => `关闭帧，${size}`,
		response: (size) => `响应，${size}`,
		source: '它的源码',
		follow: '跟随最新',
		welcome:
			'一个文本帧，内含房间名、在场的人和最近 20 条消息。它只发给你；其他人收到的是“有人进来了”。',
		message:
			'一段 JSON 文本，只序列化一次，发给房间里的每个人，发送者自己也收到。是谁说的由服务器填写：客户端自己写的不算数。',
		earlier: '这是你来之前说的，由欢迎消息一并带来，所以它的帧就是欢迎的那一帧。',
		joined: 'WebSocket 本身没有“在场”的概念：是这台服务器在 connection 事件时告诉其他人的。',
		left: 'WebSocket 本身没有“在场”的概念：无论连接怎样结束，都是这台服务器在 close 事件时告诉其他人的。',
		renamed: '改名是用消息申请的，服务器检查之后告诉所有人。',
		heartbeat:
			'服务器发的 ping；浏览器自动回一个 pong，不会告诉任何脚本。到下一个 ping 还没有回应的，连接会被切断。'
	},
	errors: {
		'not-json':
			'这一帧没有问题：操作码 1，UTF-8 有效。文本不是 JSON，只有应用自己看得出来，所以它用一条消息来回答，连接继续。关闭码 1007 指的是文本不是有效的 UTF-8，与此无关。',
		'unknown-type':
			'客户端可以发的 type 只有 message 和 rename，这个 type 不在其中。什么都没有转发。',
		'bad-text': '文字不能为空，也不能超过 1,000 个字符。改短后再发；连接没有断。',
		'bad-name': '名字要有 1 到 24 个可见字符。原来的名字仍然有效，请换一个再申请。',
		'name-taken':
			'这里已有人用这个名字，或者看上去相同的名字。原来的名字仍然有效，请换一个再申请。',
		'too-fast':
			'一次最多十条，此后每秒两条。这一条没有转发，请稍等。继续发下去，会收到关闭码 1008。',
		other: (code) => `服务器返回了一个本页不认识的错误：${code}。`
	},
	ends: {
		1000: '双方都完成了关闭握手。随时可以重新进入。',
		1001: '服务器正在关闭或重启。请稍后重新进入。',
		1008: '违反策略（§7.4.1）：消息里已经警告过，刷屏仍在继续。请重新进入，写慢一点。',
		1009: '消息太大（§7.4.1）。聊天的代码根本没有看到它：ws 在帧头里读到的长度超过了 maxPayload 的 8,192 字节，于是关闭了连接。而 1,001 个字符的文字，是用一条消息来拒绝的。',
		1013: '请稍后再试：房间已满，或者服务器的房间数已到上限。换个房间，或者过一会儿再来。',
		1006: '没有收到关闭帧：连接中断了，或者从未打开。线上留下了什么，点开就能看到。请重新进入。',
		refused:
			'服务器用这个状态码回应了握手，所以从来没有过 WebSocket 连接。脚本只会被告知 1006，原因要到线上去看。',
		other: (code) => `关闭码 ${code}。是谁发出的，见“线上”。请重新进入。`
	},
	unanswered: (count) => `你有 ${count} 条消息始终没有得到回应。`,
	compose: {
		message: '消息',
		placeholder: '写点什么，按 Enter 发送',
		send: '发送'
	},
	misdeeds: {
		open: '捣乱',
		title: '故意捣乱',
		intro: '看服务器怎样拒绝：用一条消息，还是用关闭码。',
		items: {
			'not-json': ['发一段不是 JSON 的文本', '一个文本帧，内容停在对象中间'],
			'unknown-type': ['发一个未知的 type', 'shout，而不是 message'],
			'name-taken': ['用别人的名字', '申请改成房间里已有的名字'],
			'long-text': ['发一段太长的文字', '1,001 个字符，字节数仍在允许之内'],
			flood: ['刷屏', '一次发 30 条消息'],
			'big-message': ['发一条太大的消息', '在线上超过 8,192 字节']
		},
		alone: '需要另一个人在场：请打开第二个标签页'
	},
	source: {
		label: (path) => `${path} 的源码`,
		files: '聊天室的文件',
		copy: '复制',
		runs: '在 /ws/chat 运行的正是这个文件。',
		what: '运行了什么',
		path: '依次运行的函数',
		none: '这件事没有用到聊天的代码。',
		nothing: '进入之后，为你运行的代码会标在这里。',
		latest: (kind, count) => `${kind}：${count} 次，查看最近一次`,
		legend: { ran: '运行过的函数', mark: '起作用的那一行' },
		go: (name) => `跳到 ${name}`
	},
	wire: {
		empty: '进入之后，线上经过的内容会逐字节显示在这里。',
		noRecord: '线上还没有任何内容。'
	},
	told: {
		intro:
			'同一条连接，三份说法：本页脚本被告知了什么，线上经过了什么，ws 告诉了聊天代码什么。ping 和 pong 不会到达网页里的任何脚本。',
		empty: '进入之后，这里会列出关于你这条连接的三份说法。'
	},
	trouble: {
		title: '你不在房间里',
		'too-many-connections': '本页打开的连接数已到服务器的上限。请先离开一些，再重新进入。',
		'no-channel': '现在连不上实验服务器。等页面提示恢复之后再进入。',
		other: (code) => `实验服务器拒绝录制这条连接（${code}）。请再试一次。`,
		exception: (name) => `浏览器抛出了 ${name}`,
		nothingSent: '什么都没有发出。'
	}
};
