import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type InlineConfig } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lines, path } from 'virtual:source/chat-server';
import { colourSource, wire101Source } from './vite-source-plugin.ts';

/** --raised, --sunken and --accent-wash of tokens.css, as sRGB. */
const GROUNDS = {
	light: ['#ffffff', '#f2f1ed', '#ecf3fe'],
	dark: ['#1f2227', '#0b0d10', '#19253b']
} as const;

/** Relative luminance and contrast (WCAG 2.2, "contrast ratio"). */
function luminanceOf(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(left: string, right: string): number {
	const [dark = 0, light = 0] = [left, right].map(luminanceOf).sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

describe('the source of the chat, as pages import it', () => {
	it('is the file that runs, to the letter', async () => {
		const text = lines.map((line) => line.map((token) => token.text).join('')).join('\n');
		expect(path).toBe('src/server/chat/chat-server.ts');
		expect(`${text}\n`).toBe(await readFile(path, 'utf8'));
	});

	it.each(['light', 'dark'] as const)('has 4.5 : 1 or more on every %s ground', (scheme) => {
		const colours = new Set(lines.flat().map((token) => token[scheme]));
		const contrasts = [...colours].flatMap((colour) =>
			GROUNDS[scheme].map((ground) => contrastOf(colour, ground))
		);
		expect(colours.size).toBeGreaterThan(3);
		expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
	});
});

it('neighbours of the same colours are one token, and hostile text stays text', async () => {
	const [line = []] = await colourSource("const a = '</script><b>';\n");
	expect(line.map(({ text }) => text).join('')).toBe("const a = '</script><b>';");
	const pairs = line.map(({ light, dark }) => `${light} ${dark}`);
	expect(pairs.filter((pair, at) => pair === pairs[at + 1])).toEqual([]);
	expect(pairs.every((pair) => /^#[\da-f]{6} #[\da-f]{6}$/.test(pair))).toBe(true);
});

const ID = 'virtual:source/chat-server';

/** A project of its own with a chat of its own. */
async function startProject(source: string) {
	const root = await mkdtemp(join(tmpdir(), 'wire101-source-'));
	onTestFinished(() => rm(root, { recursive: true, force: true }));
	const file = join(root, 'src/server/chat/chat-server.ts');
	await mkdir(join(root, 'src/server/chat'), { recursive: true });
	await writeFile(file, source);
	await writeFile(join(root, 'page.js'), `export { lines, path } from '${ID}';\n`);
	const plugins = [wire101Source()];
	const shared: InlineConfig = { root, configFile: false, logLevel: 'silent', plugins };
	return { root, file, shared };
}

it('in development a change of the file is the source that is shown next', async () => {
	const { file, shared } = await startProject('const first = 1;\n');
	const server = await createServer({ ...shared, server: { middlewareMode: true, ws: false } });
	onTestFinished(() => server.close());
	const shown = async () => (await server.environments.client.transformRequest(ID))?.code;
	expect(await shown()).toContain('first');
	// Written again until the watcher has begun to watch.
	const afterChange = async () => {
		await writeFile(file, 'const second = 2;\n');
		return shown();
	};
	await expect.poll(afterChange, { timeout: 20_000, interval: 200 }).toContain('second');
}, 30_000);

it('a build holds the tokens, and nothing of what made them', async () => {
	const { root, shared } = await startProject('const first = 1;\n');
	const lib = { entry: join(root, 'page.js'), formats: ['es'] as ['es'] };
	const built = await build({ ...shared, build: { lib, write: false } });
	const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
	const [chunk] = chunks.flatMap((each) => (each.type === 'chunk' ? [each] : []));
	expect(chunks).toHaveLength(1);
	expect(chunk?.code).toContain('first');
	expect(chunk?.code.length).toBeLessThan(1000);
}, 30_000);
