/** What follows from the compression that was agreed, and who may ask for what. */
import type { negotiationDeflate as en } from '../../../en/handshake-lab/negotiation/deflate.ts';
import type { Area } from '../../../text.ts';

export const negotiationDeflate: Area<typeof en> = {
	follow: {
		title: '商定之后怎样',
		meta: 'permessage-deflate，两个方向分别计算',
		none: '没有商定压缩：每条消息原样传送，RSV1 始终为 0。',
		taken: '接受的提议',
		answer: '响应',
		lanes: { client: '客户端 → 服务器', server: '服务器 → 客户端' },
		compressor: { client: '由客户端压缩', server: '由服务器压缩' },
		scale: '窗口位数',
		window: (size, bits) => `窗口 ${size}（2^${bits}）`,
		offered: '提议',
		answered: '响应',
		reasons: {
			default: '双方都没写：15 位，也就是最大值。',
			'client-free': '客户端允许服务器要求缩小，服务器没有要求。',
			'client-asked': '客户端允许，服务器于是提出要求。不经允许，服务器不能要求。',
			'client-confirmed': '客户端自己写明了窗口，响应重复了它。',
			'client-smaller': '客户端写明了窗口，服务器要求再小一些。',
			'client-promise': '客户端在提议里声明了，响应没有重复，声明仍然有效。',
			'server-demanded': '客户端的要求。服务器要么在响应里重复，要么谢绝这项提议。',
			'server-smaller': '客户端给了上限，服务器取了更小的值。',
			'server-own': '服务器自己的选择。自己的窗口，不必问就能缩小。'
		},
		context: {
			kept: '窗口跨消息保留：后面的消息可以引用前面的。',
			client: {
				offer: '每条消息后清空窗口：客户端提出，响应重复。',
				answer: '每条消息后清空窗口：服务器的要求，不必客户端先提出。',
				promise: '每条消息后清空窗口：客户端自己声明，响应没有重复。'
			},
			server: {
				offer: '每条消息后清空窗口：客户端的要求。',
				answer: '每条消息后清空窗口：服务器自己的选择。',
				promise: ''
			}
		},
		memory: {
			title: '每条连接占用的内存（按 zlib 计）',
			side: { client: '客户端', server: '服务器' },
			compressor: '压缩',
			decompressor: '解压',
			formula:
				'按 zlib 自己的说明：压缩占 2^(位数 + 2) 字节 + 128 KiB，解压占 2^位数 字节，另加几 KiB 的状态。正因如此，客户端多的服务器会要求缩小窗口。',
			eight: 'zlib 的压缩没有 8 位这一档：它用 9 位，但引用的距离不超过 250 字节。',
			thousand: (size) => `服务器上有 1,000 条这样的连接：${size}`
		},
		more: '看看消息怎样按它压缩',
		context0: '每条消息后清空窗口，这些内存在消息之间就可以复用或释放。'
	},
	shrink: {
		title: '谁可以缩小什么',
		note: '四个参数，双方的压缩',
		about:
			'每个参数约束一方的压缩。在提议里，客户端用它要求服务器，或者声明自己；响应必须重复所要求的，还可以加上表中允许的。',
		parameter: '参数',
		binds: '约束谁的压缩',
		inOffer: '在提议里',
		inAnswer: '在响应里',
		uninvited: '服务器可否主动添加',
		sides: { client: '客户端', server: '服务器' },
		offerMeans: { demand: '要求：要么满足，要么谢绝提议', hint: '声明' },
		owed: '必须重复',
		notOwed: '可以省略',
		yes: '可以',
		no: '不可以：提议里有才行',
		values: {
			none: '不带值',
			bits: '8 到 15',
			'bits-or-none-in-offer': '8 到 15；提议里可以不带值'
		}
	}
};
