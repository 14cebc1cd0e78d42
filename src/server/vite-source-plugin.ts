/**
 * Source that runs here, as the page shows it: coloured tokens of the very file that is mounted,
 * taken at build time by Shiki, of which nothing reaches the browser.
 *
 *     import { functions, lines, path } from 'virtual:source/chat-server';
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ThemedTokenWithVariants } from 'shiki';
import type { Plugin } from 'vite';
import { findFunctions, type SourceFunction } from './source-functions.ts';

/** What may be shown, by its name: files of this repository. */
const SOURCES: ReadonlyMap<string, string> = new Map([
	['chat-server', 'src/server/chat/chat-server.ts'],
	['chat-rules', 'src/server/chat/chat-rules.ts']
]);

const PREFIX = 'virtual:source/';
/** By convention: no other plugin takes an id that begins with NUL for a file. */
const RESOLVED = `\0${PREFIX}`;

const THEMES = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;
/** Comments have 4.4 : 1 on our darkest light ground by default; text needs 4.5 : 1 (WCAG 1.4.3). */
const REPLACED = { [THEMES.light]: { '#66707b': '#59636e' } };

export interface SourceToken {
	readonly text: string;
	/** Colours as `#rrggbb`, one for each colour scheme. */
	readonly light: string;
	readonly dark: string;
}

export function wire101Source(): Plugin {
	let root = '';
	return {
		name: 'wire101-source',
		configResolved(config) {
			root = config.root;
		},
		resolveId(id) {
			return id.startsWith(PREFIX) && SOURCES.has(id.slice(PREFIX.length)) ? `\0${id}` : null;
		},
		async load(id) {
			const path = id.startsWith(RESOLVED) && SOURCES.get(id.slice(RESOLVED.length));
			if (!path) return null;
			const file = resolve(root, path);
			this.addWatchFile(file);
			const source = await readFile(file, 'utf8');
			return writeModule(path, await colourSource(source), await findFunctions(source));
		},
		hotUpdate({ file, modules }) {
			const shown = [...SOURCES].find(([, path]) => resolve(root, path) === file);
			if (!shown) return;
			const module = this.environment.moduleGraph.getModuleById(`${RESOLVED}${shown[0]}`);
			return module ? [...modules, module] : modules;
		}
	};
}

/** Lines of TypeScript as tokens; neighbours of the same colours are one. */
export async function colourSource(source: string): Promise<SourceToken[][]> {
	const { createHighlighter } = await import('shiki');
	const highlighter = await createHighlighter({
		langs: ['typescript'],
		themes: Object.values(THEMES)
	});
	try {
		const options = { lang: 'typescript', themes: THEMES, colorReplacements: REPLACED } as const;
		const lines = highlighter.codeToTokensWithThemes(source.trimEnd(), options);
		return lines.map((line) => joinAlike(line.map(tokenOf)));
	} finally {
		highlighter.dispose();
	}
}

function tokenOf({ content, variants }: ThemedTokenWithVariants): SourceToken {
	const colour = (theme: keyof typeof THEMES) =>
		(variants[theme]?.color ?? 'inherit').slice(0, 7).toLowerCase();
	return { text: content, light: colour('light'), dark: colour('dark') };
}

/** White space has no colour of its own: it joins what stands before it. */
function joinAlike(tokens: readonly SourceToken[]): SourceToken[] {
	const joined: SourceToken[] = [];
	for (const token of tokens) {
		const last = joined.at(-1);
		const isAlike = last?.light === token.light && last.dark === token.dark;
		if (last && (isAlike || token.text.trim() === ''))
			joined[joined.length - 1] = { ...last, text: last.text + token.text };
		else joined.push(token);
	}
	return joined;
}

/** Each pair of colours is written once. */
function writeModule(
	path: string,
	lines: readonly (readonly SourceToken[])[],
	functions: readonly SourceFunction[]
): string {
	const keys = new Map<string, number>();
	const compact = lines.map((line) =>
		line.map(({ text, light, dark }) => {
			const key = JSON.stringify([light, dark]);
			if (!keys.has(key)) keys.set(key, keys.size);
			return [text, keys.get(key)];
		})
	);
	return [
		`const colours = [${[...keys.keys()].join(',')}];`,
		`export const path = ${JSON.stringify(path)};`,
		`export const functions = ${JSON.stringify(functions)};`,
		`export const lines = ${JSON.stringify(compact)}.map((line) =>`,
		'\tline.map(([text, at]) => ({ text, light: colours[at][0], dark: colours[at][1] })));'
	].join('\n');
}
