/** Words of the page that computes Sec-WebSocket-Accept. */
import type { accept as en } from '../../en/handshake-lab/accept.ts';
import type { Area } from '../../text.ts';

export const accept: Area<typeof en> = {
	title: 'Accept：算到每一个比特',
	lead: '服务器用 28 个字符应答一个 Key。这里从 Key 出发，一步一步算出它们：SHA-1 的两个块、160 轮，每一轮都能停下来看。',
	shortcuts: 'SHA-1 的各轮',
	keys: {
		space: '空格',
		play: '播放或暂停',
		step: '后退或前进一轮',
		ends: '回到开头，跳到末尾'
	},
	tools: {
		view: '字节的显示方式',
		views: { text: '文本', hex: '十六进制', binary: '二进制' },
		link: '复制链接',
		linkHint: '链接里有这个 Key 和当前这一轮',
		copied: '已复制',
		copyFailed: '浏览器不允许复制，链接在地址栏里。'
	},
	rail: {
		title: '计算过程',
		keyBytes: (bytes) => `${bytes}的 Base64`,
		keyFault: '不是 16 字节的 Base64',
		noKey: '没有 Key',
		blocks: (count) => `${count} 个 64 字节的块`,
		word: (t) => `选中 W${t}`,
		round: (block, step) => `第 ${block} 块，80 轮中已完成 ${step} 轮`,
		match: '一致',
		differs: (position) => `第 ${position} 个字符不同`,
		nothing: '没有可比较的值'
	},
	source: {
		title: 'Key',
		choose: 'Key 从哪里来',
		captured: '录下的',
		typed: '手工输入',
		fromCapture: (connection) => `取自第 ${connection} 条连接的录制`,
		connect: '打开一个 WebSocket',
		another: '再打开一个',
		connecting: '正在打开…',
		none: '这个页面还没有录下任何握手。',
		noneBody:
			'这个浏览器会自己向本服务器打开一个 WebSocket。Key 由浏览器生成，脚本既不能指定，也读不到。',
		noKey: '当前的请求里没有 Sec-WebSocket-Key。',
		key: 'Sec-WebSocket-Key',
		keyHint: '任意文本，最多 128 个字符；合法的值是 16 个随机字节的 Base64',
		claimed: '用来比较的 Accept',
		claimedHint: '例如从浏览器的开发者工具里抄来；可以留空',
		fresh: '随机生成一个 Key',
		presets: '公开发表过的四对',
		preset: {
			rfc: 'RFC 6455 §1.3',
			first: '文章 1',
			second: '文章 2',
			third: '文章 3'
		},
		trimmed: '头部的值不包含首尾的空格，计算时已经去掉。',
		trouble: (code) =>
			code === 'rate-limited' || code === 'too-many-connections'
				? '服务器暂时不接受更多连接，请一分钟后再试。'
				: `连接没能打开（${code}）。`
	},
	decode: {
		title: 'Key 代表什么',
		note: 'Base64：每个字符 6 个比特',
		about:
			'24 个字符装下 16 个随机字节：每个字符 6 个比特，末尾是两个 =。计算 Accept 时，双方都不解码；这里解码，只为看清 Key 是否符合 RFC 的要求。',
		label: 'Key 的每个字符和它的比特',
		good: '是 16 字节的 Base64，符合 §4.1 的要求。',
		loose: (bits) =>
			`最后一个字符的低 4 位是 ${bits}，它们不属于任何字节。怎样处理，RFC 4648 §3.5 留给解码方决定；RFC 6455 §4.1 的示例 Key 也有这样的比特。`,
		more: (count) => `后面还有 ${count} 个字符没有画出。`,
		faultAt: (position) => `第 ${position} 个字符：`,
		faults: {
			empty: '没有 Key。',
			'no-byte': (code) =>
				`${code} 写不进一个字节。头部是一串字节，字符到 U+00FF 为止：任何请求都带不了这个 Key，也就谈不上 Accept。`,
			control: (code) =>
				`${code} 是控制字符，头部的值里不允许出现（RFC 9110 §5.5）。带着它的请求不合法；这里仍然算出 Accept。`,
			'bad-character': (code) => `${code} 不是 Base64 的字符。严格的服务器会用 400 拒绝这个 Key。`,
			'bad-padding':
				'= 的位置不对，它只能补足最后一个四字符组。严格的服务器会用 400 拒绝这个 Key。',
			'bad-length': 'Key 在一个四字符组的中间就结束了。严格的服务器会用 400 拒绝它。',
			'not-16-bytes': (bytes) =>
				`这是 ${bytes}的 Base64，而 RFC 要求 16 字节。严格的服务器会用 400 拒绝这个 Key。`
		},
		stillHashed: 'Accept 照样算得出来：Key 是当作文本取哈希的，写成什么都行。'
	},
	join: {
		title: 'Key 与 GUID 首尾相接',
		about:
			'GUID 是印在 RFC 里的常数。有了它，服务器就不可能碰巧答对：知道要接上它的，一定懂得 RFC。',
		bytes: (bytes) => `共 ${bytes}，作为 SHA-1 的输入`,
		label: 'Key 与 GUID 的字节'
	},
	padding: {
		title: '填充成整块',
		note: 'FIPS 180-4 §5.1.1',
		about: (message, bits, zeros, blocks) =>
			`SHA-1 每次处理 64 字节。消息有 ${message}，后面接一个字节 0x80、${zeros} 个零字节，最后 8 个字节写消息的比特数 ${bits}：正好 ${blocks}。`,
		whyTwo:
			'60 字节本来放得进一个块，但标记和长度还要 9 个字节。所以每个合法的 Key 都要占两个块，第二块几乎全是 0。',
		blocks: (count) => `${count} 个块`
	},
	schedule: {
		title: '消息扩展',
		note: 'FIPS 180-4 §6.1.2 第 1 步',
		about:
			'一个块是 16 个 32 位的字，而一共有 80 轮。其余 64 个字由前面的字生成。点选一个字，看它由哪四个字得来。',
		word: (t) => `第 ${t} 个字`,
		own: (first, last, glyphs) => `就是块的第 ${first} 到 ${last} 字节：${glyphs}`,
		uses: (list) => `由它参与生成的字：${list.replaceAll(', ', '、')}。`,
		unused: '后面没有哪个字再用到它。',
		follow: '跟随轮次',
		following: '正在跟随轮次'
	},
	rounds: {
		title: '80 轮',
		note: 'FIPS 180-4 §6.1.2 第 3 步',
		about:
			'五个字，a 到 e。每一轮取消息扩展的一个字，与这五个字混合相加，把和放到最前面，其余的依次后移。从 e 移出去的，是五轮之前的 a 循环左移 30 位的值。',
		player: '各轮的播放器',
		start: '回到开头',
		back: '后退一轮',
		play: '播放',
		pause: '暂停',
		on: '前进一轮',
		end: '跳到末尾',
		speed: '速度',
		speeds: (rounds) => `每秒 ${rounds} 轮`,
		block: '块',
		jump: '轮',
		slider: '已完成的轮数',
		place: (step) => `80 轮中已完成 ${step} 轮`,
		beforeAll: '第 1 轮之前',
		now: (step, t) => `80 轮中的第 ${step} 轮，t = ${t}`,
		before: '第 1 轮之前',
		beforeFirst: 'a 到 e 的起始值就是 h0 到 h4：标准规定的五个常数，对任何消息都一样。',
		beforeNext: 'a 到 e 的起始值就是 h0 到 h4，由上一块留下。',
		map: '每一列是一轮之后的 a，每个点是它 32 个比特中的一个。',
		function: '逐比特的函数',
		functions: {
			Ch: '选择（Choose）：b 为 1 的位取 c，b 为 0 的位取 d。标出的是选中的比特。',
			Parity: '奇偶（Parity）：三者中 1 的个数为奇数，结果就是 1。标出的是各个 1。',
			Maj: '多数（Majority）：结果与三者中的多数相同。标出的是占多数的比特。'
		},
		sum: '32 位加法',
		turns: '循环移位',
		flow: '谁移到了哪里',
		result: '这一块的结尾',
		resultAbout: '第 80 轮之后，五个变量与这一块的起始值相加。'
	},
	digest: {
		title: '20 个字节',
		about: '最后一块之后的 h0 到 h4 依次排列，共 160 个比特。',
		label: '摘要'
	},
	base64: {
		title: '把 20 个字节写成 Base64',
		about:
			'160 个比特每 6 个一组，得到 26 个字符，还剩 4 个比特；补两个 0，凑成第 27 个字符，再用一个 = 补足四字符组。所以 Accept 总是 28 个字符，末尾总是一个 =。',
		label: '上面三个字节，下面四个字符，中间是同样的 24 个比特'
	},
	compare: {
		title: '收到的与应有的',
		about: '客户端要做的只有这些：同样算一遍，再比较。有一处不同，就必须中止连接。',
		due: '应有',
		sent: '服务器发来',
		published: '给出的',
		equalPublished: '一致：这正是这个 Key 的 Accept。',
		nothing: '没有可比较的值。可以在 Key 旁边填一个 Accept，或者用录下的连接。'
	},
	proof: {
		title: 'Accept 能证明什么，不能证明什么',
		about:
			'它只证明一件事：应答的一方读到了这次请求的 Key，并且懂 WebSocket。缓存给不出它，对谁都给同样应答的服务器也给不出。至于对方是谁，它什么也没证明；它也不隐藏任何东西。',
		notSo: '不对',
		trouble: (code) =>
			code === 'raw-server-off'
				? '这台服务器不允许用手写的字节应答浏览器（RAW_SERVER=off），所以这里无法试验。'
				: code === 'no-answer'
					? '没有等到响应，请再试一次。'
					: `这次试验没能进行（${code}）。`,
		decoded: {
			claim: '“客户端把 Accept 解码，就得到 Key。”',
			body: '解码得到的是 20 个字节，并不是 Key。哈希无法还原：客户端自己算一遍，再比较。',
			accept: 'Accept 解码后',
			key: 'Key 解码后'
		},
		encrypted: {
			claim: '“Accept 是加密后的 Key，它保证连接安全。”',
			body: '加密要有秘密。而这里，Key 以明文出现在线上，GUID 印在 RFC 里，谁都能算出 Accept。换一个与本页无关的程序来算：',
			run: '让浏览器自带的 Web Crypto 来算',
			result: 'Web Crypto 的结果',
			same: '与上面一致：不需要任何秘密。',
			unavailable: '浏览器只在 https 和本机地址上提供 Web Crypto。下面的命令同样能算。',
			shell: '或者在命令行里',
			copy: '复制',
			copied: '已复制',
			copyFailed: '浏览器不允许复制',
			noShell: '这个 Key 里有不宜写进命令行的字符。'
		},
		identity: {
			claim: '“Key 用来标识这条连接。”',
			body: '服务器应答之后就不再记得 Key。把同一个 Key 发两次：两条连接都会打开，Accept 也相同。',
			run: '把这个 Key 发两次',
			running: '正在发送…',
			substitute: '你的 Key 不是 16 字节的 Base64，改发 RFC 的示例 Key。',
			connection: (n) => `第 ${n} 条连接`,
			same: '两条连接，一个 Key，一个 Accept：单凭 Key 分不出是哪一条。',
			refused: '服务器没有对两次请求都回 101。'
		},
		cache: {
			claim: '“缓存，或者只会重复旧响应的服务器，也能答对。”',
			body: '试一试：把上面录下的 101 原封不动，用来应答这个浏览器的下一个 WebSocket。新连接的 Key 是新的，存下来的 Accept 就不对了。',
			run: '用存下来的 101 应答',
			running: '正在应答…',
			needs: '请先选一条录下的、得到 101 的连接。',
			due: '新 Key 应有的',
			stored: '存下来的',
			told: (code) => `页面得到的关闭码是 ${code}，从来没有收到 open 事件。`,
			delay: '连接失败之后，Chromium 再次连接前等待的时间会越来越长，试几次就够了。'
		}
	}
};
