/** Frames of a preset, as one side sends them. */
import type { Direction } from '#lib/protocol/direction.ts';
import { PRESETS, type PresetId } from '#lib/runs/presets.ts';
import type { NewFrame } from '#lib/runs/run.ts';

export function presetFrames(
	id: PresetId,
	role: Direction,
	newKey: () => Uint8Array
): readonly NewFrame[] {
	return PRESETS.find((preset) => preset.id === id)?.items(role, newKey) ?? [];
}
