/** A transport that was played over, in words: what was set stands behind its name. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { GameSettings } from '#lib/state/transports-lab/game/game-trial.ts';

export function nameSettings(
	{ transport, client }: GameSettings,
	{ transports, laneSettings }: Text['transportsLab']['shell'],
	{ number }: Formats
): { readonly name: string; readonly set: string } {
	const name = transports[transport];
	if (transport === 'short-polling') {
		return { name, set: laneSettings.interval(number(client.interval)) };
	}
	if (transport === 'long-polling') return { name, set: laneSettings.hold(number(client.hold)) };
	return { name, set: '' };
}
