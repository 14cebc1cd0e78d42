import type { frameBits as en } from '../en/frame-bits.ts';
import type { Area } from '../text.ts';

export const frameBits: Area<typeof en> = {
	bytes: (_count: number, shown: string) => `${shown} 字节`,
	nothingSelected: '点选一个比特、字节或字段，各处同时亮起。',
	selectedField: '选中的字段',
	bitOf: (bit: string, value: string) => `第 ${bit} 位是 ${value}`,
	byteOf: (index: string, value: string) => `第 ${index} 字节是 ${value}`,
	bits: {
		title: '比特',
		note: (columns: number) =>
			columns === 32
				? '每行 32 个比特，与 RFC 6455 §5.2 的图一致'
				: `每行 ${columns} 个比特（RFC 6455 §5.2 的图是 32 个）`,
		label: (index: string, bits: string) => `第 ${index} 条记录的比特，共 ${bits} 个`,
		bit: (index: number, field: string, value: number) => `第 ${index} 位，${field}，${value}`,
		flip: (bit: string) => `${bit}，按下翻转`,
		keysBit: '比特',
		keysRow: '行',
		masked: (name: string) => `${name}（已加掩码）`,
		range: (name: string, first: string, last: string) =>
			first === last ? `${name} ${first}` : `${name} ${first}–${last}`
	},
	fold: {
		restBytes: (shown: string) => `展开其余 ${shown} 字节`,
		rest: (shown: string) => `展开其余 ${shown} 个载荷字节`,
		next: (step: string, rest: string) => `后面还有 ${rest} 字节，再展开 ${step} 字节`,
		previous: (step: string, rest: string) => `中间略去 ${rest} 字节，往回展开 ${step} 字节`,
		fold: '收起'
	},
	missing: {
		header: (count: string) => `帧头不完整，还差 ${count}，暂时读不下去。`,
		payload: (count: string) => `这一帧还差 ${count}。`
	}
};
