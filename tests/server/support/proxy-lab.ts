/** A page whose raw clients go through a proxy, the ways they take, and the bytes they say. */
import { Buffer } from 'node:buffer';
import { afterEach, beforeEach } from 'vitest';
import type { ProxyMode, Way } from '#lib/runs/way.ts';
import { eventually } from '../channel-harness.ts';
import { maskedFrame } from './raw-client.ts';
import { startRawLab, type RawLab, type RawLabSettings, type RawPage } from './raw-lab.ts';

export const ping = maskedFrame(0x89, Buffer.from('ping'));
export const pong = '8a0470696e67';
export const plain = 'GET /ws/echo HTTP/1.1\r\nHost: x\r\n\r\n';

/** Longer than any test. */
const LONG = 10_000;

export const through = (mode: ProxyMode, idle = LONG): Way => ({ kind: 'proxy', mode, idle });
export const passing = through('passes-upgrade');
export const dropping = through('drops-upgrade');
export const MODES = ['passes-upgrade', 'drops-upgrade', 'cuts-idle', 'connect'] as const;

export const connectTo = (authority: string) =>
	`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`;
export const tunnel = connectTo('echo.wire101.test:80');

/** Of each response, in order, such as `HTTP/1.1 426`; null where there is none. */
export const statusLines = (text: string): string[] | null => text.match(/HTTP\/1.1 \d{3}/g);

export class ProxyLab {
	#started: { readonly lab: RawLab; readonly page: RawPage } | null = null;

	async start(settings: RawLabSettings = {}): Promise<void> {
		const lab = await startRawLab(settings);
		this.#started = { lab, page: lab.openPage() };
	}

	async restart(settings: RawLabSettings): Promise<void> {
		await this.lab.close();
		await this.start(settings);
	}

	get lab(): RawLab {
		return this.#running.lab;
	}

	get page(): RawPage {
		return this.#running.page;
	}

	/** Resolves once no connection is left, of either side. */
	isFreed(): Promise<unknown> {
		const { lab } = this;
		return eventually(() => lab.ways.size === 0 && lab.registry.counts.connections === 0);
	}

	get #running() {
		if (this.#started === null) throw new TypeError('the lab has not been started');
		return this.#started;
	}
}

/** One that is started anew for each test of the file. */
export function useProxyLab(): ProxyLab {
	const proxy = new ProxyLab();
	beforeEach(() => proxy.start());
	afterEach(() => proxy.lab.close());
	return proxy;
}
