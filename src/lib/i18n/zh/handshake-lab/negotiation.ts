/** Words of the negotiation page of the handshake lab. */
import type { negotiation as en } from '../../en/handshake-lab/negotiation.ts';
import type { Area } from '../../text.ts';
import { negotiationPresets } from './negotiation/presets.ts';
import { negotiationForms } from './negotiation/forms.ts';
import { negotiationOutcome } from './negotiation/outcome.ts';
import { negotiationDeflate } from './negotiation/deflate.ts';

export const negotiation: Area<typeof en> = {
	title: '协商',
	lead: '握手之后怎样通信，由两个头部定下来：子协议和压缩。客户端按偏好依次提出，服务器从中选择，没有提出过的一概不能选。先设置好双方，看看应有的结果，再真正运行一次，两相对照。',
	ways: {
		label: '谁向谁提出',
		raw: {
			name: '原始客户端 → ws',
			note: '提出什么都行，不论是否合法，都逐字节照发。'
		},
		browser: {
			name: '本浏览器 → ws',
			note: '调用 new WebSocket(url, [ … ])。扩展由浏览器自己提出。'
		},
		own: {
			name: '本浏览器 → 你的响应',
			note: '101 里的这两个头部由你来写，接不接受由浏览器决定。'
		}
	},
	tools: {
		label: '预设与链接',
		presets: '预设',
		undo: '撤销',
		redo: '重做',
		link: {
			copy: '复制链接',
			copied: '已复制',
			failed: '浏览器不允许复制，链接在地址栏里。',
			hint: '链接里带着协商双方的设置。'
		}
	},
	...negotiationPresets,
	...negotiationForms,
	...negotiationOutcome,
	...negotiationDeflate,
	crossed: {
		title: '线上经过了什么',
		meta: '每个字节都是抓到的原样',
		empty: '还没有发送过。请求和响应会出现在这里，可以逐个头部拆开来看。',
		choose: '选一条记录，把它拆开来看。',
		record: '选中的记录'
	},
	reading: {
		title: '怎样读懂一个提议',
		points: [
			{
				title: '子协议是关于消息的约定',
				text: '它约定文本和二进制消息是什么意思，与帧无关。最多选一个；一个都不选，就由应用自己约定。通用的名称在 IANA 登记。',
				section: '1.9'
			},
			{
				title: '列表就是偏好顺序',
				text: '客户端把最想要的写在最前面。服务器可以选列表里的任何一个，也可以一个不选；多数服务器从前往后看。列表里没有的，服务器不得选。',
				section: '4.1'
			},
			{
				title: '一个不选合法，浏览器却不接受',
				text: '按 RFC，一个都不支持的服务器照样回 101，只是没有这个头部。WHATWG 的标准更严：页面提出了子协议，响应里却没有，浏览器就中止连接。Chromium 照此办理，Firefox 则会打开。面向浏览器的服务器应当选一个。',
				section: '4.2.2'
			},
			{
				title: '同一个扩展提出几次，是备选',
				text: 'permessage-deflate 可以带着不同的参数提出多次。服务器接受自己能满足的第一项，其余的不予理会。',
				section: 'RFC 7692 5.1'
			},
			{
				title: '谢绝不等于拒绝',
				text: '不能满足的提议跳过就是，握手继续：没有压缩也能通信。只有头部本身读不懂，才应当回 400。',
				section: 'RFC 7692 5.1'
			},
			{
				title: '没有提出过的，会让连接中止',
				text: '没有提出过的子协议或扩展、与任何提议都不相符的参数：客户端必须中止连接。否则同样的比特，双方会读出不同的意思。',
				section: '4.1'
			}
		]
	}
};
