/**
 * Starts the production server (build/lab/main.js) as its own process on a free port.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RunningServer {
	/** Such as http://127.0.0.1:45123, without a trailing slash. */
	readonly origin: string;
	readonly pid: number;
	/** SIGTERM, then waits; resolves to the exit code. */
	stop(): Promise<number | null>;
}

const ADDRESS = /listens on (http:\/\/\S+?)\/?$/;

export async function startServer(
	env: Readonly<Record<string, string>> = {}
): Promise<RunningServer> {
	const child = spawn(process.execPath, ['build/lab/main.js'], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const exited = once(child, 'exit');
	const lines = createInterface({ input: child.stdout });
	const origin = await new Promise<string>((resolve, reject) => {
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
			return code as number | null;
		}
	};
}
