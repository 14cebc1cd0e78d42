import type { Area } from '../../text.ts';
import type { report as en } from '../../en/transports-lab/report.ts';

/** Words of the standard comparison; names of its runs are in `summary`. */
export const report: Area<typeof en> = {
	title: '标准对比',
	lead: '九次固定的运行，在这台机器和这个浏览器上依次进行。方案每次都相同，两份报告才能比较。',
	start: '运行标准对比',
	again: '再跑一遍',
	cancel: '取消',
	live: '实时',
	takes: (time) => `事件源一共运行 ${time}，连接和等待的时间另计。`,
	busy: '正在竞速，结束后才能开始对比。',
	progressLabel: '已完成的运行',
	progress: (run, runs, time) => `第 ${run} 次，共 ${runs} 次，${time}`,
	onRun: (name) => `正在运行：${name}`,
	trouble: (code) => `对比提前结束：实验服务器拒绝了（${code}）。`,
	lost: '对比提前结束：与实验服务器的会话已丢失。',
	cancelled: '已取消。已完成的运行列在下面。',
	runs: '方案中的各次运行',
	states: { done: '已完成', running: '进行中', waiting: '未开始' },
	empty:
		'还没有测量。每完成一次运行，这里就列出它的结果：每个事件的字节数图、延迟图、数据表，以及由此得出的结论。',
	numbers: (run) => `${run}：数字`,
	copyAll: '把所有表格复制为 Markdown',
	saveAll: '保存所有运行（JSON）'
};
