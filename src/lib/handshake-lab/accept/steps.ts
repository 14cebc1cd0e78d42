/** The steps of the Accept page, in order. */
export const STEPS = [
	'key',
	'decode',
	'join',
	'padding',
	'schedule',
	'rounds',
	'digest',
	'base64',
	'compare',
	'proof'
] as const;

export type StepId = (typeof STEPS)[number];
