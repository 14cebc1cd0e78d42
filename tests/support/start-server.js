/**
 * Starts the production server (build/lab/main.js) as its own process on a free port.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} RunningServer
 * @property {string} origin such as http://127.0.0.1:45123, without a trailing slash
 * @property {number} pid
 * @property {() => Promise<number | null>} stop SIGTERM, then waits; resolves to the exit code
 */

const ADDRESS = /listens on (http:\/\/\S+?)\/?$/;

/**
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<RunningServer>}
 */
export async function startServer(env = {}) {
	const child = spawn(process.execPath, ['build/lab/main.js'], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const exited = once(child, 'exit');
	const lines = createInterface({ input: child.stdout });
	/** @type {string} */
	const origin = await new Promise((resolve, reject) => {
		lines.on('line', (line) => {
			const address = ADDRESS.exec(line)?.[1];
			if (address) resolve(address);
		});
		child.on('error', reject);
		child.on('exit', (code) =>
			reject(new Error(`the server ended with ${code} before it listened`))
		);
	});
	return {
		origin,
		pid: child.pid ?? -1,
		async stop() {
			child.kill('SIGTERM');
			const [code] = await exited;
			return code;
		}
	};
}
