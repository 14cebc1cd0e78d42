import type { closeCodes as en } from '../en/close-codes.ts';
import type { Area } from '../text.ts';

export const closeCodes: Area<typeof en> = {
	'1000': { name: '正常关闭', meaning: '连接的任务已经完成' },
	'1001': { name: '离开', meaning: '服务器停机，或用户离开了页面' },
	'1002': { name: '协议错误', meaning: '对方违反了协议' },
	'1003': { name: '不支持的数据', meaning: '收到的数据类型无法接受' },
	'1004': { name: '保留', meaning: '保留，将来可能定义' },
	'1005': { name: '未收到关闭码', meaning: '关闭帧里没有关闭码时告知程序的值，不会出现在线上' },
	'1006': { name: '异常关闭', meaning: '没有收到关闭帧时告知程序的值，不会出现在线上' },
	'1007': { name: '载荷数据无效', meaning: '数据与类型不符，例如文本不是合法的 UTF-8' },
	'1008': { name: '违反策略', meaning: '不符合这一端自己的规定' },
	'1009': { name: '消息过大', meaning: '消息超出能处理的大小' },
	'1010': { name: '缺少必需的扩展', meaning: '客户端要求的扩展，服务器没有同意' },
	'1011': { name: '内部错误', meaning: '服务器遇到意外情况' },
	'1012': { name: '服务重启', meaning: '服务正在重启，稍后再连' },
	'1013': { name: '稍后再试', meaning: '服务器暂时过载' },
	'1014': { name: '网关错误', meaning: '网关从上游收到无效的响应' },
	'1015': { name: 'TLS 握手失败', meaning: 'TLS 握手失败时告知程序的值，不会出现在线上' },
	ranges: {
		unused: { name: '不使用', meaning: '0–999 不用作关闭码' },
		protocol: { name: '未分配', meaning: '1000–2999 归协议使用，这个值还没有分配' },
		registered: { name: '库或框架', meaning: '3000–3999 归库、框架和应用使用，在 IANA 登记' },
		private: { name: '私有', meaning: '4000–4999 的含义由双方的应用自行约定' },
		beyond: { name: '超出范围', meaning: '关闭码最大到 4999' }
	}
};
