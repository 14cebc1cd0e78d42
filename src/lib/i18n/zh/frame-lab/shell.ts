import type { Area } from '../../text.ts';
import type { shell as english } from '../../en/frame-lab/shell.ts';

export const shell: Area<typeof english> = {
	title: '帧实验室',
	nav: '帧实验室的工具',
	tools: {
		editor: '帧',
		fragments: '分片',
		compression: '压缩',
		masking: '掩码',
		limits: '限制',
		cases: '全部用例'
	},
	descriptions: {
		editor: '逐个比特地构造 WebSocket 帧，发给真实的对端，看它如何反应。',
		fragments: '把一条 WebSocket 消息切成分片，中间插入控制帧，再发出去。',
		compression: '显微镜下的 permessage-deflate：真实协商，逐块查看。',
		masking: '客户端为什么要加掩码：逐字节异或，以及没有掩码时一个天真的缓存会怎样。',
		limits: '触碰 WebSocket 服务器的限制：超长消息、说谎的长度、洪水般的小帧。',
		cases: '把合法与非法的帧逐例发给真实的对端。'
	},
	trouble: {
		title: '没有成功',
		dismiss: '知道了',
		exception: (name) => `new WebSocket() 抛出了 ${name}`,
		browserSays: '浏览器的原话：',
		nothingSent: '没有建立连接。改掉所提议的内容，再发一次。',
		notLoaded: '页面有一部分还没加载，而服务器没有响应。等它恢复后再发送。',
		linkTitle: '链接没能打开',
		link: {
			'not-a-run': '# 后面的内容不是一组帧，或者缺了一截。请重新复制整条链接。你的草稿没有变。',
			'too-big': '链接里的内容超过本页的上限，因此没有解压。请对方给一条短些的。你的草稿没有变。',
			'newer-version': '链接由更新版本的 Wire101 生成，当前版本读不了。刷新页面后再打开。'
		},
		channel: {
			'run-in-progress': '一次只能发送一组，上一组还没有结束。取消它，或等它结束，再发送。',
			'run-too-big':
				'这组内容的字节数、写入次数或时长超过服务器的上限。减少帧或重复次数，或缩短停顿。',
			'raw-server-off':
				'这台服务器前面可能有共享代理，所以不允许页面扮演服务器。请改用原始客户端。',
			'too-many-connections': '本页打开的连接已达到一个会话的上限。先断开或刷新页面，再发送。',
			'too-many-recordings': '这个会话的录制已达上限。请刷新页面重新开始；想保留草稿，先复制链接。',
			'unknown-connection': '这条连接属于一个已经结束的会话。再发一次，会打开新连接。',
			'not-open': '这条连接已经结束。再发一次，会打开新连接。',
			'bad-argument': '有的值不能放进头部，例如扩展里的换行。改掉它，再发送。',
			malformed: '服务器读不懂这条命令。请刷新页面；想保留草稿，先复制链接。',
			'rate-limited': '短时间内命令太多。等一秒再发送。',
			'no-channel': '没有连上实验服务器，因此无法发送，也无法抓包。等它恢复后再发送。',
			'internal-error': '实验服务器执行时自己出了错，这次发送已经结束。请再发一次。',
			other: (code) => `实验服务器拒绝了命令（${code}），什么也没有发出。请稍后再试。`
		}
	}
};
