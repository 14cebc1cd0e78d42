/** What src/server/vite-source-plugin.ts makes of a file that runs here, at build time. */
declare module 'virtual:source/*' {
	/** The file, from the root of the repository. */
	export const path: string;
	/** Its lines as coloured tokens; `light` and `dark` are colours as `#rrggbb`. */
	export const lines: readonly (readonly {
		readonly text: string;
		readonly light: string;
		readonly dark: string;
	}[])[];
	/** Its functions and methods by name, with their first and last lines, from 1. */
	export const functions: readonly {
		readonly name: string;
		readonly first: number;
		readonly last: number;
	}[];
}
