/**
 * Responses that no preset holds, for which browsers are watched all the same: what is said of them
 * in explanations rests on it.
 */
import { ACCEPT_HOLE, type HandshakeDraft } from '../draft/handshake-draft.ts';
import { headBytes, serverDraft, switchingLines, utf8 } from '../presets/write-head.ts';
import type { PresetContext } from '../presets/preset.ts';
import { RESPONSE_PRESETS } from '../presets/response-presets.ts';

/** A response whose effect on browsers is on record. */
export interface PrintedResponse {
	readonly id: string;
	build(context: PresetContext): HandshakeDraft;
}

const due = (changes: Parameters<typeof switchingLines>[0], start?: string) =>
	headBytes(switchingLines(changes, start));

const PROBES: Readonly<Record<string, () => HandshakeDraft>> = {
	'probe-subprotocol-owed': () => serverDraft(due({}), { protocols: ['chat'] }),
	'probe-subprotocol-unasked': () => serverDraft(due({ 'Sec-WebSocket-Protocol': 'chat' })),
	'probe-subprotocol-empty': () => serverDraft(due({ 'Sec-WebSocket-Protocol': '' })),
	'probe-http-2-0': () => serverDraft(due({}, 'HTTP/2.0 101 Switching Protocols')),
	'probe-upgrade-twice': () => serverDraft(due({ Upgrade: ['websocket', 'websocket'] })),
	'probe-extension-empty-element': () =>
		serverDraft(due({ 'Sec-WebSocket-Extensions': 'permessage-deflate,' })),
	'probe-extension-empty': () => serverDraft(due({ 'Sec-WebSocket-Extensions': '' })),
	'probe-deflate-unasked-window': () =>
		serverDraft(
			due({ 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits=10' })
		),
	'probe-empty-line-first': () => serverDraft(utf8(`\r\n${headText()}`)),
	'probe-junk-first': () => serverDraft(utf8(`!!${headText()}`)),
	'probe-100-first': () => serverDraft(utf8(`HTTP/1.1 100 Continue\r\n\r\n${headText()}`)),
	'probe-accept-spaces': () => serverDraft(due({ 'Sec-WebSocket-Accept': `   ${ACCEPT_HOLE} \t` }))
};

function headText(): string {
	return new TextDecoder().decode(headBytes(switchingLines()));
}

/** All presets, and the probes. */
export const PRINTED_RESPONSES: readonly PrintedResponse[] = [
	...RESPONSE_PRESETS,
	...Object.entries(PROBES).map(([id, build]) => ({ id, build }))
];
