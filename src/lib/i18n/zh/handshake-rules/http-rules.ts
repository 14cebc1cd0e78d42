/** The rules of HTTP that requests and responses share. */
import type { httpRules as en } from '../../en/handshake-rules/http-rules.ts';
import type { Area } from '../../text.ts';

export const httpRules: Area<typeof en> = {
	'empty-line-before-start': {
		short: '起始行前面有空行',
		rule: '客户端不得在请求前面发送空行，不过服务器应当略过它。'
	},
	'bare-lf': {
		short: '这一行只以 LF 结尾，没有 CR',
		rule: '报文头的每一行以 CR LF 结尾。接收方可以接受单独的 LF，但这样一来，一行到哪里结束，沿途每个代理都必须看法一致。'
	},
	'bare-cr': {
		short: 'CR 后面没有 LF',
		rule: 'CR 只能出现在 LF 之前。出现在别处，接收方必须拒绝，或者当作空格。'
	},
	'whitespace-before-headers': {
		short: '第一个头部行以空白开头',
		rule: '起始行与第一个头部之间，不能有以空白开头的行。接收方要么拒绝，要么略过这一行。'
	},
	'start-line-spacing': {
		short: '这里应当正好是一个空格',
		rule: '起始行的各部分之间用且只用一个空格隔开。'
	},
	'method-not-token': {
		short: '这不是合法的方法名',
		rule: '方法名由字母、数字和少数几种符号组成，不含分隔符。'
	},
	'target-missing': {
		short: '缺少请求目标',
		rule: '请求行的方法和版本之间必须有请求目标。'
	},
	'target-has-whitespace': {
		short: '请求目标里有空白',
		rule: '请求目标不含空白，URL 里的空格要写成 %20。'
	},
	'target-invalid-character': {
		short: '请求目标里不能有这个字符',
		rule: '请求目标只用可见的 ASCII 字符，其余都要做百分号编码。'
	},
	'http-version-malformed': {
		short: '这不是合法的 HTTP 版本',
		rule: '版本写作 HTTP/ 加一位数字、一个点、再一位数字，字母大写。'
	},
	'status-malformed': {
		short: '这不是合法的状态码',
		rule: '状态码是三位数字。'
	},
	'reason-space-missing': {
		short: '状态码后面缺少一个空格',
		rule: '即使没有原因短语，状态码后面也要有空格。'
	},
	'header-without-colon': {
		short: '这一行没有冒号',
		rule: '头部行由名称、冒号和值组成。'
	},
	'header-name-empty': {
		short: '冒号前面没有名称',
		rule: '头部的名称至少有一个字符。'
	},
	'header-name-not-token': {
		short: '这不是合法的头部名称',
		rule: '头部名称由字母、数字和少数几种符号组成，不含分隔符。'
	},
	'space-before-colon': {
		short: '名称与冒号之间有空白',
		rule: '服务器必须对这样的请求回 400：各方对名称的理解一旦不同，就可能被人利用。'
	},
	'obs-fold': {
		short: '值折成了好几行',
		rule: '折行的写法已经废弃。接收方要么拒绝，要么把折行处当作空格。'
	},
	'value-control-character': {
		short: '值里有控制字符',
		rule: '值里只能有可见字符、空格和制表符。'
	},
	'host-missing': {
		short: '没有 Host',
		rule: 'HTTP/1.1 请求没有 Host，服务器必须回 400。'
	},
	'host-duplicated': {
		short: '出现了第二个 Host',
		rule: '请求里的 Host 不止一个，服务器必须回 400。'
	},
	'host-malformed': {
		short: '这不是“主机加可选端口”的写法',
		rule: 'Host 的值不合法，服务器必须回 400。'
	},
	'content-length-malformed': {
		short: '这不是合法的长度',
		rule: 'Content-Length 是十进制的字节数。写成别的，就没人知道正文到哪里结束。'
	},
	'content-length-differs': {
		short: '这个长度与第一个矛盾',
		rule: '长度前后不一，各方对下一条报文从哪里开始就会看法不一。'
	},
	'content-length-with-transfer-encoding': {
		short: '既有长度，又有传输编码',
		rule: '一条报文只能用其中一种。两者并存是请求走私的常见手法。'
	},
	'transfer-encoding-not-chunked': {
		short: '最后一个编码不是 chunked',
		rule: '请求的最后一个传输编码若不是 chunked，就无法确定正文到哪里结束。'
	},
	'chunk-malformed': {
		short: '这个分块无法解析',
		rule: '一个分块由十六进制的大小和相应的字节组成，两部分之后各有一个换行。'
	},
	'head-too-large': {
		short: '报文头太大，超出了这里读取的上限',
		rule: '接收方都会限制报文头的大小，服务器应回 431。'
	}
};
