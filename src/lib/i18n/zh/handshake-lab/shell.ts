/** Words around every tool of the handshake lab: names, notices, what went wrong, what is sent how. */
import type { shell as en } from '../../en/handshake-lab/shell.ts';
import type { Area } from '../../text.ts';

const count = (n: number) => n.toLocaleString('zh-CN');

export const shell: Area<typeof en> = {
	title: '握手实验室',
	nav: '握手实验室的工具',
	tools: {
		request: '请求',
		response: '响应',
		accept: 'Accept',
		negotiation: '协商',
		views: '各方所见',
		proxies: '沿途代理',
		tls: 'wss'
	},
	descriptions: {
		request: '逐个头部地写出 WebSocket 握手请求，经 TCP 真正发送，读到真实的 101、400 或 426。',
		response:
			'亲手写响应，应答自己浏览器的 WebSocket：错误的 Accept、缺少 Upgrade、任意状态码，看页面得知什么。',
		accept:
			'用真实的 Key 一步步算出 Sec-WebSocket-Accept：GUID、SHA-1 的全部 80 轮、逐比特的 Base64。',
		negotiation: '子协议与 permessage-deflate 参数：客户端提出什么，服务器选了什么，真正协商一次。',
		views:
			'同一次 WebSocket 握手，页面、线上、服务器各自看到什么；在 DevTools 与 Wireshark 里怎样找到它。',
		proxies:
			'代理如何对待 WebSocket 升级：转发、丢掉、空闲即断，或用 CONNECT 打隧道；代理两侧都有录制。',
		tls: 'wss 对照：窃听者看到的 TLS 记录，与其中的 WebSocket 字节。'
	},

	sending: {
		undo: '撤销',
		redo: '重做',
		link: {
			copy: '复制链接',
			copied: '已复制',
			failed: '浏览器不允许复制，链接在地址栏里。',
			hint: '链接里带着整个草稿，别人打开就能看到同样的字节。'
		},
		writes: 'TCP 写入',
		cost: (n, all) => `${count(all)} 字节，${count(n)} 次写入`,
		pace: '怎样切成多次写入',
		paces: { whole: '一次写完', lines: '逐行', bytes: '逐字节' },
		gap: '间隔毫秒',
		gapHint: '相邻两次写入相隔的时间，用来一点一点地发送',
		kernel: '紧接着的几次写入，TCP 仍可能合并；留出间隔才能分开。',
		end: '写完之后',
		ends: { stay: '保持', fin: 'FIN', rst: 'RST' },
		endHints: {
			stay: '保持连接，等对方发来字节。',
			fin: '立即结束自己这一侧的 TCP。',
			rst: '立即重置连接。'
		},
		send: '发送',
		cancel: '取消',
		hangUp: { fin: '断开：FIN', rst: '断开：RST' },
		noServer: '还没有连上实验服务器，页面会一直重试。',
		faults: {
			'draft-bytes': (actual, limit) => `草稿有 ${actual} 字节，最多 ${limit} 字节。请缩短一些。`,
			lines: (actual, limit) => `草稿有 ${actual} 行，逐行写入最多 ${limit} 行。请改选“一次写完”。`,
			protocols: (actual, limit) => `提出了 ${actual} 个子协议，这里最多 ${limit} 个。请减少一些。`,
			accepts: (actual, limit) =>
				`有 ${actual} 处要填入应有的 Accept，最多 ${limit} 处。请减少一些。`,
			gap: (actual, limit) => `间隔为 ${actual} 毫秒，最长 ${limit} 毫秒。请改短。`,
			'run-bytes': (actual, limit) =>
				`总共会发送 ${actual} 字节，这台服务器最多发送 ${limit} 字节。请减少一些。`,
			'run-writes': (actual, limit) =>
				`总共要写入 ${actual} 次，这台服务器最多写入 ${limit} 次。请改选“逐行”或“一次写完”。`,
			'run-seconds': (actual, limit) =>
				`总共要用 ${actual} 秒，这台服务器到 ${limit} 秒就会停止。请缩短间隔。`
		},
		protocolFaults: {
			'protocol-not-token': (name) =>
				`“${name}”不是合法的子协议名称，浏览器的构造函数会抛出 SyntaxError。`,
			'protocol-repeated': (name) => `“${name}”写了两次，浏览器的构造函数会抛出 SyntaxError。`
		}
	},

	middle: { label: '草稿或抓到的字节', draft: '草稿', wire: '线上' },
	wire: {
		empty: '线上还没有任何字节。发送之后，字节就出现在这里。',
		noRecord: '在对话里选一条记录，把它拆开来看。',
		edit: '编辑这个报文头',
		editHint: '把抓到的这个报文头作为草稿载入'
	},
	results: {
		title: '发生了什么',
		judges: '两位裁判',
		judgesHint: '严格照 RFC 的判定，与真实的对端',
		upTo: (ms) => `截至游标处，${ms} ms`,
		waiting: '对端还没有回应。'
	},

	trouble: {
		title: '没有成功',
		dismiss: '知道了',
		exception: (name) => `new WebSocket() 抛出了 ${name}`,
		browserSays: '浏览器的原话：',
		nothingSent: '没有建立连接。请修改页面提出的子协议，再发一次。',
		notLoaded: '页面的这一部分还没有加载，而服务器没有应答。请等服务器恢复后再发送。',
		linkTitle: '链接没能打开',
		link: {
			'not-a-draft': '# 后面的内容不是握手草稿，或者缺了一截。请重新复制整个链接。你的草稿没有变。',
			'too-big':
				'链接里的草稿超过本页的上限，因此没有解压。请对方给一个短一些的链接。你的草稿没有变。',
			'newer-version': '链接由更新版本的 Wire101 生成，本版本读不懂。请重新加载页面，再打开链接。'
		},
		channel: {
			'run-in-progress': '一次只能发送一份草稿，上一份还没有写完。请取消它，或等它写完，再发送。',
			'run-too-big': '草稿的字节数、写入次数或时长超过这台服务器的上限。请缩短草稿，或减少切分。',
			'raw-server-off': '这台服务器前面可能有共享代理，所以不允许页面扮演服务器。请求页仍然可用。',
			'confirm-needed':
				'响应里有的头部会影响到这条连接之外，而服务器没有收到你的确认。请重新发送，并点击确认。',
			'tls-off':
				'这台服务器启动时没能开启 TLS 监听，所以什么也不能经过 TLS 发送。原因写在它的日志里。',
			'way-off': '这台服务器启动时没能开通这条途径，所以什么也没有发出。原因写在它的日志里。',
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
