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
		title: '这里没有页面',
		what: '服务器上没有这个地址对应的页面：',
		why: '可能是地址输错了，也可能是带你来的链接已经过时。所有页面都在 /zh/ 和 /en/ 之下。',
		todo: '请核对地址，或者从下面的页面重新开始。'
	},
	refused: {
		title: '服务器拒绝了这个请求',
		what: '服务器看懂了对这个地址的请求，但没有接受：',
		why: (message) => `它给出的理由是：${message}`,
		todo: '请稍等片刻再重新加载，或者从首页重新开始。'
	},
	failed: {
		title: '页面没能生成',
		what: '生成这个页面时出了错：',
		why: (message) =>
			`程序报告：${message}。如果服务器刚刚停止或更新过，也可能是页面的一部分没有送到。`,
		todo: '请重新加载。如果还是不行，请查看服务器是否仍在运行，以及日志里写了什么。'
	}
};
