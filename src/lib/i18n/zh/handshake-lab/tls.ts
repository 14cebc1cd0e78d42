import type { tls as en } from '../../en/handshake-lab/tls.ts';
import type { Area } from '../../text.ts';

export const tls: Area<typeof en> = {
	title: 'wss',
	lead: '同样的握手，放进 TLS 里。左边是网络上经过的字节，路上的任何人都能录下；右边是里面的字节，也就是服务器读到和写出的。',
	run: '通过 TLS 连接',
	again: '再连一次',
	stop: '停止',
	running: {
		tunnel: '正在连接……',
		opening: '正在连接……',
		frames: '已连上，正在写……',
		end: '等待最后的字节……'
	},
	message: '要发送的消息',
	said: '路上没有人读得到这句话',
	notReady: '正在等待实验室服务器。',
	off: {
		title: '这台服务器不提供 TLS',
		body: '它没有为 TLS 监听找到端口，或者没能生成证书，所以这里什么也发不出去。页面仍会说明本来能看到什么；重启服务器可以再试。'
	},
	trouble: {
		title: '没有发出去',
		'tls-off': '这台服务器不提供 TLS：监听没能启动。重启服务器可以再试。',
		'run-too-big': '这条消息要写的字节超出了服务器的限制。请改短一些。',
		'run-in-progress': '上一次发送还没有结束。请先停止它，或者等它结束。',
		'too-many-connections': '这个页面打开的连接已达上限。刷新页面即可重新开始。',
		'too-many-recordings': '这个页面的录制已达上限。刷新页面即可重新开始。',
		'rate-limited': '短时间内的命令太多。稍等片刻再发。',
		'not-open': '还没写完，连接就断了。请再发一次。',
		'no-channel': '与实验室服务器的通道断了。等它恢复后再发。',
		other: (code) => `服务器的答复是 ${code}。请再发一次，或者刷新页面。`
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
		plus: (more, header, protection) =>
			`比里面多 ${more} B：头 ${header} B，加密保护 ${protection} B`,
		handshake: 'TLS 自己的握手消息，已加密',
		alertSized: '已加密，长度与 alert 相同：多半是 close_notify',
		other: '已加密；既不是 HTTP，也不是 WebSocket',
		tcp: { accepted: 'TCP 已接受', fin: 'TCP FIN', rst: 'TCP RST' },
		sni: (name) => `服务器名：${name}`,
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
		fieldFragment: '片段'
	},
	order: {
		title: '先是 TLS，然后是同样的握手',
		true: (span) => `第一条 TLS 记录比 HTTP 的第一个字节早 ${span} 经过。`,
		request: (name) => `然后服务器读到 ${name}：与 ws:// 上的请求一模一样。`,
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
			name: '服务器的名字',
			protocol: 'TLS 之上说的是什么',
			version: '版本和密码套件',
			sizes: '每个方向有多少字节，每条消息有多长',
			times: '什么时候，精确到微秒：打字、心跳、静默',
			path: '请求的路径和查询参数',
			headers: '头部：Origin、Cookie、Sec-WebSocket-Key',
			isWebSocket: '这是不是 WebSocket',
			payload: '操作码、载荷、关闭码和原因'
		},
		values: {
			endpoints: '写在每个 IP 包里',
			none: '没有写出',
			sizes: (client, server) => `发往服务器 ${client}，返回 ${server}`,
			lengths: (n) => `每条记录都比里面多 ${n} B`,
			times: (n) => `${n} 条记录`,
			path: '在里面',
			headers: '在里面',
			isWebSocket: '只能从大小和时间去猜',
			payload: '在里面，而且还加了掩码'
		},
		ech: '客户端、服务器和 DNS 都支持时，Encrypted Client Hello 连服务器名也能藏起来。填充可以掩盖长度，但几乎没有人用。'
	},
	search: {
		title: '自己找找看',
		about: '随便输入一段文字，在两个方向录下的字节里数一数。',
		label: '要找的文字',
		outside: '网络上',
		inside: '里面',
		times: (n) => `${n} 次`,
		never: '一次也没有',
		waiting: '先连接一次，现在还没有可找的字节。',
		masked: '在里面，客户端的文本帧加了掩码，找到的是服务器的回声。'
	},
	trust: {
		title: '客户端怎么知道对面是谁',
		points: [
			{
				title: '证书把名字和密钥绑在一起',
				text: '服务器在握手时发来证书：“这把公钥的主人是 echo.wire101.test”，由颁发机构签名。在 TLS 1.3 里，它已经是加密的，窃听者读不到。',
				section: 'RFC 8446 4.4.2'
			},
			{
				title: '客户端检查证书链、名字和日期',
				text: '签名要能追溯到客户端信任的机构，名字要与想连的一致。这里的客户端只信任一张证书，就是这台服务器启动时自己生成的那张，别的一概不信。',
				section: 'RFC 9525 6.1'
			},
			{
				title: '服务器证明自己握有私钥',
				text: '它要对到此为止的整个握手签名。从别的连接抄来一张证书的人做不到这一点。这台服务器的私钥只存在于内存中。',
				section: 'RFC 8446 4.4.3'
			},
			{
				title: '有一项不过，WebSocket 的字节一个也不发',
				text: '客户端用一个 alert 结束握手。网页得到的是 1006，与别的失败没有区别；关闭码表里的 1015 留给想说明原因的程序，从不在线上出现。对 wss://，浏览器不会给出“仍要继续”的按钮。',
				section: '7.4.1'
			}
		],
		proof: '右边能出现明文字节，就说明检查通过了：在那之前，我们的原始客户端什么也不写。',
		never:
			'关掉检查（Node 里的 rejectUnauthorized: false），加密还在，但再也不知道是在跟谁加密通信。'
	}
};
