/** The space between Chinese and Latin letters or digits, where a sentence takes in a name. */
export function spaced(text: string): string {
	return text.replace(BORDER, ' ');
}

const BORDER =
	/(?<=\p{Script=Han})(?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}%])(?=\p{Script=Han})/gu;
