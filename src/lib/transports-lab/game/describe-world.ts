/** The arena in a sentence or two, for those who do not see it. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { Snapshot } from '#lib/transports/game/snapshot.ts';

/** Units of the arena: what can be here in two seconds. */
const NEAR = 160;

export function describeWorld(
	snapshot: Snapshot | null,
	you: number | null,
	{ arena, hud }: Text['transportsLab']['game'],
	{ number }: Formats
): string {
	if (snapshot === null) return arena.empty;
	const { tick, players, monsters } = snapshot;
	const self = players.find((player) => player.number === you);
	const near = self
		? monsters.filter(({ x, y }) => Math.hypot(x - self.x, y - self.y) < NEAR).length
		: 0;
	const world = arena.summary(
		number(tick),
		hud.players(players.length),
		number(monsters.length),
		number(near)
	);
	if (!self) return world;
	const stand =
		self.pose === 'down' ? arena.down : arena.selfAt(number(self.health), number(self.score));
	return `${stand} ${world}`;
}
