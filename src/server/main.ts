/**
 * Production entry, compiled to build/lab/main.js beside adapter-node's handler.
 *
 * Prints one line with the address on standard output; logs go to standard error. Exits with 1
 * and a plain sentence where it cannot start, with 0 after SIGTERM or SIGINT.
 */
import type { AddressInfo } from 'node:net';
import { bracketed, machineAddresses } from './http/host-gate.ts';
import { createLabServer } from './lab-server.ts';
import { createLog } from './log.ts';
import { OptionsError, parseOptions, type Options } from './options.ts';
import { createPageServer, type PageHandler } from './http/page-server.ts';
import { stopOnSignals } from './shutdown.ts';

function readOptions(): Options {
	const isLan = process.argv.includes('--lan');
	return parseOptions(isLan ? { ...process.env, HOST: '0.0.0.0' } : process.env);
}

/** adapter-node reads its environment while it is imported. */
async function loadPages(): Promise<PageHandler> {
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	const url = new URL(/* @vite-ignore */ '../handler.js', import.meta.url).href;
	const { handler } = (await import(/* @vite-ignore */ url)) as { handler: PageHandler };
	return handler;
}

function announce({ host }: Options, { port }: AddressInfo): void {
	const isEverywhere = host === '0.0.0.0' || host === '::';
	const first = isEverywhere ? '127.0.0.1' : bracketed(host);
	const lines = [`Wire101 listens on http://${first}:${port}`];
	if (isEverywhere) {
		lines.push('Open it from other machines on this network at');
		lines.push(...machineAddresses().map((address) => `  http://${bracketed(address)}:${port}`));
	}
	// In one write: who waits for the first line has them all.
	console.log(lines.join('\n'));
}

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

async function start(): Promise<void> {
	const options = readOptions();
	const log = createLog(options.logLevel);
	const lab = createLabServer({ ...options, log });
	const server = createPageServer(options, lab, await loadPages(), (error) =>
		log.error({ err: error }, 'a page failed')
	);
	lab.attach(server);
	server.on('error', (error: NodeJS.ErrnoException) => {
		// One connection that could not be accepted is no reason to end the others.
		if (server.listening) return log.error({ err: error }, 'a connection was not accepted');
		const place = `${options.host}:${options.port}`;
		if (error.code === 'EADDRINUSE') fail(`${place} is in use: set PORT to another port.`);
		fail(`Cannot listen on ${place}: ${error.message}`);
	});
	stopOnSignals(server, lab, options.limits.shutdownSeconds * 1000, log);
	server.listen(options.port, options.host, () => {
		announce(options, server.address() as AddressInfo);
	});
}

try {
	await start();
} catch (error) {
	if (error instanceof OptionsError) fail(error.message);
	throw error;
}
