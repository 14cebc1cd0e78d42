/** Words for what browsers printed about a response: recorded, for no page can read its console. */
import type { prints as en } from '../../en/handshake-lab/prints.ts';
import type { Area } from '../../text.ts';

export const prints: Area<typeof en> = {
	recorded: '录制',
	title: (browser, at) => `${at} 从外部观察 ${browser} 所得，不是本页自己的控制台`,
	bytes: '针对的正是这些字节',
	kind: '针对另一个状态码和错误都相同的响应；具体的值出自那个响应',
	nothing: '没有打印任何内容。',
	nothingWaiting: '等待期间没有打印任何内容。',
	where:
		'页面读不到自己的控制台。请打开开发者工具（F12），再看“控制台”（Console）：你的浏览器打印过什么，都在那里。',
	none: '记录中没有与它类似的响应。页面读不到自己的控制台：请打开开发者工具（F12），再看“控制台”（Console）。',
	loading: '正在载入记录…',
	failed: '记录没能载入。请重新加载页面再试。',
	levels: { error: '错误', warning: '警告', info: '信息', debug: '调试' }
};
