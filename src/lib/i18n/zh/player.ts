import type { player as en } from '../en/player.ts';
import type { Area } from '../text.ts';

export const player: Area<typeof en> = {
	title: '播放器',
	start: '回到开头',
	previous: '上一条记录',
	play: '播放',
	pause: '暂停',
	next: '下一条记录',
	end: '跳到末尾',
	live: '实时',
	goLive: '跟随实时进度',
	following: '正在跟随实时进度',
	speed: '速度',
	oneRecord: '每秒 1 条',
	times: (factor) => `×${factor}`,
	scrub: '录制中的时间',
	nothing: '第一条记录之前',
	at: (time, duration, record) => `${time} 毫秒，共 ${duration} 毫秒，${record}`,
	record: (index, of) => `第 ${index} 条记录，共 ${of} 条`,
	unit: 'ms'
};
