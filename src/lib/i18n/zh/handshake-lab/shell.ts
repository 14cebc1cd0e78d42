/** Words around every tool of the handshake lab: names, notices, what went wrong. */
import type { shell as en } from '../../en/handshake-lab/shell.ts';
import type { Area } from '../../text.ts';

export const shell: Area<typeof en> = {
	title: '握手实验室',
	nav: '握手实验室的工具',
	tools: {
		request: '请求',
		response: '响应',
		accept: 'Accept',
		negotiation: '协商',
		views: '各方所见',
		proxies: '途中',
		tls: 'wss'
	},
	/** For search engines. */
	descriptions: {
		request: '请求',
		response: '响应',
		accept: 'Accept',
		negotiation: '协商',
		views: '各方所见',
		proxies: '途中',
		tls: 'wss'
	}
};
