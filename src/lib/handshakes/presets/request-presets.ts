/** What a client may begin with: bytes that can be sent as they are. */
import type { HandshakePreset, Recipe } from './preset.ts';
import { REQUEST_PRESET_IDS, type RequestPresetGroup, type RequestPresetId } from './preset-ids.ts';
import { ENDPOINT_REQUESTS, LEGAL_REQUESTS } from './legal-requests.ts';
import { HEADER_MISTAKES, NEGOTIATION_MISTAKES, START_LINE_MISTAKES } from './mistaken-requests.ts';
import { DRAFT_REQUESTS, STREAM_REQUESTS, SYNTAX_MISTAKES } from './odd-requests.ts';

export type RequestPreset = HandshakePreset<RequestPresetId, RequestPresetGroup>;

const RECIPES: Readonly<Record<RequestPresetId, Recipe>> = {
	...LEGAL_REQUESTS,
	...ENDPOINT_REQUESTS,
	...START_LINE_MISTAKES,
	...HEADER_MISTAKES,
	...NEGOTIATION_MISTAKES,
	...SYNTAX_MISTAKES,
	...STREAM_REQUESTS,
	...DRAFT_REQUESTS
};

const GROUPS = Object.keys(REQUEST_PRESET_IDS) as RequestPresetGroup[];

/** In the order of the menu. */
export const REQUEST_PRESETS: readonly RequestPreset[] = GROUPS.flatMap((group) =>
	REQUEST_PRESET_IDS[group].map((id) => ({ id, group, build: RECIPES[id] }))
);
