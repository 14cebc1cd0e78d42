/** Keys and their Accepts as they have been published, each verified. */
import type { Text } from '#lib/i18n/text.ts';

export interface PublishedPair {
	readonly id: keyof Text['handshakeLab']['accept']['source']['preset'];
	readonly key: string;
	readonly accept: string;
}

export const PUBLISHED_PAIRS = [
	{ id: 'rfc', key: 'dGhlIHNhbXBsZSBub25jZQ==', accept: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' },
	{ id: 'first', key: '5fTJ1LTuh3RKjSJxydyifQ==', accept: 'ZUip34t+bCjhkvxxwhmdEOyx9hE=' },
	{ id: 'second', key: 'T2a6wZlAwhgQNqruZ2YUyg==', accept: 'iBJKv/ALIW2DobfoA4dmr3JHBCY=' },
	{ id: 'third', key: 'x3JJHMbDL1EzLkh9GBhXDw==', accept: 'HSmrc0sMlYUkAGmm5OPpG2HaGWk=' }
] as const satisfies readonly PublishedPair[];
