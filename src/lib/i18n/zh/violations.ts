import type { violations as en } from '../en/violations.ts';
import type { Area } from '../text.ts';

export const violations: Area<typeof en> = {
	'rsv-without-extension': {
		short: '保留位为 1，却没有扩展赋予它含义',
		rule: 'RSV1 到 RSV3 必须为 0，除非握手时商定的扩展规定了 1 的含义。接收方无从知道含义，就必须中止连接。'
	},
	'reserved-opcode': {
		short: '没有哪种帧使用这个操作码',
		rule: '操作码 3–7 和 B–F 留给将来使用。接收方遇到它们，必须中止连接。'
	},
	'client-frame-unmasked': {
		short: '客户端没有给这一帧加掩码',
		rule: '客户端发给服务器的每一帧都要加掩码，用了 TLS 也一样。服务器收到未加掩码的帧，必须关闭连接。'
	},
	'server-frame-masked': {
		short: '服务器给这一帧加了掩码',
		rule: '服务器发给客户端的帧一律不加掩码。客户端发现加了掩码的帧，必须关闭连接。'
	},
	'length-not-minimal': {
		short: '这个长度用更短的形式就写得下',
		rule: '长度有三种写法，必须用最短的一种：125 以内用 7 位，65,535 以内用 16 位，再大才用 64 位。'
	},
	'length-top-bit-set': {
		short: '64 位长度的最高位必须为 0',
		rule: '64 位写法的最高位固定为 0，所以长度最大是 2^63 − 1。'
	},
	'control-frame-fragmented': {
		short: '控制帧不能分片',
		rule: '关闭、ping、pong 都只占一帧，FIN 必须为 1。'
	},
	'control-frame-too-long': {
		short: '控制帧的载荷最多 125 字节',
		rule: '关闭、ping、pong 的载荷不超过 125 字节，所以长度总能用 7 位写下。'
	},
	'continuation-without-start': {
		short: '没有可延续的消息',
		rule: '操作码 0 用来延续一条以 FIN 0 开头的消息，而此刻没有这样的消息。'
	},
	'data-frame-inside-message': {
		short: '上一条消息还没结束，又开始了新的一条',
		rule: '在 FIN 为 1 的分片到来之前，后面只能跟延续帧或控制帧。两条消息的分片不能交错。'
	},
	'invalid-utf8': {
		short: '从这里开始不是合法的 UTF-8',
		rule: '文本必须是 UTF-8。接收方发现不合法的字节，必须中止连接。'
	},
	'close-payload-one-byte': {
		short: '只有一个字节，放不下关闭码',
		rule: '关闭帧的载荷要么为空，要么以两个字节的关闭码开头。'
	},
	'close-code-not-on-wire': {
		short: '这个关闭码不得写进帧里',
		rule: '1005、1006 和 1015 只用来告知程序，1004 是保留值、尚无含义，都不得发送。'
	},
	'close-code-unassigned': {
		short: '这个关闭码还没有分配',
		rule: '0–999 不使用；1000–2999 归协议及其扩展使用，发送方只能用其中已定义的；关闭码最大到 4999。'
	},
	'close-reason-invalid-utf8': {
		short: '关闭原因从这里开始不是合法的 UTF-8',
		rule: '关闭码后面的原因必须是 UTF-8 文本。'
	},
	'frame-after-close': {
		short: '发出关闭帧之后又发了这一帧',
		rule: '一端发出关闭帧之后不得再发别的内容，此后到来的内容不再理会。'
	},
	'message-too-big': {
		short: '超过了接收方愿意接受的大小',
		rule: '接收方应当限制单帧和整条消息的大小，否则一个长度字段就可能耗尽它的内存。'
	},
	'too-many-fragments': {
		short: '分片数超过了接收方愿意接受的上限',
		rule: '接收方应当限制一条消息的分片数：空分片同样要占用它的内存。'
	},
	'rsv1-on-continuation': {
		short: '只有第一个分片可以带 RSV1',
		rule: 'RSV1 表示整条消息经过压缩，只在第一个分片上置 1。'
	},
	'rsv1-on-control-frame': {
		short: '控制帧不压缩',
		rule: 'permessage-deflate 只压缩数据消息，控制帧的 RSV1 必须为 0。'
	},
	'deflate-data-invalid': {
		short: '这些字节无法解压',
		rule: '压缩消息的载荷是去掉末尾四字节 00 00 ff ff 的 DEFLATE 数据，而这里不是。'
	}
};
