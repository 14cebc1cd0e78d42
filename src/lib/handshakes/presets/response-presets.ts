/** What a server may begin with: bytes that can be sent as they are, but for the Accept. */
import type { HandshakePreset, Recipe } from './preset.ts';
import {
	RESPONSE_PRESET_IDS,
	type ResponsePresetGroup,
	type ResponsePresetId
} from './preset-ids.ts';
import { ACCEPTED_RESPONSES, BROKEN_RESPONSES } from './accepting-responses.ts';
import { BROKEN_HEADS, DRAFT_RESPONSES, REFUSALS, STREAM_RESPONSES } from './refusing-responses.ts';

export type ResponsePreset = HandshakePreset<ResponsePresetId, ResponsePresetGroup>;

const RECIPES: Readonly<Record<ResponsePresetId, Recipe>> = {
	...ACCEPTED_RESPONSES,
	...BROKEN_RESPONSES,
	...REFUSALS,
	...BROKEN_HEADS,
	...STREAM_RESPONSES,
	...DRAFT_RESPONSES
};

const GROUPS = Object.keys(RESPONSE_PRESET_IDS) as ResponsePresetGroup[];

/** In the order of the menu. */
export const RESPONSE_PRESETS: readonly ResponsePreset[] = GROUPS.flatMap((group) =>
	RESPONSE_PRESET_IDS[group].map((id) => ({ id, group, build: RECIPES[id] }))
);
