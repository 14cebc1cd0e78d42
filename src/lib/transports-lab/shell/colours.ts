/**
 * The colours of the page's tokens as they are now, in light or dark, for a picture that stands by
 * itself: tokens are light-dark() and oklch(), which few viewers of SVG know.
 */
const TOKENS = [
	'paper',
	'surface',
	'ink',
	'ink-2',
	'ink-3',
	'hairline',
	'rule',
	'client',
	'server'
] as const;
export type Colours = Readonly<Record<(typeof TOKENS)[number], string>>;

/** As `#rrggbb`. */
export function readColours(): Colours {
	const probe = document.createElement('span');
	probe.hidden = true;
	document.body.append(probe);
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = 1;
	const pen = canvas.getContext('2d', { willReadFrequently: true });
	const entries = TOKENS.map((token) => {
		probe.style.color = `var(--${token})`;
		return [token, pen ? asHex(pen, getComputedStyle(probe).color) : '#000000'] as const;
	});
	probe.remove();
	return Object.fromEntries(entries) as unknown as Colours;
}

/** A canvas knows every colour that the browser knows, and tells it in sRGB. */
function asHex(pen: CanvasRenderingContext2D, colour: string): string {
	pen.fillStyle = colour;
	pen.fillRect(0, 0, 1, 1);
	const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
	return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
