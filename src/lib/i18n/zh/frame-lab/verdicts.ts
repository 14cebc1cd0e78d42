import type { Area } from '../../text.ts';
import type { verdicts as english } from '../../en/frame-lab/verdicts.ts';

export const verdicts: Area<typeof english> = {
	rfc: '严格照 RFC',
	peer: '对端',
	strict: {
		legal: '合法',
		unfinished: '未完',
		fail: '违规',
		close: '关闭',
		nothing: '没有帧'
	},
	took: {
		accepted: '接受',
		failed: '拒绝',
		closed: '应请求关闭',
		silent: '没有反应',
		ended: '连接结束',
		waiting: '等待中'
	},
	rows: {
		rule: '规则',
		due: '应当',
		frame: '帧',
		close: '关闭码',
		reason: '原因',
		answer: '回应',
		code: '程序得知',
		page: '页面的 close 事件'
	},
	due: {
		take: '接受',
		waitFrame: '等这一帧余下的字节',
		waitMessage: '等这条消息余下的分片',
		fail: '中止连接',
		answerClose: '回一个关闭帧',
		nothing: '无须回应：只有 TCP，没有帧'
	},
	frame: (number: string) => `序列的第 ${number} 帧`,
	showBits: '查看这些比特',
	noCode: '无',
	noReason: '空',
	answers: {
		message: (count: string) => `接受 ${count} 条消息`,
		pong: (count: string) => `${count} 个 pong`,
		close: '关闭帧',
		fin: 'TCP FIN',
		rst: 'TCP RST',
		none: '无',
		waiting: '还没到',
		inOrder: (parts: readonly string[]) => parts.join('，随后 ')
	},
	pageClose: (code: string, isClean: boolean) => `${code}，${isClean ? '干净关闭' : '非干净关闭'}`,
	pageError: '之前有 error 事件',
	agreement: {
		agree: '一致',
		'other-code': '都中止，方式不同',
		'peer-lenient': '对端更宽松',
		'peer-stricter': '对端更严格',
		open: '未定'
	},
	explanations: {
		'length-not-minimal-taken':
			'§5.2 规定长度只能用最短的写法。这个对端只取长度的值，不管它是怎样写的。值本身没有歧义，但这样一来，同一帧在一个实现里合法，在另一个实现里就可能不合法。',
		'length-top-bit-as-size':
			'64 位长度的最高位必须为 0。这个对端不单独检查这一位，而是把它当作一个极大的长度，超出了自己的上限，于是在应当用 1002（协议错误）的地方用了 1009（消息过大）。',
		'utf8-checked-late':
			'不合法的字节一到就能看出来，§8.1 要求中止连接。这个对端要等整条消息收齐才检查文本，而这条消息始终没有收齐，它便一直等着。',
		'checked-late':
			'错误在已到的字节里就能看出来，严格的接收方会立即处理。这个对端要等整帧收齐才检查，而这一帧始终没有收齐，它便一直等着。',
		'utf8-as-protocol-error':
			'两边都中止连接。1007 能说明错在数据；这个对端在这里用的是 1002，与帧里的其他错误一样。',
		'deflate-as-protocol-error':
			'两边都中止连接。数据无法解压时该用哪个关闭码，RFC 7692 没有规定：1007（载荷数据无效）最贴切，而这个对端用的是 1002，与其他错误一样。',
		'deflate-end-unchecked':
			'这段 deflate 数据读不到结尾。这个对端能解多少就解多少，不检查流是否在该结束的地方结束，把解出来的部分当成了整条消息。',
		'close-code-taken': '这个关闭码谁都不得发送，对端却放行了：它照原样接受，并照常回应。',
		'close-body-unreported':
			'关闭帧的载荷不合法，这个对端没有追究：它当作没有关闭码处理，告诉脚本的是 1005，意思正是“没有收到关闭码”。',
		'masked-frame-taken':
			'§5.1 要求客户端收到加了掩码的帧就关闭连接。这个浏览器去掉掩码，照样接受了。',
		'reserved-close-code-refused':
			'按 IANA 的登记表，这个关闭码是合法的。这个对端有自己的名单，不在名单上的就拒绝。',
		'closed-then-failed':
			'对端按规定回了关闭帧，随后却告诉脚本连接失败。关闭帧之后的内容本应丢弃（§1.4）；如果对端连这些也要读，就可能从中发现错误。',
		'size-limit':
			'这些字节没有错。对端给消息的大小设了上限，这正是 §10.4 的建议；1009 表示超过了上限。',
		'fragment-limit':
			'这些字节没有错。对端给分片的数目设了上限，这正是 §10.4 的建议，因为每个分片都要占用内存。',
		'closed-without-code': '两边都中止连接。对端的关闭帧里没有关闭码，另一端无从知道原因。',
		'ended-without-close': '两边都中止连接。§7.1.7 说应当先发一个关闭帧；这个对端直接结束了 TCP。',
		'close-unanswered': '§5.5.1 要求收到关闭帧后回一个关闭帧。实验室等待期间，对端没有回。',
		taken:
			'按 RFC，接收方必须中止连接。这个对端接受了这些字节：它在这里不检查这条规则，或者还没有检查到。确切的原因我们不知道。',
		refused:
			'严格说来，这些字节是合法的，这个对端还是拒绝了：可能出于它自己的规定，也可能是出了错。程序得知的内容或许能说明更多。',
		'another-code':
			'两边都中止连接，给出的关闭码不同。一个错误有时可以归到不止一个关闭码，§7.4.1 对此留有余地。'
	}
};
