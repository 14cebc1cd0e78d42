/**
 * `npm run bench [-- NAME] [-- --json]`: prints one line a figure: name, median ratio, minimum,
 * maximum, target. Ratios are measured inside one run, so a slow machine slows both sides.
 *
 * The benches are bundled first, as production code is: a development transform would put an
 * accessor on every import and measure itself. Each file then runs in a process of its own, so
 * that none is measured in the heap and with the optimised code that another left behind.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values, positionals } = parseArgs({
	options: { json: { type: 'boolean', default: false } },
	allowPositionals: true
});
const wanted = positionals.join(' ').toLowerCase();
const outDir = join(process.cwd(), 'node_modules/.cache/wire101-bench', String(process.pid));
/** What load runs start as a process of its own, from beside themselves. */
const SUBSCRIBERS = 'src/server/load/subscribers.js';
const RUN_FILE = fileURLToPath(new URL('run-file.js', import.meta.url));

/** @returns {Promise<string[]>} the bundled files */
async function bundle() {
	const names = readdirSync('tests/bench')
		.filter((name) => name.endsWith('.bench.ts'))
		.sort()
		.map((name) => basename(name, '.ts'));
	const inputs = Object.fromEntries(names.map((name) => [name, join('tests/bench', `${name}.ts`)]));
	mkdirSync(outDir, { recursive: true });
	await build({
		configFile: false,
		logLevel: 'error',
		build: {
			ssr: true,
			outDir,
			minify: false,
			rollupOptions: {
				input: { ...inputs, subscribers: SUBSCRIBERS },
				output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
			}
		}
	});
	return names.map((name) => join(outDir, `${name}.js`));
}

/** @param {string} file @returns {Promise<number>} how many of its figures were asked for */
async function runFile(file) {
	const form = values.json ? 'json' : 'text';
	const child = spawn(process.execPath, [RUN_FILE, file, form, wanted], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
	let count = 0;
	child.on('message', (message) => (count = Number(message)));
	const [code] = await once(child, 'exit');
	if (code !== 0) process.exitCode = 1;
	return count;
}

try {
	const files = await bundle();
	if (!values.json) {
		const figures = ['median', 'min', 'max'].map((title) => title.padStart(8)).join(' ');
		console.log(`${'name'.padEnd(66)} ${figures}  target`);
	}
	let count = 0;
	for (const file of files) count += await runFile(file);
	if (count === 0) {
		console.error(`No bench is named like '${wanted}'.`);
		process.exitCode = 2;
	}
} finally {
	rmSync(outDir, { recursive: true, force: true });
}
