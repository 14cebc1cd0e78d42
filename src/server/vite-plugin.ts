/**
 * The lab inside Vite: the same lab server beside the pages in development and preview, and its
 * production entry compiled after adapter-node has written the build.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, PreviewServer } from 'vite';
import { DevLab } from './dev-lab.ts';
import type { LabServer } from './lab-server.ts';
import type { Options } from './options.ts';

interface LabModule {
	createLabServer(options: Options): LabServer;
	parseOptions(environment: NodeJS.ProcessEnv): Options;
}

export function wire101Lab(): Plugin {
	let isServerBuild = false;
	let root = '';
	return {
		name: 'wire101-lab',
		configResolved(config) {
			root = config.root;
			isServerBuild = config.command === 'build' && Boolean(config.build.ssr);
		},
		configureServer(server) {
			// A test run has no pages and no visitors.
			if (process.env.VITEST || !server.httpServer) return;
			const lab = new DevLab(server);
			server.middlewares.use(lab.handle);
			return undefined;
		},
		async configurePreviewServer(server) {
			await mountPreview(server, resolve(root, 'build/lab/lab.js'));
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			async handler() {
				if (!isServerBuild || !existsSync(resolve(root, 'build/handler.js'))) return;
				await compileLab(root, resolve(root, 'build/lab'));
			}
		}
	};
}

async function mountPreview(server: PreviewServer, file: string): Promise<void> {
	if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\` first.`);
	const { createLabServer, parseOptions } = (await import(
		/* @vite-ignore */ pathToFileURL(file).href
	)) as LabModule;
	const lab = createLabServer(parseOptions(process.env));
	server.middlewares.use((request, response, next) => lab.handle(request, response, next));
	if ('keepAliveTimeout' in server.httpServer) lab.attach(server.httpServer as never);
	server.httpServer.once('close', () => void lab.close());
}

/**
 * Compiles the production entry (main.js), the lab alone (lab.js, for preview), and what load runs
 * start as a process of its own (subscribers.js).
 */
export async function compileLab(root: string, outDir: string): Promise<void> {
	const { build } = await import('vite');
	await build({
		configFile: false,
		root,
		logLevel: 'warn',
		publicDir: false,
		build: {
			ssr: true,
			target: 'node20',
			outDir,
			emptyOutDir: true,
			rollupOptions: {
				input: {
					main: resolve(root, 'src/server/main.ts'),
					lab: resolve(root, 'src/server/lab.ts'),
					subscribers: resolve(root, 'src/server/load/subscribers.js')
				},
				output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
			}
		}
	});
}
