/** A good handshake with something behind it, and failing ones, for the bench of the views. */
import { RESPONSE_PRESETS } from '#lib/handshakes/presets/response-presets.ts';
import type { HandshakeLab } from '#lib/state/handshake-lab/handshake-lab.svelte.ts';

/** Responses that show the three views apart. */
export const FAILING = [
	'accept-of-example',
	'status-403',
	'subprotocol-not-offered',
	'due-after-103',
	'due-frame'
] as const satisfies readonly (typeof RESPONSE_PRESETS)[number]['id'][];

/** Opens this browser's own handshake; behind it a message with its echo, and a ping. */
export async function openGoodOne(lab: HandshakeLab): Promise<void> {
	await lab.connectPlainly();
	const { connection, session } = lab.bench;
	if (connection?.readyState !== 1) return;
	connection.send('Hello');
	await session.pingFromServer(connection, 'ping');
}

/** Sends a preset as the server; the student's own draft stays what it was. */
export async function answerWith(lab: HandshakeLab, id: (typeof FAILING)[number]): Promise<void> {
	const preset = RESPONSE_PRESETS.find((each) => each.id === id);
	if (preset) await lab.send('server', { draft: preset.build(lab.context) });
}
