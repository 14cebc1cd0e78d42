/**
 * The icons: a 16 px grid, 1.5 px stroke, butt caps, no fill, drawn in the colour of the text.
 * Each is a list of path data; a path in `filled` is filled as well as stroked.
 */
interface IconShape {
	readonly paths: readonly string[];
	readonly filled?: readonly string[];
}

export const ICONS = {
	play: { paths: ['M4.75 2.75v10.5L13 8z'] },
	pause: { paths: ['M5.25 3v10M10.75 3v10'] },
	back: { paths: ['M10.5 3.5 6 8l4.5 4.5'] },
	next: { paths: ['M5.5 3.5 10 8l-4.5 4.5'] },
	first: { paths: ['M4 3v10M12 3.5 7.5 8l4.5 4.5'] },
	last: { paths: ['M12 3v10M4 3.5 8.5 8 4 12.5'] },
	down: { paths: ['m4 6.25 4 4 4-4'] },
	up: { paths: ['m4 9.75 4-4 4 4'] },
	tick: { paths: ['m3 8.5 3.25 3.25L13 4.75'] },
	cross: { paths: ['m3.75 3.75 8.5 8.5m0-8.5-8.5 8.5'] },
	octagon: {
		paths: [
			'M5.5 1.75h5l3.75 3.75v5l-3.75 3.75h-5L1.75 10.5v-5z',
			'm5.75 5.75 4.5 4.5m0-4.5-4.5 4.5'
		]
	},
	triangle: { paths: ['M8 2 14.5 13.5h-13z', 'M8 6.5v3.25M8 11.25v1'] },
	ring: { paths: ['M13.75 8A5.75 5.75 0 1 1 2.25 8a5.75 5.75 0 0 1 11.5 0z'] },
	waiting: {
		paths: [
			'M6 2.6a5.75 5.75 0 0 1 4 0M12.2 4.1a5.75 5.75 0 0 1 1.5 3.4M12.9 11a5.75 5.75 0 0 1-2.9 2.4M6 13.4A5.75 5.75 0 0 1 3.1 11M2.3 7.5a5.75 5.75 0 0 1 1.5-3.4'
		]
	},
	info: {
		paths: ['M13.75 8A5.75 5.75 0 1 1 2.25 8a5.75 5.75 0 0 1 11.5 0z', 'M8 7.25v4M8 4.75v1.25']
	},
	reel: { paths: ['M2.75 2.75h10.5v10.5H2.75z', 'M5.5 6h5M5.5 8h5M5.5 10h3'] },
	live: {
		paths: ['M4.5 3.5a6.4 6.4 0 0 0 0 9M11.5 3.5a6.4 6.4 0 0 1 0 9'],
		filled: ['M9.25 8a1.25 1.25 0 1 1-2.5 0 1.25 1.25 0 0 1 2.5 0z']
	},
	menu: { paths: ['M2.5 4.5h11M2.5 8h11M2.5 11.5h11'] },
	more: { paths: ['M3 7.25v1.5M8 7.25v1.5M13 7.25v1.5'] },
	theme: {
		paths: ['M13.25 8A5.25 5.25 0 1 1 2.75 8a5.25 5.25 0 0 1 10.5 0z'],
		filled: ['M8 2.75a5.25 5.25 0 0 1 0 10.5z']
	},
	sun: {
		paths: [
			'M10.75 8a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0z',
			'M8 1.25v2M8 12.75v2M1.25 8h2M12.75 8h2M3.25 3.25l1.4 1.4M11.35 11.35l1.4 1.4M3.25 12.75l1.4-1.4M11.35 4.65l1.4-1.4'
		]
	},
	moon: { paths: ['M12.9 9.9A5.5 5.5 0 0 1 6.1 3.1a5.5 5.5 0 1 0 6.8 6.8z'] },
	scale: { paths: ['M3 2.5v11M3 2.5h3M3 6h2M3 9.5h2M3 13.5h3M10.5 3v10m-2-2 2 2 2-2'] },
	arrow: { paths: ['M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5'] },
	// Client to server has a filled head, server to client an open one.
	'to-server': { paths: ['M1.5 8h9'], filled: ['M9.5 4.5 14 8l-4.5 3.5z'] },
	'to-client': { paths: ['M14.5 8H2.5M6 4.5 2.25 8 6 11.5'] },
	external: { paths: ['M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5'] },
	pencil: { paths: ['m3 13 .75-3L10.5 3.25l2.25 2.25L6 12.25z'] },
	copy: { paths: ['M5.75 5.75h7.5v7.5h-7.5z', 'M10.25 5.5V2.75h-7.5v7.5H5.5'] },
	file: { paths: ['M9.25 2.25H3.75v11.5h8.5V5.25zM9 2.5v3h3'] },
	share: { paths: ['M8 10V2.25M5 5l3-3 3 3M3.25 8.5v5h9.5v-5'] },
	save: { paths: ['M8 2.25V10M5 7.25l3 3 3-3M3.25 9.5v4h9.5v-4'] },
	send: { paths: ['M2.5 2.75 13.75 8 2.5 13.25 4.5 8zM4.5 8h5'] },
	plug: { paths: ['M5.75 2v3.5M10.25 2v3.5M3.75 5.75h8.5v1.5a4.25 4.25 0 0 1-8.5 0zM8 11.5V14'] },
	eye: {
		paths: [
			'M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8z',
			'M9.75 8a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0z'
		]
	},
	repeat: {
		paths: [
			'M3 8a5 5 0 0 1 8.75-3.25L13 6M13 2.5V6H9.5M13 8a5 5 0 0 1-8.75 3.25L3 10M3 13.5V10h3.5'
		]
	},
	keys: {
		paths: [
			'M1.75 4.25h12.5v7.5H1.75z',
			'M4 6.75h1.25M6.5 6.75h1.25M9 6.75h1.25M11.5 6.75H12M5 9.25h6'
		]
	},
	plus: { paths: ['M8 3v10M3 8h10'] },
	minus: { paths: ['M3 8h10'] },
	undo: { paths: ['M5.75 3 2.5 6.25 5.75 9.5M2.5 6.25h7a3.75 3.75 0 0 1 0 7.5H6'] },
	redo: { paths: ['M10.25 3l3.25 3.25-3.25 3.25M13.5 6.25h-7a3.75 3.75 0 0 0 0 7.5H10'] }
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof ICONS;

/** The shape by name, with `filled` present for all. */
export function iconShape(name: IconName): IconShape {
	return ICONS[name];
}
