import type { tls as en } from '../../en/handshake-lab/tls.ts';
import type { Area } from '../../text.ts';

export const tls: Area<typeof en> = {
	title: 'wss',
	lead: '同样的握手，放进 TLS 里。一边是网络上经过的字节，途中的任何人都能录下；另一边是里面的字节，也就是服务器读到和写出的。',
	run: '通过 TLS 连接',
	again: '再连一次',
	stop: '停止',
	running: {
		tunnel: '正在连接…',
		opening: '正在连接…',
		frames: '已连上，正在写帧…',
		end: '正在等待最后的字节…'
	},
	message: '要发送的消息',
	said: '途中没有人读得到这句话',
	notReady: '正在连接实验服务器…',
	off: {
		title: '这台服务器不提供 TLS',
		body: '它没有为 TLS 监听找到空闲的端口，或者没能生成证书，所以这里什么也发不出去。页面仍会说明本来能看到什么。重启服务器即可再试。'
	},
	trouble: {
		title: '没有发出去',
		'tls-off': '这台服务器不提供 TLS：监听没能开启。重启服务器即可再试。',
		'run-too-big': '这条消息要写的字节超过这台服务器的上限。请缩短一些。',
		'run-in-progress': '上一次发送还没有结束。请先停止它，或者等它结束。',
		'too-many-connections': '本页打开的连接已达一个会话的上限。重新加载页面即可重新开始。',
		'too-many-recordings': '这个会话的录制已达上限。重新加载页面即可重新开始。',
		'rate-limited': '短时间内命令太多。请等一秒再发送。',
		'not-open': '还没写完，连接就断了。请再发一次。',
		'no-channel': '与实验服务器之间没有通道。请等通道恢复后再发送。',
		other: (code) => `实验服务器拒绝了这条命令（${code}）。请再发一次，或者重新加载页面。`
	},
	diagram: {
		title: '外面与里面',
		meta: '同一个时钟',
		outside: '网络上：TLS 记录',
		inside: '里面：明文字节',
		time: 'ms',
		empty: '还没有发送过。TLS 记录和明文字节会按时间先后并排出现在这里。',
		list: '按时间排列的 TLS 记录，以及其中的字节',
		directions: { client: '客户端到服务器', server: '服务器到客户端' },
		types: {
			change_cipher_spec: 'change_cipher_spec',
			alert: 'alert',
			handshake: 'handshake',
			application_data: 'application_data'
		},
		bytes: (n) => `${n} B`,
		message: (name, size) => `${name}，${size}`,
		plus: (more, header, protection) =>
			`比里面多 ${more} B：记录头 ${header} B，加密保护 ${protection} B`,
		handshake: 'TLS 自己的握手消息，已加密',
		alertSized: '已加密，长度与 alert 相同：多半是 close_notify',
		other: '已加密；既不是 HTTP，也不是 WebSocket',
		tcp: { accepted: 'TCP 已接受', fin: 'TCP FIN', rst: 'TCP RST' },
		sni: (name) => `服务器名称：${name}`,
		offers: (ciphers, versions) => `${ciphers} 个密码套件，${versions}`,
		alpn: (names) => `ALPN：${names}`,
		chooses: (version, cipher) => `${version}，${cipher}`,
		alert: (level, description) => `级别 ${level}，描述 ${description}`,
		compatible: '在 TLS 1.3 里没有含义，只为迁就旧的中间设备',
		fault: {
			client: (offset) => `从第 ${offset} 字节起，客户端发来的不是 TLS。`,
			server: (offset) => `从第 ${offset} 字节起，服务器发来的不是 TLS。`
		},
		more: (n) => `还有 ${n} 行没有画出。`,
		unfinished: '不完整',
		choose: '选一行，看它的字节。',
		bytesOf: (type) => `${type} 的开头几个字节`,
		fieldType: '类型',
		fieldVersion: '版本',
		fieldLength: '长度',
		fieldFragment: '内容'
	},
	order: {
		title: '先是 TLS，然后是同样的握手',
		true: (span) => `第一条 TLS 记录比 HTTP 的第一个字节早 ${span} 经过。`,
		request: (name) => `然后服务器读到 ${name}：与 ws:// 上的请求一模一样。`,
		space: '',
		waiting: '连接之后，先后次序从录制中读出。'
	},
	seen: {
		title: '窃听者还能知道什么',
		note: '只凭网络上的字节',
		yes: '看得到',
		no: '看不到',
		waiting: '等待抓包',
		rows: {
			endpoints: '谁在和谁通信：双方的 IP 地址和端口',
			name: '服务器的名称',
			protocol: 'TLS 之上用的是什么协议',
			version: '版本和密码套件',
			sizes: '每个方向有多少字节，每条消息有多长',
			times: '什么时候，精确到微秒：打字、心跳、静默',
			path: '请求的路径和查询串',
			headers: '头部：Origin、Cookie、Sec-WebSocket-Key',
			isWebSocket: '这是不是 WebSocket',
			payload: '操作码、载荷、关闭码和原因'
		},
		values: {
			endpoints: '写在每个 IP 包里',
			none: '没有写明',
			semicolon: '；',
			sizes: (client, server) => `发往服务器 ${client}，返回 ${server}`,
			lengths: (n) => `每条记录都比里面多 ${n} B`,
			times: (n) => `${n} 条记录`,
			path: '在里面',
			headers: '在里面',
			isWebSocket: '只能凭大小和时间去猜',
			payload: '在里面，客户端的还加了掩码'
		},
		ech: '客户端、服务器和 DNS 都支持时，Encrypted Client Hello 连服务器的名称也能隐藏。填充可以掩盖长度，但几乎没有人用。'
	},
	search: {
		title: '自己找找看',
		about: '随便输入一段文字，看它在两个方向录下的字节里出现几次。',
		label: '要找的文字',
		outside: '网络上',
		inside: '里面',
		times: (n) => `${n} 次`,
		never: '一次也没有',
		waiting: '先连接一次，现在还没有可找的字节。',
		masked: '在里面，客户端的文本帧加了掩码，找到的是服务器的回显。'
	},
	trust: {
		title: '客户端怎么知道对方是谁',
		points: [
			{
				title: '证书把名称和密钥绑在一起',
				text: '服务器在握手时发来证书：“这个公钥属于 echo.wire101.test”，由颁发机构签名。在 TLS 1.3 里，证书已经加密，窃听者读不到。',
				section: 'RFC 8446 4.4.2'
			},
			{
				title: '客户端检查证书链、名称和日期',
				text: '签名要能追溯到客户端信任的机构，名称要与想连接的一致。这里的客户端只信任一张证书，就是这台服务器启动时自己生成的那张，别的一概不信。',
				section: 'RFC 9525 6.1'
			},
			{
				title: '服务器证明自己握有私钥',
				text: '它要对到此为止的整个握手签名。只是从别的连接抄来一张证书，做不到这一点。这台服务器的私钥只存在内存里。',
				section: 'RFC 8446 4.4.3'
			},
			{
				title: '有一项不通过，WebSocket 的字节一个也不发',
				text: '客户端用一个 alert 结束握手。网页得到的是 1006，与别的失败没有区别；或者是 1015，§7.4.1 把它留给 TLS 的失败，从不出现在线上。对 wss://，浏览器不给“仍要继续”的按钮。',
				section: '7.4.1'
			}
		],
		proof: '上面有明文字节，就说明检查通过了：在那之前，我们的原始客户端什么也不写。',
		never: '关掉检查（Node 里的 rejectUnauthorized: false），加密还在，却不再知道对方是谁。'
	}
};
