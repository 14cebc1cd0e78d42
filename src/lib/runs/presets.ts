/** Frames to begin with: each legal kind, and each classic mistake. */
import type { Direction } from '#lib/protocol/direction.ts';
import type { NewFrame } from './run.ts';

export const LEGAL_PRESETS = [
	'text',
	'text-utf8',
	'binary',
	'empty',
	'ping',
	'pong',
	'close',
	'close-with-reason',
	'close-without-code',
	'fragments',
	'ping-between-fragments',
	'character-across-fragments',
	'length-16',
	'length-64'
] as const;

export const MISTAKE_PRESETS = [
	'wrong-mask',
	'rsv1',
	'rsv2',
	'rsv3',
	'reserved-data-opcode',
	'reserved-control-opcode',
	'length-16-not-minimal',
	'length-64-not-minimal',
	'length-top-bit',
	'length-huge',
	'length-too-long',
	'length-too-short',
	'ping-fragmented',
	'ping-too-long',
	'continuation-without-start',
	'text-inside-message',
	'message-unfinished',
	'invalid-utf8',
	'surrogate',
	'character-cut-short',
	'close-one-byte',
	'close-1005',
	'close-999',
	'close-reason-invalid-utf8',
	'frame-after-close',
	'rsv1-on-continuation',
	'rsv1-on-ping',
	'deflate-invalid'
] as const;

export type PresetId = (typeof LEGAL_PRESETS)[number] | (typeof MISTAKE_PRESETS)[number];

export interface Preset {
	readonly id: PresetId;
	readonly group: 'legal' | 'mistake';
	/** Means something else where permessage-deflate was not agreed. */
	readonly needsDeflate: boolean;
	/** @param newKey four octets, others at each call */
	readonly items: (role: Direction, newKey: () => Uint8Array) => readonly NewFrame[];
}

const none = () => [];

export const PRESETS: readonly Preset[] = [
	...LEGAL_PRESETS.map((id) => ({
		id,
		group: 'legal' as const,
		needsDeflate: false,
		items: none
	})),
	...MISTAKE_PRESETS.map((id) => ({
		id,
		group: 'mistake' as const,
		needsDeflate: false,
		items: none
	}))
];
