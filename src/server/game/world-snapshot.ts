/** The world as everybody is sent it. */
import type { Pose, Snapshot } from '#lib/transports/game/snapshot.ts';
import type { Player, World } from './world.ts';

export function snapshotOf({ tick, players, monsters, happenings }: World): Snapshot {
	return {
		tick,
		players: players.map((player) => ({
			number: player.number,
			x: Math.round(player.x),
			y: Math.round(player.y),
			facing: player.facing,
			pose: poseOf(player),
			health: player.health,
			score: player.score,
			seen: player.seen
		})),
		monsters: monsters
			.filter(({ gone }) => gone === 0)
			.map(({ number, x, y, mood, health }) => ({
				number,
				x: Math.round(x),
				y: Math.round(y),
				mood,
				health
			})),
		happenings
	};
}

function poseOf({ down, striking, safe }: Player): Pose {
	if (down > 0) return 'down';
	if (striking > 0) return 'strike';
	return safe > 0 ? 'safe' : 'idle';
}
