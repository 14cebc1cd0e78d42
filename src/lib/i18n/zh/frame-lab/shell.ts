import type { Area } from '../../text.ts';
import type { shell as english } from '../../en/frame-lab/shell.ts';

export const shell: Area<typeof english> = {
	title: '帧实验室',
	nav: '帧实验室的工具',
	tools: {
		editor: '编辑器',
		fragments: '分片',
		compression: '压缩',
		masking: '掩码',
		limits: '限制',
		cases: '用例'
	},
	descriptions: {
		editor: '逐个比特地构造 WebSocket 帧，发给真实的对端，看它如何反应。',
		fragments: '把一条 WebSocket 消息切成分片，中间插入控制帧，再发出去。',
		compression: '显微镜下的 permessage-deflate：真实协商，逐块查看。',
		masking: '客户端为什么要加掩码：逐字节异或，以及不加掩码时一台只认 HTTP 的缓存会看到什么。',
		limits: '试探 WebSocket 服务器的限制：超长的消息、不实的长度、大量的小帧。',
		cases: '把合法与非法的帧逐个发给真实的对端。'
	},
	trouble: {
		title: '没有成功',
		dismiss: '知道了',
		exception: (name) => `new WebSocket() 抛出了 ${name}`,
		browserSays: '浏览器的原话：',
		nothingSent: '没有建立连接。请修改提议的内容，再发一次。',
		notLoaded: '页面的这一部分还没有加载，而服务器没有应答。请等服务器恢复后再发送。',
		linkTitle: '链接没能打开',
		link: {
			'not-a-run': '# 后面的内容不是发送序列，或者缺了一截。请重新复制整个链接。你的草稿没有变。',
			'too-big':
				'链接里的序列超过本页的上限，因此没有解压。请对方给一个短一些的链接。你的草稿没有变。',
			'newer-version': '链接由更新版本的 Wire101 生成，本版本读不懂。请重新加载页面，再打开链接。'
		},
		channel: {
			'run-in-progress': '一次只能发送一个序列，上一个还没有结束。请取消它，或等它结束，再发送。',
			'run-too-big':
				'序列的字节数、写入次数或时长超过这台服务器的上限。请减少帧或重复次数，或缩短停顿。',
			'raw-server-off':
				'这台服务器前面可能有共享代理，所以不允许页面扮演服务器。请改以客户端身份发送。',
			'too-many-connections':
				'本页打开的连接已达一个会话的上限。请先断开，或重新加载页面，再发送。',
			'too-many-recordings': '这个会话的录制已达上限。请重新加载页面；想保留草稿，请先复制链接。',
			'unknown-connection': '这条连接属于一个已经结束的会话。再发一次，会打开新连接。',
			'not-open': '这条连接已经结束。再发一次，会打开新连接。',
			'bad-argument': '有头部的值不能包含的字符，例如扩展里的换行。请改掉它，再发送。',
			malformed: '服务器读不懂这条命令。请重新加载页面；想保留草稿，请先复制链接。',
			'rate-limited': '短时间内命令太多。请等一秒再发送。',
			'no-channel': '与实验服务器之间没有通道，无法发送，也录不到任何字节。请等通道恢复后再发送。',
			'internal-error': '实验服务器在执行时出了错，序列已经结束。请再发一次。',
			other: (code) => `实验服务器拒绝了这条命令（${code}），什么也没有发出。请稍后再试。`
		}
	}
};
