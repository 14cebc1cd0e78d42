/** What a negotiation may begin with: the menu, and one sentence on what each shows. */
import type { negotiationPresets as en } from '../../../en/handshake-lab/negotiation/presets.ts';
import type { Area } from '../../../text.ts';

export const negotiationPresets: Area<typeof en> = {
	presetGroups: {
		subprotocols: '子协议',
		deflate: 'permessage-deflate',
		differ: 'ws 与 RFC 不同之处',
		browser: '本浏览器向 ws 提出',
		own: '本浏览器向你提出'
	},
	presets: {
		'second-choice': {
			name: '提出 chat, superchat：服务器只支持 superchat',
			note: '服务器选自己支持的第一个。'
		},
		'both-spoken': { name: '提出 chat, superchat：两个都支持', note: '按谁的顺序？' },
		'none-spoken': { name: '提出的一个都不支持', note: '照样是 101，只是没有这个头部。' },
		'other-case': { name: 'Chat 不是 chat', note: '名称要逐个字母比较。' },
		'said-twice': { name: '同一个名称写了两次', note: '列表违规，应回 400。' },
		'empty-name': { name: '有一个空元素', note: 'chat,, superchat' },
		'usual-offer': {
			name: '浏览器通常的提议',
			note: 'permessage-deflate; client_max_window_bits'
		},
		'fallback-taken': { name: '选中备选提议', note: '第一项提议满足不了服务器的要求。' },
		'client-demands': {
			name: '客户端提出要求',
			note: '要求服务器用多大的窗口，消息之间保不保留窗口。'
		},
		'server-shrinks': {
			name: '服务器全面缩减',
			note: '两个窗口都缩到 1 KiB，每条消息后都清空。'
		},
		'other-extension': { name: '不认识的扩展', note: '谢绝，接着看下一项。' },
		'compression-off': { name: '服务器不压缩', note: '101，没有扩展。' },
		'client-window-unoffered': {
			name: '客户端没有提出可以缩小的窗口',
			note: '服务器是谢绝之后继续，还是拒绝握手？'
		},
		'smaller-than-bound': {
			name: '比服务器的上限还小',
			note: '客户端要求 9 位，服务器要求至多 10 位。'
		},
		'malformed-first': { name: '前一项提议格式不对，后一项正确', note: '没有 7 位的窗口。' },
		'malformed-behind': { name: '前一项提议正确，后一项格式不对', note: '服务器会读到那里吗？' },
		'leading-zero': { name: '前导零', note: 'server_max_window_bits=010' },
		'page-second-choice': {
			name: '页面提出 chat, superchat',
			note: '然后读 socket.protocol。'
		},
		'page-none-spoken': {
			name: '页面提出的，服务器一个都不支持',
			note: '按 RFC 合法。浏览器会怎么做？'
		},
		'page-said-twice': {
			name: '页面把一个名称写了两次',
			note: '构造函数抛出异常，什么也没有发出。'
		},
		'page-not-token': { name: '页面写的名称不合法', note: 'chat room，中间有空格。' },
		'own-due': { name: '应有的应答', note: 'superchat，加上不带参数的 permessage-deflate。' },
		'own-never-offered': { name: '没有提出过的子协议', note: 'mqtt' },
		'own-none': { name: '提出了两个，一个也不选', note: '不写这个头部。' },
		'own-two-headers': { name: '两行 Sec-WebSocket-Protocol', note: 'chat 和 superchat' },
		'own-both-in-one': { name: '两个名称写在一行', note: 'chat, superchat' },
		'own-extension': { name: '没有提出过的扩展', note: 'x-wire101' },
		'own-deflate': {
			name: '让浏览器缩小窗口',
			note: '可以，因为它提出了 client_max_window_bits。'
		},
		'own-deflate-unknown': { name: '不存在的参数', note: 'level=9' },
		'own-deflate-16': { name: '窗口位数 16', note: 'server_max_window_bits=16' },
		'own-deflate-twice': { name: '压缩接受了两次', note: '两行头部。' }
	}
};
