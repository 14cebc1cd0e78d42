/** What a client may begin with. */
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import type { HandshakePreset } from './preset.ts';
import { REQUEST_PRESET_IDS, type RequestPresetGroup, type RequestPresetId } from './preset-ids.ts';

export type RequestPreset = HandshakePreset<RequestPresetId, RequestPresetGroup>;

export const REQUEST_PRESETS: readonly RequestPreset[] = (
	Object.keys(REQUEST_PRESET_IDS) as RequestPresetGroup[]
).flatMap((group) =>
	REQUEST_PRESET_IDS[group].map((id): RequestPreset => ({
		id,
		group,
		build: ({ host, newKey }) => ({
			role: 'client',
			bytes: Uint8Array.from(
				latin1Bytes(
					`GET /ws/echo HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${newKey()}\r\nSec-WebSocket-Version: 13\r\n\r\n`
				)
			),
			pace: 'whole',
			gap: 0,
			end: null,
			protocols: []
		})
	}))
);
