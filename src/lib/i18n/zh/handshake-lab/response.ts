/** Words of the response page of the handshake lab. */
import type { response as en } from '../../en/handshake-lab/response.ts';
import type { Area } from '../../text.ts';

export const response: Area<typeof en> = {
	title: '握手实验室：响应',
	steps: { label: '步骤', response: '响应', send: '发送', results: '结果' },
	pane: '应答',
	peer: '本页自己的 WebSocket 会连到 /ws/raw。你写的字节就是全部应答；{accept} 会换成按浏览器的 Key 算出的 Accept。',
	off: '这里不能扮演服务器：这台服务器与你之间可能隔着共享代理。',
	send: '连接并应答',
	offered: {
		label: '页面提出的子协议',
		none: '无',
		hint: '用逗号分隔，原样交给 new WebSocket(url, [ … ])'
	},
	results: {
		empty: '还没有浏览器连上来。',
		emptyDetail: '可以按规定应答，也可以写别的。浏览器的请求、你的字节、页面得知的事件都会录下。'
	},
	connecting: {
		title: (time) => `浏览器已有 ${time} 没有连上来`,
		detail: '握手接连失败几次之后，浏览器会先等一等，再打开下一条连接。线上还没有任何字节。'
	},
	silent: {
		title: (time) => `浏览器已经等了 ${time}`,
		detail:
			'你写的还不是完整的响应，浏览器在等余下的部分，页面什么也没有得知。可以断开；过一段时间，服务器会切断这条连接。'
	},
	accounts: {
		title: '三种说法',
		hint: '页面、线上、控制台',
		page: '页面得知',
		nothing: '暂时没有',
		wire: '你在线上写的',
		wireNothing: '没有',
		console: '浏览器的控制台',
		consoleUnread:
			'握手为什么失败，浏览器若有说明，只写在控制台里。页面读不到自己的控制台：请打开开发者工具（F12），再看“控制台”（Console）。',
		hidden:
			'在页面看来，所有失败都一样：先是 error，再是 close 1006，没有原因。这是有意为之：脚本不该由此探知它无权访问的服务器。'
	},
	delay: {
		title: '浏览器的延迟',
		failures: '连续失败',
		measured: '从 new WebSocket() 到接受连接',
		error: (error) => `±${error}`,
		unknown: '还没有测到',
		calm: '浏览器会记住失败的握手。接连失败约八次之后，Chromium 再次连接前会先等一等，起初百分之几秒，后来好几秒。成功一次就清零。',
		near: '再失败几次，浏览器就会在连接前等待。在那之前，实验室会自己完成一次正常的握手。',
		slow: '因为之前的握手失败过，浏览器等了这么久才打开 TCP 连接。成功一次就清零。',
		good: (n) =>
			`为了不让浏览器等待，实验室自己与 /ws/echo 完成了 ${n} 次正常的握手。它与你的握手一样录了下来，可以在连接列表里找到。`
	},
	confirm: {
		title: '这些头部的影响不止于这条连接',
		close: '关闭',
		lead: '握手响应里的某些头部，即使握手失败，浏览器也会照办。你将要发送的响应里有：',
		effects: {
			cookie:
				'浏览器会为这台主机存下这个 Cookie，以后的请求都带上它，不分端口，直到它过期，或者你把它删除。',
			challenge: '浏览器可能要你输入用户名和密码。请不要输入真实的：输入的内容会发给这个实验室。',
			lasting: '浏览器可能为这个网站记住它，离开本页、下次再来时仍然有效。'
		},
		send: '我明白，发送',
		back: '回到草稿'
	}
};
