/**
 * `npm run bench [-- NAME] [-- --json]`: prints one line a figure: name, median ratio, minimum,
 * maximum, target. Ratios are measured inside one run, so a slow machine slows both sides.
 *
 * The benches are bundled first, as production code is: a development transform would put an
 * accessor on every import and measure itself.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values, positionals } = parseArgs({
	options: { json: { type: 'boolean', default: false } },
	allowPositionals: true
});
const wanted = positionals.join(' ').toLowerCase();
const outDir = join(process.cwd(), 'node_modules/.cache/wire101-bench', String(process.pid));

/** @param {string} target such as '>= 0.95' @param {number} ratio */
function holds(target, ratio) {
	const [, sign, limit] = /^(>=|<=)\s*([\d.]+)$/.exec(target) ?? [];
	if (!sign) throw new TypeError(`a target reads '>= number' or '<= number', not '${target}'`);
	return sign === '>=' ? ratio >= Number(limit) : ratio <= Number(limit);
}

/** @returns {Promise<import('./bench.ts').Bench[]>} */
async function loadBenches() {
	const files = readBenchFiles();
	mkdirSync(outDir, { recursive: true });
	await build({
		configFile: false,
		logLevel: 'error',
		build: {
			ssr: true,
			outDir,
			minify: false,
			rollupOptions: {
				input: Object.fromEntries(files.map((file) => [basename(file, '.ts'), file])),
				output: { entryFileNames: '[name].js' }
			}
		}
	});
	const modules = await Promise.all(
		files.map((file) => import(pathToFileURL(join(outDir, `${basename(file, '.ts')}.js`)).href))
	);
	return modules.flatMap((module) => module.benches);
}

function readBenchFiles() {
	return readdirSync('tests/bench')
		.filter((name) => name.endsWith('.bench.ts'))
		.sort()
		.map((name) => join('tests/bench', name));
}

/** @param {import('./bench.ts').Bench} bench */
async function report(bench) {
	const { ratio, min, max } = await bench.run();
	const row = {
		name: bench.name,
		ratio,
		min,
		max,
		target: bench.target,
		holds: holds(bench.target, ratio)
	};
	if (values.json) console.log(JSON.stringify(row));
	else {
		const figures = [ratio, min, max].map((value) => value.toFixed(3).padStart(8)).join(' ');
		console.log(
			`${row.name.padEnd(64)} ${figures}  ${row.target.padEnd(8)} ${row.holds ? 'holds' : 'MISSED'}`
		);
	}
}

try {
	const benches = await loadBenches();
	const chosen = benches.filter((bench) => bench.name.toLowerCase().includes(wanted));
	if (chosen.length === 0) {
		console.error(`No bench is named like '${wanted}'. There are:`);
		for (const { name } of benches) console.error(`  ${name}`);
		process.exitCode = 2;
	}
	if (!values.json && chosen.length > 0) {
		console.log(
			`${'name'.padEnd(64)} ${'median'.padStart(8)} ${'min'.padStart(8)} ${'max'.padStart(8)}  target`
		);
	}
	for (const bench of chosen) await report(bench);
} finally {
	rmSync(outDir, { recursive: true, force: true });
}
