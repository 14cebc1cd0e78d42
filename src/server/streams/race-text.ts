/**
 * The data of a race's events: what a service might report, as many characters as asked for.
 *
 * It compresses about as well as such texts do (most words are common, numbers are not), and has
 * nothing that JSON or an event stream would have to escape, so that every transport carries the
 * same bytes for it.
 */
const WORDS = (
	'the of and to in is on at for with from by as it was be this that are not or an has had but ' +
	'order user server room price message device update status sensor reading market delivery value ' +
	'temperature pressure humidity voltage battery signal level north south east west warehouse truck ' +
	'gate platform train flight bus station ticket seat queue account balance transfer payment invoice ' +
	'accepted rejected pending shipped delivered cancelled changed opened closed moved started stopped ' +
	'connected disconnected joined left online offline ready waiting running finished failed restored ' +
	'above below normal high low stable rising falling expected measured reported confirmed estimated ' +
	'morning evening today yesterday minute second hour week London Paris Berlin Madrid Vienna Oslo ' +
	'Lisbon Dublin Prague Warsaw Helsinki Athens alice bob carol dave erin frank grace heidi ivan judy ' +
	'because while after before during between without although however therefore nevertheless'
).split(' ');

/** One of so many tokens is a number. */
const NUMBER_EVERY = 5;

/** @param length characters, all of them ASCII; @param random numbers from 0 to below 1 */
export function raceText(length: number, random: () => number): string {
	let text = '';
	while (text.length <= length) text += `${token(random)}${random() < 0.12 ? ', ' : ' '}`;
	// No space at the end, which something on the way might take away.
	return text.slice(0, length - 1) + (text.charAt(length - 1).trim() || '.');
}

function token(random: () => number): string {
	if (random() < 1 / NUMBER_EVERY) return String(Math.floor(random() * 10 ** (1 + random() * 4)));
	// The product of two leans to the beginning of the list, as words in texts do.
	return WORDS[Math.floor(random() * random() * WORDS.length)] ?? '';
}
