import type { opcodes as en } from '../en/opcodes.ts';
import type { Area } from '../text.ts';

export const opcodes: Area<typeof en> = {
	'0': { name: '延续', meaning: '延续前面的帧，仍属于同一条消息' },
	'1': { name: '文本', meaning: '一条文本消息从这里开始，内容必须是 UTF-8' },
	'2': { name: '二进制', meaning: '一条二进制消息从这里开始，内容不限' },
	'8': { name: '关闭', meaning: '发起关闭握手，或回应对方的关闭' },
	'9': { name: 'ping', meaning: '要求对方回一个 pong，载荷原样带回' },
	a: { name: 'pong', meaning: '回应 ping；也可以主动发送，表示自己仍然在线' },
	reservedData: { name: '保留', meaning: '保留给将来的非控制帧' },
	reservedControl: { name: '保留控制', meaning: '保留给将来的控制帧' }
};
