/** Runs the benches of one bundled file whose names contain what was asked for (run.js). */
import { pathToFileURL } from 'node:url';

const [, , file = '', form, wanted = ''] = process.argv;

/** @param {string} target such as '>= 0.95', or 'none' @param {number} ratio */
function holds(target, ratio) {
	if (target === 'none') return null;
	const [, sign, limit] = /^(>=|<=)\s*([\d.]+)$/.exec(target) ?? [];
	if (!sign) throw new TypeError(`a target reads '>= number' or '<= number', not '${target}'`);
	return sign === '>=' ? ratio >= Number(limit) : ratio <= Number(limit);
}

/** @param {import('./bench.ts').Bench} bench */
async function report({ name, target, run }) {
	const { ratio, min, max } = await run();
	const row = { name, ratio, min, max, target, holds: holds(target, ratio) };
	if (form === 'json') return console.log(JSON.stringify(row));
	const figures = [ratio, min, max].map((value) => value.toFixed(3).padStart(8)).join(' ');
	const verdict = row.holds === null ? '' : row.holds ? 'holds' : 'MISSED';
	console.log(`${name.padEnd(66)} ${figures}  ${target.padEnd(8)} ${verdict}`.trimEnd());
}

/** @type {{ benches: import('./bench.ts').Bench[] }} */
const { benches } = await import(pathToFileURL(file).href);
const chosen = benches.filter(({ name }) => name.toLowerCase().includes(wanted));
process.send?.(chosen.length);
for (const bench of chosen) await report(bench);
process.disconnect?.();
