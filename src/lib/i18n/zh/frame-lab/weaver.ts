import type { Area } from '../../text.ts';
import type { weaver as english } from '../../en/frame-lab/weaver.ts';

export const weaver: Area<typeof english> = {
	title: '分片',
	lead: '把一条消息切成几帧，中间插入控制帧，打乱顺序，或者丢掉一帧。还没发送，每一帧旁边就已写明：严格的接收方会怎么判。',
	message: {
		title: '消息',
		kind: '消息类型',
		text: '文本',
		binary: '二进制',
		textLabel: '消息文本',
		hexLabel: '消息字节（十六进制）',
		badHex: (position) => `第 ${position} 个字符不是十六进制数字。每个字节写两位，用 0–9 或 a–f。`,
		halfByte: (position) => `第 ${position} 个字符处的字节只有一位。每个字节要写两位。`,
		tooLong: (limit) => `这里会画出每个字节，所以消息最长 ${limit}，多出的部分已略去。`,
		size: (bytes, characters) => `${bytes}，${characters} 个字符`,
		bytesOnly: (bytes) => bytes
	},
	bar: {
		title: '切分',
		hint: '点两个字节之间即可切开，切分点可以拖动。',
		keys: '方向键每次移动一个字节，Delete 删除切分点。',
		label: '消息的字节，以及分片之间的切分点',
		add: '加切分点',
		remove: '删除这个切分点',
		clear: '全部删除',
		cut: (number) => `切分点 ${number}`,
		at: (offset, total) => `在第 ${offset} 个字节之后，共 ${total} 个`,
		inside: (offset, total, character) =>
			`在第 ${offset} 个字节之后，共 ${total} 个，正好切在“${character}”里`,
		fragment: (number, bytes) => `分片 ${number}，${bytes}`,
		empty: '消息是空的，只有一个没有载荷的帧。先写点内容再切。',
		split: (character, before, after) =>
			`“${character}”被切开了：${before} 在前一个分片，${after} 在后一个分片。这是合法的：文本消息作为整体必须是 UTF-8，单个分片不必是。`
	},
	order: {
		title: '发送顺序',
		hint: '拖住手柄移动一帧，也可以用箭头按钮。',
		list: '按发送顺序排列的帧',
		control: '插入控制帧',
		add: { ping: 'ping', pong: 'pong', close: '关闭帧' },
		addHint: '点一下，插到选中的帧后面；也可以拖进列表。',
		restore: '恢复原状',
		grip: (name) => `移动“${name}”`,
		up: (name) => `“${name}”前移一位`,
		down: (name) => `“${name}”后移一位`,
		lose: '丢掉',
		loseNamed: (name) => `丢掉“${name}”，不发送`,
		found: '恢复',
		foundNamed: (name) => `恢复“${name}”`,
		remove: (name) => `删除“${name}”`,
		fragment: (number, count) => `分片 ${number}/${count}`,
		whole: '整条消息',
		lost: '已丢掉，不发送',
		unread: '接收方不会再读',
		partOf: (character, bytes, all) => `“${character}”共 ${all} 个字节，这里有 ${bytes} 个`,
		controlNames: { ping: 'ping', pong: 'pong', close: '关闭帧' },
		more: (bytes) => `另有 ${bytes}`,
		due: (code) => `应当使用的关闭码：${code}`,
		ignored: '接收方不再读，也就不必回应',
		moved: (name, place) => `“${name}”现在排第 ${place} 位`
	},
	send: {
		title: '发送',
		role: '你扮演谁',
		client: '客户端，发给 ws',
		server: '服务器，发给本浏览器',
		send: '发送',
		cancel: '取消',
		running: '正在发送…',
		editor: '在编辑器中打开',
		capture: '查看抓到的字节',
		keys: '每次发送都换新的掩码键，列表随即显示实际发出的字节。',
		unmasked: '服务器发出的帧不加掩码。',
		noServer: '连不上实验服务器，现在无法发送。页面会一直重试。',
		off: '这台服务器不允许页面扮演服务器，请改以客户端身份发送。',
		verdict: '发生了什么',
		changed: '发送之后你又改动过，这里判的是当时发出的内容。'
	}
};
