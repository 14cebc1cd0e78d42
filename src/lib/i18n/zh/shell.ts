import type { shell as en } from '../en/shell.ts';
import type { Area } from '../text.ts';

export const shell: Area<typeof en> = {
	/** BCP 47 tag for `Intl`. */
	locale: 'zh-CN',
	name: 'Wire101',
	title: (page) => `${page} · Wire101`,
	skip: '跳到正文',
	mainNav: '主导航',
	menu: '菜单',
	nav: {
		home: '首页',
		workbench: '工作台',
		handshake: '握手实验室',
		frames: '帧实验室',
		transports: '传输实验室'
	},
	languages: '语言',
	theme: {
		label: '配色',
		system: '跟随系统',
		light: '浅色',
		dark: '深色'
	},
	shortcuts: {
		title: '键盘快捷键',
		close: '关闭',
		everywhere: '所有页面',
		openHelp: '显示这份列表',
		closeHelp: '关闭打开的面板',
		nextControl: '下一个控件、上一个控件',
		or: '或',
		singleKeys: '单键快捷键',
		singleKeysHint: '如果语音输入或误触经常触发它们，可以关掉。'
	},
	footer: {
		label: '关于 Wire101',
		promise: '这里的每个字节，要么从套接字上抓来，要么由抓到的字节算出。',
		sources: '查阅原文',
		rfc6455: 'RFC 6455：WebSocket 协议',
		rfc7692: 'RFC 7692：压缩扩展',
		whatwg: 'WebSockets 标准：浏览器的 API'
	},
	copy: {
		copy: '复制',
		copied: '已复制',
		failed: '浏览器不允许复制'
	},
	source: { live: '实时', recorded: '录制' },
	close: '关闭'
};
