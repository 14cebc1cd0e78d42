/**
 * The lab in development: loaded through Vite on its first use, a new instance after each change
 * of its files. While its files are broken its paths answer 503 and the pages go on.
 */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ViteDevServer } from 'vite';
import type * as LabModule from './lab.ts';
import type { LabServer } from './lab-server.ts';
import { answer, refuseUpgrade } from './http/refusal.ts';
import { isLabPath, parseTarget } from './http/request-target.ts';
import { LaneWatch } from './network/conditions.ts';
import { attachTap, tapOf } from './tap/tap.ts';

const MODULE = '/src/server/lab.ts';
const VITES_OWN = /^vite-(hmr|ping)$/;

export class DevLab {
	readonly #vite: ViteDevServer;
	#module: typeof LabModule | null = null;
	#lab: LabServer | null = null;
	#loading: Promise<LabServer> | null = null;

	constructor(vite: ViteDevServer) {
		this.#vite = vite;
		const server = vite.httpServer as Server;
		const watch = new LaneWatch((key) => this.#lab?.conditionsOf(key) ?? null);
		server.on('connection', (socket) => {
			attachTap(socket);
			watch.attach(socket);
		});
		server.on('upgrade', this.#upgrade);
		server.once('close', () => void this.#lab?.close());
		vite.watcher.on('all', this.#onChange);
	}

	readonly handle = (
		request: IncomingMessage,
		response: ServerResponse,
		next: () => void
	): void => {
		if (!isLabPath(parseTarget(request.url)?.path ?? '')) return next();
		const use = (lab: LabServer) => lab.handle(request, response, next);
		if (this.#lab) return use(this.#lab);
		this.#load().then(use, (error) => answer(response, 503, broken(error)));
	};

	/** Bytes cannot be held while a module loads: without a lab there is no ticket either. */
	readonly #upgrade = (request: IncomingMessage, socket: Socket, head: Buffer): void => {
		const isVites = VITES_OWN.test(request.headers['sec-websocket-protocol'] ?? '');
		if (isVites || !isLabPath(parseTarget(request.url)?.path ?? '')) {
			tapOf(socket)?.remove();
			return;
		}
		if (this.#lab) return void this.#lab.upgrade(request, socket, head);
		tapOf(socket)?.remove();
		socket.on('error', () => socket.destroy());
		this.#load().then(
			(lab) => lab.upgrade(request, socket, head),
			(error) => refuseUpgrade(request, socket, 503, broken(error))
		);
	};

	readonly #onChange = (_event: string, file: string): void => {
		if (!this.#module && !this.#loading) return;
		const graph = this.#vite.environments.ssr.moduleGraph;
		if (!graph.getModulesByFile(file)?.size) return;
		// Vite does the same some turns later: what is loaded now must not be the old code.
		graph.onFileChange(file);
		void this.#load().catch(() => undefined);
	};

	#load(): Promise<LabServer> {
		this.#loading ??= this.#reload().finally(() => {
			this.#loading = null;
		});
		return this.#loading;
	}

	async #reload(): Promise<LabServer> {
		try {
			const module = (await this.#vite.ssrLoadModule(MODULE)) as typeof LabModule;
			if (this.#lab && module === this.#module) return this.#lab;
			await this.#replace(module);
		} catch (error) {
			await this.#retire();
			this.#vite.config.logger.error(broken(error));
			throw error;
		}
		return this.#lab as unknown as LabServer;
	}

	async #replace(module: typeof LabModule): Promise<void> {
		await this.#retire();
		const options = module.parseOptions(process.env);
		this.#lab = module.createLabServer({ ...options, host: this.#host(options.host) });
		this.#module = module;
	}

	/** Who may be named in Host follows the address that Vite really listens on. */
	#host(fallback: string): string {
		const { host } = this.#vite.config.server;
		return host === true ? '0.0.0.0' : host || fallback;
	}

	async #retire(): Promise<void> {
		const lab = this.#lab;
		this.#lab = this.#module = null;
		await lab?.close();
	}
}

function broken(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return `The lab server cannot be loaded: ${message}`;
}
