/** Cases of messages and connections that either side can write: fragments, text, ends. */
import type { CaseRecipe } from './cases.ts';
import { hex } from './frame-writer.ts';

const FRAGMENTS: readonly CaseRecipe[] = [
	{
		id: 'fragments',
		group: 'fragments',
		pieces: (w) => [w.frame(0x01, 'Hel'), w.frame(0x80, 'lo')]
	},
	{
		id: 'fragments-empty',
		group: 'fragments',
		pieces: (w) => [w.frame(0x01), w.frame(0x00), w.frame(0x80)]
	},
	{
		id: 'fragments-ping',
		group: 'fragments',
		pieces: (w) => [w.frame(0x01, 'Hel'), w.frame(0x89, 'ping'), w.frame(0x80, 'lo')]
	},
	{
		id: 'fragments-in-character',
		group: 'fragments',
		pieces: (w) => [w.frame(0x01, hex('e4 bd')), w.frame(0x80, hex('a0 e5 a5 bd'))]
	},
	{
		id: 'continuation-first',
		group: 'fragments',
		pieces: (w) => [w.frame(0x80, 'Hello')]
	},
	{
		id: 'continuation-after-end',
		group: 'fragments',
		pieces: (w) => [w.frame(0x01, 'Hel'), w.frame(0x80, 'lo'), w.frame(0x80, '!')]
	},
	{
		id: 'data-among-fragments',
		group: 'fragments',
		pieces: (w) => [w.frame(0x01, 'Hel'), w.frame(0x81, 'lo')]
	},
	{ id: 'message-unfinished', group: 'fragments', pieces: (w) => [w.frame(0x01, 'Hel')] }
];

const TEXT: readonly CaseRecipe[] = [
	{ id: 'utf8-never', group: 'text', pieces: (w) => [w.frame(0x81, hex('ff fe'))] },
	{ id: 'utf8-surrogate', group: 'text', pieces: (w) => [w.frame(0x81, hex('ed a0 80'))] },
	{ id: 'utf8-overlong', group: 'text', pieces: (w) => [w.frame(0x81, hex('c0 af'))] },
	{ id: 'utf8-too-high', group: 'text', pieces: (w) => [w.frame(0x81, hex('f4 90 80 80'))] },
	{ id: 'utf8-cut-short', group: 'text', pieces: (w) => [w.frame(0x81, hex('e4 bd'))] },
	{
		id: 'utf8-in-fragment',
		group: 'text',
		pieces: (w) => [w.frame(0x01, hex('48 65 ff'))]
	},
	{
		id: 'utf8-in-last-fragment',
		group: 'text',
		pieces: (w) => [w.frame(0x01, 'He'), w.frame(0x80, hex('ff'))]
	}
];

const closing = (id: string, code: number | null, reason = ''): CaseRecipe => ({
	id,
	group: 'closing',
	pieces: (w) => [w.close(code, reason)]
});

const CLOSING: readonly CaseRecipe[] = [
	closing('close-1000', 1000, 'bye'),
	closing('close-empty', null),
	closing('close-1011', 1011),
	closing('close-1012', 1012),
	closing('close-3000', 3000),
	closing('close-4999', 4999),
	{ id: 'close-one-byte', group: 'closing', pieces: (w) => [w.frame(0x88, hex('03'))] },
	closing('close-999', 999),
	closing('close-1004', 1004),
	closing('close-1005', 1005),
	closing('close-1006', 1006),
	closing('close-1015', 1015),
	closing('close-1016', 1016),
	closing('close-2999', 2999),
	closing('close-5000', 5000),
	{
		id: 'close-bad-reason',
		group: 'closing',
		pieces: (w) => [w.frame(0x88, hex('03 e8 ff'))]
	},
	{
		id: 'data-after-close',
		group: 'closing',
		writes: 'one',
		pieces: (w) => [w.close(1000), w.frame(0x81, 'Hello')]
	}
];

const ENDS: readonly CaseRecipe[] = [
	{ id: 'fin', group: 'ends', pieces: () => ['fin'] },
	{ id: 'rst', group: 'ends', pieces: () => ['rst'] },
	{ id: 'text-then-fin', group: 'ends', pieces: (w) => [w.frame(0x81, 'Hello'), 'fin'] },
	{
		id: 'fin-in-frame',
		group: 'ends',
		pieces: (w) => [w.frame(0x81, 'Hello').slice(0, -2), 'fin']
	},
	{
		id: 'rst-in-frame',
		group: 'ends',
		pieces: (w) => [w.frame(0x81, 'Hello').slice(0, -2), 'rst']
	},
	{ id: 'fin-in-message', group: 'ends', pieces: (w) => [w.frame(0x01, 'Hel'), 'fin'] }
];

export const MESSAGE_RECIPES: readonly CaseRecipe[] = [...FRAGMENTS, ...TEXT, ...CLOSING, ...ENDS];
