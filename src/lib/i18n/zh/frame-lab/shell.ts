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
	}
};
