/** What a server may begin with. */
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { ACCEPT_HOLE } from './handshake-draft.ts';
import type { HandshakePreset } from './preset.ts';
import {
	RESPONSE_PRESET_IDS,
	type ResponsePresetGroup,
	type ResponsePresetId
} from './preset-ids.ts';

export type ResponsePreset = HandshakePreset<ResponsePresetId, ResponsePresetGroup>;

export const RESPONSE_PRESETS: readonly ResponsePreset[] = (
	Object.keys(RESPONSE_PRESET_IDS) as ResponsePresetGroup[]
).flatMap((group) =>
	RESPONSE_PRESET_IDS[group].map((id): ResponsePreset => ({
		id,
		group,
		build: () => ({
			role: 'server',
			bytes: Uint8Array.from(
				latin1Bytes(
					`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${ACCEPT_HOLE}\r\n\r\n`
				)
			),
			pace: 'whole',
			gap: 0,
			end: null,
			protocols: []
		})
	}))
);
