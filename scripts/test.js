/**
 * `npm test`: everything, in the order that fails soonest. Types, lint, layers, unit, component
 * and conformance tests, then the journeys in a real Chromium against the production build.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.js';

const reports = mkdtempSync(join(tmpdir(), 'wire101-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/** @type {[title: string, command: string, args: string[], env?: Record<string, string>][]} */
const STEPS = [
	['types', 'npm', ['run', '-s', 'check']],
	['lint, format, layers, dead code', 'npm', ['run', '-s', 'lint']],
	[
		'unit, component and conformance',
		'npx',
		['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
	],
	['production build', 'npm', ['run', '-s', 'build']],
	[
		'journeys in Chromium',
		'npx',
		['playwright', 'test', '--reporter=list,json'],
		{ PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport }
	]
];

/** @param {string} command @param {string[]} args @param {Record<string, string>} env */
function run(command, args, env = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
		child.on('exit', (code) => resolve(code ?? 1));
		child.on('error', () => resolve(1));
	});
}

/** @param {string} file */
function readReport(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

function countTests() {
	const unit = readReport(vitestReport);
	const journeys = readReport(playwrightReport)?.stats;
	const passed = (unit?.numPassedTests ?? 0) + (journeys?.expected ?? 0) + (journeys?.flaky ?? 0);
	const failed = (unit?.numFailedTests ?? 0) + (journeys?.unexpected ?? 0);
	const skipped = (unit?.numPendingTests ?? 0) + (journeys?.skipped ?? 0);
	return { passed, failed, skipped };
}

try {
	const browser = ensureBrowser();
	console.log(`Chromium: ${browser.path} (${browser.source})`);
	for (const [title, command, args, env] of STEPS) {
		console.log(`\n== ${title}`);
		const code = await run(command, args, env);
		if (code !== 0) {
			console.error(`\n${title}: failed (${command} ${args.join(' ')})`);
			process.exitCode = 1;
			break;
		}
	}
	const { passed, failed, skipped } = countTests();
	console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(reports, { recursive: true, force: true });
}
