import type { masking as en } from '../../en/frame-lab/masking.ts';
import type { Area } from '../../text.ts';

export const masking: Area<typeof en> = {
	title: '掩码',
	lead: '客户端的每一帧都带一个 32 比特的掩码键，载荷要与它逐字节异或。先亲手算一遍，再看看不加掩码会发生什么。',
	xor: {
		title: '亲手做一遍异或',
		note: '载荷[i] ⊕ 掩码键[i mod 4]',
		about:
			'四个掩码键字节轮流与载荷的每个字节配对。掩码键的某一比特是 1，载荷的对应比特就翻转；是 0，就保持不变。同一个掩码键再用一次，翻转过的比特又翻回来：加掩码和去掩码是同一种运算。',
		payload: '载荷',
		placeholder: '要加掩码的文本',
		caption: '逐字节加掩码、再去掩码',
		turn: 'i mod 4',
		top: '载荷',
		topLong: '[i]',
		wire: '线上',
		again: '载荷',
		sum: (index: string) => `第 ${index} 字节：加掩码`,
		sumAgain: (index: string) => `第 ${index} 字节：再异或一次`,
		whose: (index: string, turn: string, key: string) =>
			`第 ${index} 字节：${index} mod 4 = ${turn}，轮到掩码键第 ${turn} 字节（${key}）。`,
		empty: '载荷为空，没有什么可加掩码，但掩码键照样要发送。',
		frame: '承载它的帧',
		frameNote: (key: string) => `掩码键 ${key} 就放在载荷前面`
	},
	key: {
		title: '掩码键',
		keys: '选比特，空格翻转',
		byte: (index: string) => `掩码键第 ${index} 字节，两位十六进制数`,
		bit: (bit: string, byte: string) => `掩码键第 ${bit} 比特，位于第 ${byte} 字节`,
		fresh: '换一个掩码键',
		zeros: '全零',
		zerosTitle: '00 00 00 00 合法，却什么也没有掩住',
		zerosBody:
			'MASK 是 1，掩码键也在，接收方挑不出毛病；可线上的字节与载荷一模一样。所以 §5.3 要求的不是“有掩码键就行”，而是谁也预测不到的掩码键。'
	},
	trial: {
		title: '客户端为什么要加掩码',
		note: '一段看起来像 HTTP 请求的载荷',
		about:
			'WebSocket 发送什么由网页决定。假设网页发出一段文本，内容是向别的网站请求脚本的 HTTP 请求，而客户端与服务器之间有一台缓存，它没有看懂前面的协议升级。下面把这段载荷以四种方式、经四条真实的 TCP 连接发给 ws，再把抓到的客户端字节交给一个只认 HTTP 的解析器：它和这样的缓存一样，只找请求行和 Host 头部。',
		request: '载荷（由网页写入）',
		requestHint: '发送时每行以 CR LF 结尾。',
		send: '四种方式发送',
		sending: '正在发送…',
		stop: '取消',
		reset: '恢复示例',
		waiting: '还没有发送过。这里只显示真正经过线上的字节。',
		results: '四种方式的结果',
		way: '发送方式',
		sees: '中间设备看到',
		peer: '服务器',
		ways: {
			unmasked: '不加掩码',
			masked: '加掩码，新掩码键',
			zeros: '加掩码，掩码键全零',
			foreseen: '加掩码，掩码键事先已知'
		},
		whys: {
			unmasked:
				'载荷原样出现在线上。遵守 §5.1 的服务器会拒绝这一帧，但对路上的缓存来说已经晚了：请求已经发出；何况攻击者自己的服务器不会拒绝，反而会应答。',
			masked:
				'网页交出载荷之后，客户端才随机选定掩码键。网页决定不了线上的字节，也就无法让它们读起来像请求。',
			zeros:
				'这一帧合法。随机选到全零的概率与其他掩码键一样，是 4,294,967,296 分之一；但如果客户端总用全零，就谁也保护不了。',
			foreseen:
				'网页事先知道掩码键，于是先把请求与它异或，再交出去；客户端加掩码时，恰好把请求还原。所以掩码键必须不可预测，而且每一帧都要换新的（§5.3、§10.3）。'
		},
		key: '掩码键',
		noKey: '无',
		seesNoRequest: '没有请求',
		seesFake: (host: string) => `一个发往 ${host} 的请求`,
		seesFakeNoHost: '一个没有 Host 的请求',
		choose: (way: string) => `查看“${way}”发出的字节`,
		server: {
			took: '接受了',
			refused: (code: string) => `拒绝了，${code}`,
			refusedPlain: '拒绝了',
			silent: '没有回应',
			waiting: '尚无回应'
		},
		stream: '客户端发到线上的字节',
		streamNote: (bytes: string) => `录到 ${bytes}，首尾相接。`,
		streamAbout:
			'颜色表示字段，这是懂 WebSocket 的一方的读法；下划线标出本不是请求、却被只认 HTTP 的解析器当成请求的部分。',
		foundTitle: '只认 HTTP 的解析器找到了什么',
		foundReal: '握手请求，确实是请求',
		foundFake: '在帧里面，并不是请求',
		foundAt: (first: string, last: string) => `第 ${first}–${last} 字节`,
		noHost: '没有 Host',
		nothingFound: '没有像请求的内容',
		consequence: (host: string) =>
			`缓存若信以为真，就会把服务器接下来的字节（由攻击者决定）当作 ${host} 的响应存起来，再发给经过它的每一个人。`,
		judges: '两位裁判',
		trouble: (code: string) => `没能发送（${code}），请稍后再试。`
	},
	not: {
		title: '对掩码的误解',
		secrecy: '不保密。',
		secrecyBody:
			'掩码键就在同一帧里，放在载荷前面。谁能读到这一帧，谁就能去掉掩码，这个页面就是这么做的。保密要靠 TLS，也就是 wss://（§10.6）。',
		integrity: '不防篡改。',
		integrityBody: '路上有一个比特翻转，载荷里就有一个比特翻转，没有人会发现。防篡改同样要靠 TLS。',
		server: '服务器不加。',
		serverBody:
			'服务器的帧从不加掩码（§5.1）：没有伪造的请求，缓存就不会把看起来像响应的字节当作任何请求的响应（§10.3）。',
		compression: '有代价。',
		compressionBody: '每帧多 4 个字节，每个载荷字节做一次异或；处理器一次可以算许多字节。'
	}
};
