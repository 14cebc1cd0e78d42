/** Words around every tool of the handshake lab: names, notices, what went wrong, what is sent how. */
import type { shell as en } from '../../en/handshake-lab/shell.ts';
import type { Area } from '../../text.ts';

const count = (n: number) => n.toLocaleString('zh');

export const shell: Area<typeof en> = {
	title: '握手实验室',
	nav: '握手实验室的工具',
	tools: {
		request: '请求',
		response: '响应',
		accept: 'Accept',
		negotiation: '协商',
		views: '各方所见',
		proxies: '途中',
		tls: 'wss'
	},
	descriptions: {
		request: '逐个头部地编写 WebSocket 握手请求，经 TCP 真正发出，看真实的 101、400 或 426。',
		response:
			'亲手写响应，回答自己浏览器的 WebSocket：错误的 Accept、缺失的 Upgrade、任意状态码，看页面得知什么。',
		accept:
			'用真实的密钥一步步算出 Sec-WebSocket-Accept：GUID、SHA-1 的全部 80 轮、逐比特的 base64。',
		negotiation: '子协议与 permessage-deflate 参数：客户端提议什么，服务器选了什么，真正跑一遍。',
		views:
			'同一次 WebSocket 握手，页面、线上、服务器各自看到什么；在 DevTools 与 Wireshark 里怎样找到它。',
		proxies:
			'代理如何对待 WebSocket 升级：放行、丢弃、空闲即断，或用 CONNECT 建隧道；代理两侧都有录制。',
		tls: 'wss 对照：窃听者看到的 TLS 记录，与其中的 WebSocket 字节。'
	},

	sending: {
		undo: '撤销',
		redo: '重做',
		link: {
			copy: '复制链接',
			copied: '已复制',
			failed: '浏览器不允许复制。链接在地址栏里。',
			hint: '链接包含整个草稿：打开它的人看到同样的字节。'
		},
		writes: 'TCP 写入',
		cost: (n, all) => `${count(all)} 字节，分 ${count(n)} 次写入`,
		pace: '怎样切分成多次写入',
		paces: { whole: '一次写完', lines: '逐行', bytes: '逐字节' },
		gap: '间隔，毫秒',
		gapHint: '两次写入之间的时间，用来慢慢地发',
		kernel: '紧挨着的写入仍可能被 TCP 合并；留出间隔就能分开。',
		end: '写完之后',
		ends: { stay: '保持', fin: 'FIN', rst: 'RST' },
		endHints: {
			stay: '保持连接，等待对方的字节。',
			fin: '立即结束自己这一侧的 TCP。',
			rst: '立即重置连接。'
		},
		send: '发送',
		cancel: '取消',
		hangUp: { fin: '断开：FIN', rst: '断开：RST' },
		noServer: '暂时连不上实验服务器，页面会继续尝试。',
		faults: {
			'draft-bytes': (actual, limit) => `草稿有 ${actual} 字节，上限是 ${limit}。请缩短。`,
			lines: (actual, limit) => `草稿有 ${actual} 行，逐行写入最多 ${limit} 行。请改为一次写完。`,
			protocols: (actual, limit) => `提议了 ${actual} 个子协议，这里最多 ${limit} 个。请减少。`,
			accepts: (actual, limit) =>
				`有 ${actual} 处要填入应有的 Accept，上限是 ${limit} 处。请减少。`,
			gap: (actual, limit) => `间隔 ${actual} 毫秒超过了上限 ${limit} 毫秒。请缩短。`,
			'run-bytes': (actual, limit) =>
				`将发送 ${actual} 字节，这台服务器最多执行 ${limit} 字节。请减少。`,
			'run-writes': (actual, limit) =>
				`将写入 ${actual} 次，这台服务器最多执行 ${limit} 次。请逐行写入，或一次写完。`,
			'run-seconds': (actual, limit) =>
				`发送将持续 ${actual} 秒，这台服务器在 ${limit} 秒后结束它。请缩短间隔。`
		},
		protocolFaults: {
			'protocol-not-token': (name) =>
				`“${name}”不是合法的 token，浏览器的构造函数会抛出 SyntaxError。`,
			'protocol-repeated': (name) => `“${name}”出现了两次，浏览器的构造函数会抛出 SyntaxError。`
		}
	},

	middle: { label: '草稿或录到的字节', draft: '草稿', wire: '线上' },
	wire: {
		empty: '线上还没有字节。发送之后，每个字节都会出现在这里。',
		noRecord: '在对话中选一条记录，把它拆开来看。',
		edit: '编辑这个报文头',
		editHint: '把录到的报文头字节载入为草稿'
	},
	results: {
		title: '发生了什么',
		judges: '两位裁判',
		judgesHint: '严格按 RFC 的判读，与真实对端的反应',
		upTo: (ms) => `截至光标，${ms} 毫秒`,
		waiting: '还没有得到回答。'
	},

	trouble: {
		title: '没有成功',
		dismiss: '知道了',
		exception: (name) => `new WebSocket() 抛出了 ${name}`,
		browserSays: '浏览器的原话：',
		nothingSent: '没有建立连接。请修改页面提议的内容，再发一次。',
		notLoaded: '页面的这一部分还没有加载，而服务器没有应答。请等服务器恢复后再发送。',
		linkTitle: '链接没能打开',
		link: {
			'not-a-draft': '# 后面的内容不是握手草稿，或者缺了一截。请重新复制整个链接。你的草稿没有变。',
			'too-big':
				'链接里的草稿超过本页的上限，因此没有解压。请对方给一个短一些的链接。你的草稿没有变。',
			'newer-version': '链接由更新版本的 Wire101 生成，本版本读不懂。请重新加载页面，再打开链接。'
		},
		channel: {
			'run-in-progress': '一次只能发送一个握手，上一个还没有写完。请取消它，或等它写完，再发送。',
			'run-too-big': '草稿的字节数、写入次数或时长超过这台服务器的上限。请缩短草稿，或减少切分。',
			'raw-server-off': '这台服务器前面可能有共享代理，所以不允许页面扮演服务器。请求页仍然可用。',
			'confirm-needed':
				'响应里有影响超出这条连接的头部，而服务器没有收到你的确认。请重新发送并确认。',
			'tls-off': '这台服务器启动时没能打开 TLS 监听，因此不能经过 TLS 发送。原因在它的日志里。',
			'way-off': '这台服务器启动时没能打开这条途径，什么也没有发出。原因在它的日志里。',
			'too-many-connections':
				'本页打开的连接已达一个会话的上限。请先断开，或重新加载页面，再发送。',
			'too-many-recordings': '这个会话的录制已达上限。请重新加载页面；想保留草稿，请先复制链接。',
			'unknown-connection': '这条连接属于一个已经结束的会话。再发一次，会打开新连接。',
			'not-open': '这条连接已经结束。再发一次，会打开新连接。',
			'bad-argument': '服务器不接受这条命令里的某个值。请修改草稿，再发送。',
			malformed: '服务器读不懂这条命令。请重新加载页面；想保留草稿，请先复制链接。',
			'rate-limited': '短时间内命令太多。请等一秒再发送。',
			'no-channel': '与实验服务器之间没有通道，无法发送，也录不到任何字节。请等通道恢复后再发送。',
			'internal-error': '实验服务器在执行时出了错，连接已经结束。请再发一次。',
			other: (code) => `实验服务器拒绝了这条命令（${code}），什么也没有发出。请稍后再试。`
		}
	}
};
