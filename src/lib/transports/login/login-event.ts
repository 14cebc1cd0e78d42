/**
 * A log-in by QR code, as its stream tells it: the data of each event is one of these steps. The
 * second device names the log-in by its id in the body of a POST.
 */
import * as v from 'valibot';

/** `confirmed`, `declined` and `expired` are final. */
export const LOGIN_STEPS = ['scanned', 'confirmed', 'declined', 'expired'] as const;
export type LoginStep = (typeof LOGIN_STEPS)[number];

export function isFinalStep(step: LoginStep): boolean {
	return step !== 'scanned';
}

/** What the second device can do, and where it is posted. */
export const LOGIN_PATHS = {
	scan: '/lab/login/scan',
	confirm: '/lab/login/confirm',
	decline: '/lab/login/decline'
} as const;
export type LoginAct = keyof typeof LOGIN_PATHS;

/** Characters of a `User-Agent` that are passed on. */
export const MOST_BROWSER = 300;

/** Body of such a POST: 128 bits in base64url. */
export const loginRequestSchema = v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)) });

/** Who waits to be logged in, as the server sees its requests. */
const asker = v.object({
	/** Its `User-Agent`, which anybody can write. */
	browser: v.pipe(v.string(), v.maxLength(MOST_BROWSER)),
	address: v.pipe(v.string(), v.maxLength(64)),
	/** It runs on the server's own machine. */
	isServer: v.boolean()
});
export type Asker = v.InferOutput<typeof asker>;

/** The answer: the step at which the log-in is now, how many ms it has left, and who asks. */
export const loginAnswerSchema = v.object({
	step: v.picklist(LOGIN_STEPS),
	expiresIn: v.pipe(v.number(), v.minValue(0)),
	asker: v.nullable(asker)
});
export type LoginAnswer = v.InferOutput<typeof loginAnswerSchema>;

/** Null where the data of an event is no step. */
export function readLoginStep(data: string): LoginStep | null {
	return LOGIN_STEPS.find((step) => step === data) ?? null;
}

/**
 * Two digits that both devices show, so that who confirms can see that it is this page's log-in.
 * Both compute them from the id; they are no secret.
 */
export function checkNumber(id: string): number {
	let sum = 0;
	for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 90;
	return 10 + sum;
}
