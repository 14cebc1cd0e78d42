/** What one log-in by QR code came to: how it was waited for, what that took, when its steps came. */
import type { ClientSettings, Transport } from '../transport.ts';
import type { LoginStep } from './login-event.ts';

/** `stopped`: another code was asked for; `lost`: its session or its lane is gone. */
export type LoginOutcome = Exclude<LoginStep, 'scanned'> | 'stopped' | 'lost';

export interface SeenStep {
	readonly step: LoginStep;
	/** µs from the server's knowing to the page's; null: the server has not told when it knew. */
	readonly delay: number | null;
}

export interface LoginResult {
	/** Counted from 1 on this page. */
	readonly number: number;
	readonly transport: Transport;
	readonly client: ClientSettings;
	readonly outcome: LoginOutcome;
	readonly steps: readonly SeenStep[];
	/** µs from the client's start to the last step, or to the end where none came. */
	readonly waited: number;
	readonly requests: number;
	/** Questions that were answered with nothing. */
	readonly emptyAnswers: number;
	/** Bytes of TCP payload, heads and all, until the last exchange was over. */
	readonly up: number;
	readonly down: number;
	/** µs: half width of the clock's error, at worst; every delay may be wrong by as much. */
	readonly clockError: number;
}

/** µs; null: this step has not come, or its delay is not known. */
export function delayOf({ steps }: Pick<LoginResult, 'steps'>, step: LoginStep): number | null {
	return steps.find((seen) => seen.step === step)?.delay ?? null;
}
