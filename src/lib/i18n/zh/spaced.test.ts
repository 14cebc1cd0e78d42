import { expect, it } from 'vitest';
import { spaced } from './spaced.ts';

it.each([
	['移除WebSocket', '移除 WebSocket'],
	['短轮询 1用了 25 KiB', '短轮询 1 用了 25 KiB'],
	['少了 46%的字节', '少了 46% 的字节'],
	['移除服务器推送事件（SSE）', '移除服务器推送事件（SSE）'],
	['用 POST 发送', '用 POST 发送']
])('Chinese and Latin stand apart, once: %s', (text, said) => {
	expect(spaced(text)).toBe(said);
});
