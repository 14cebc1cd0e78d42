import type { errors as en } from '../en/errors.ts';
import type { Area } from '../text.ts';

export const errors: Area<typeof en> = {
	what: '发生了什么',
	why: '原因',
	todo: '可以怎么做',
	status: (code) => `状态码 ${code}`,
	home: '回到首页',
	workbench: '打开工作台',
	reload: '重新加载',
	notFound: {
		title: '没有这个页面',
		what: '服务器上没有这个地址对应的页面：',
		why: '可能是地址输错了，也可能是你点的链接已经失效。所有页面都在 /zh/ 和 /en/ 之下。',
		todo: '请核对地址，或者从下面的页面重新开始。'
	},
	refused: {
		title: '服务器拒绝了这个请求',
		what: '服务器收到了对这个地址的请求，但没有接受：',
		why: (message) => `服务器给出的原因：${message}`,
		todo: '请稍等片刻再重新加载，或者从首页重新开始。'
	},
	failed: {
		title: '页面生成失败',
		what: '生成这个页面时出了错：',
		why: (message) =>
			`程序报告的错误：${message}。如果服务器刚刚停止或更新过，也可能是页面的一部分没有加载到。`,
		todo: '请重新加载。如果还是不行，请确认服务器仍在运行，并查看它的日志。'
	}
};
