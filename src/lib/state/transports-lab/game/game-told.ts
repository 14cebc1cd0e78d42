/** What happened to this page's player, and which snapshot said so. */
import type { Happening, Snapshot } from '#lib/transports/game/snapshot.ts';
import type { GameTrial } from './game-trial.ts';

/** Something that the player's own input cannot have caused. */
export interface ToldHappening extends Happening {
	readonly tick: number;
	/** Id of the event, and its data as it crossed the wire. */
	readonly event: number;
	readonly data: string;
	/** µs of the session at which the page got it. */
	readonly t: number;
	/** The transport that brought it. */
	readonly trial: GameTrial;
	/** ms since the player did something; null: never did. */
	readonly sinceInput: number | null;
}

/** Whether it happened to this player, by somebody else's doing. */
export function happenedTo(you: number, { kind, by, of }: Happening): boolean {
	if (kind === 'bite' || kind === 'fell' || kind === 'push') return of === you;
	return kind === 'rise' && by === you;
}

export function happeningsTo(you: number, { happenings }: Snapshot): readonly Happening[] {
	return happenings.filter((happening) => happenedTo(you, happening));
}
