import type { Area } from '../../text.ts';
import type { phone as en } from '../../en/transports-lab/phone.ts';

export const phone: Area<typeof en> = {
	title: '确认登录',
	description: '扫码登录的第二台设备：看清是谁在请求，再确认或拒绝。',
	scanning: '正在告诉服务器：这个码已被扫描…',
	deciding: '正在发送你的决定…',
	asking: {
		title: '让那个页面登录吗？',
		body: '只有等待登录的页面就在你面前，并且显示同一个数字，才能确认。',
		number: '核对数字',
		who: '谁在请求',
		browser: '浏览器',
		address: '地址',
		between: '，',
		unknown: '未告知',
		onServer: '服务器所在的电脑',
		left: (seconds) => `还有 ${seconds} 秒可以决定`,
		confirm: '确认登录',
		decline: '不是我'
	},
	confirmed: {
		title: '已确认',
		body: '另一台设备上的页面现在登录了。这个码不能再用。'
	},
	declined: {
		title: '已拒绝',
		body: '另一台设备上的页面已得知，仍未登录。这个码不能再用。'
	},
	over: {
		title: '这个码已失效',
		body: '它用过了、过期了，或者从来不存在。请在另一台设备上显示新码，再扫一次。'
	},
	expired: {
		title: '超时了',
		body: '码有效期间没有人做决定。请在另一台设备上显示新码，再扫一次。'
	},
	offline: {
		title: '服务器没有应答',
		body: '请检查这台设备与服务器是否在同一网络，服务器是否还在运行，然后重试。',
		retry: '重试'
	},
	refused: {
		title: '服务器拒绝了这次请求',
		body: '它只接受自己的页面发来的、带完整登录码的决定。请重新扫码。'
	},
	noId: {
		title: '没有读到登录码',
		body: '用手机相机扫描等待登录的页面上的二维码，就会自动打开这个页面。',
		link: '显示一个二维码'
	},
	noAccount: '这里是实验室：不涉及任何账号，也不会在这台设备上保存任何东西。'
};
