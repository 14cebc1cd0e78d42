/** A page with streams, and clients of their lanes that write each request by hand. */
import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { afterEach, expect } from 'vitest';
import type { CommandResult } from '#lib/channel/messages.ts';
import type { StreamSource } from '#lib/transports/stream-source.ts';
import type { LaneSettings, Transport } from '#lib/transports/transport.ts';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { eventually } from '../channel-harness.ts';
import { laneRecords, laneTold, type Bytes, type LaneRecord } from './lane-records.ts';
import { openRaw, type RawClient } from './raw-client.ts';
import { startRawLab, type RawLab, type RawLabSettings, type RawPage } from './raw-lab.ts';

export const RACE = {
	kind: 'race',
	pattern: 'steady',
	rate: 50,
	size: 200,
	seconds: 120,
	seed: 3
} as const satisfies StreamSource;

export const laneOf = (transport: Transport): LaneSettings => ({
	transport,
	delay: 0,
	jitter: 0,
	compression: false
});

export interface OpenedStream extends CommandResult<'open-stream'> {
	readonly page: RawPage;
	readonly keys: readonly string[];
}

/** A stream of this page, with a lane for each of these transports. */
export async function openOn(
	page: RawPage,
	transports: readonly Transport[],
	source: StreamSource = RACE
): Promise<OpenedStream> {
	const lanes = transports.map(laneOf);
	const opened = await page.command({ type: 'open-stream', source, lanes });
	return { ...opened, page, keys: opened.lanes.map(({ key }) => key) };
}

export function startSource({ page, stream }: OpenedStream): Promise<unknown> {
	return page.command({ type: 'start-stream', stream });
}

/** The records once this many exchanges are done. */
export async function doneRecords({ page }: OpenedStream, count: number): Promise<LaneRecord[]> {
	await eventually(() => laneRecords(page.events).filter(({ isDone }) => isDone).length >= count);
	return laneRecords(page.events);
}

export function emittedBy({ page }: OpenedStream): {
	readonly last: number;
	readonly size: number;
} {
	const emitted = laneTold(page.events, 'emitted');
	return { last: emitted.length, size: emitted.reduce((sum, { size }) => sum + size, 0) };
}

export function pathOf(transport: Transport, key = '', query = ''): string {
	return `${TRANSPORT_PATHS[transport]}?lane=${key}${query}`;
}

/** What one request and its answer took on this connection, once nothing more comes. */
export async function ask(client: RawClient, text: string): Promise<Bytes & { answer: string }> {
	const before = client.length;
	client.write(text);
	await client.until(() => isWhole(client.text.slice(before)));
	const answer = client.text.slice(before);
	return { client: Buffer.byteLength(text), server: answer.length, answer };
}

function isWhole(answer: string): boolean {
	const head = answer.indexOf('\r\n\r\n') + 4;
	if (head < 4) return false;
	const length = Number(/^content-length: *(\d+)/im.exec(answer.slice(0, head))?.[1] ?? 0);
	return answer.length >= head + length;
}

/** What this end of a connection says that has crossed it. */
export function crossed({ bytesRead, bytesWritten }: Socket): Bytes {
	return { client: bytesWritten, server: bytesRead };
}

export class StreamLab {
	#lab: RawLab | null = null;
	readonly #clients: { destroy(): void }[] = [];

	async start(settings: RawLabSettings = {}): Promise<void> {
		this.#lab = await startRawLab({ tlsStartsAfter: 60_000, ...settings });
	}

	/** Starts, and opens a page with one stream. */
	async open(
		transports: readonly Transport[],
		{ source = RACE, ...settings }: RawLabSettings & { source?: StreamSource } = {}
	): Promise<OpenedStream> {
		await this.start(settings);
		return openOn(this.lab.openPage(), transports, source);
	}

	get lab(): RawLab {
		if (this.#lab === null) throw new TypeError('the lab has not been started');
		return this.#lab;
	}

	async connect(): Promise<RawClient> {
		const client = await openRaw(this.lab.port);
		this.destroyAfter(client);
		return client;
	}

	/** Ends it with the test, where the test has not. */
	destroyAfter(client: { destroy(): void }): void {
		this.#clients.push(client);
	}

	get(path: string): string {
		return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.lab.port}\r\n\r\n`;
	}

	post(path: string, body: string, headers = ''): string {
		const type = 'Content-Type: application/json\r\n';
		const lines = `Host: 127.0.0.1:${this.lab.port}\r\n${type}Content-Length: ${body.length}\r\n`;
		return `POST ${path} HTTP/1.1\r\n${lines}${headers}\r\n${body}`;
	}

	async close(): Promise<void> {
		for (const client of this.#clients.splice(0)) client.destroy();
		await this.lab.close();
	}
}

/** One that each test of the file starts, and that has met no fault by its end. */
export function useStreamLab(): StreamLab {
	const streams = new StreamLab();
	afterEach(async () => {
		await streams.close();
		expect(streams.lab.counted.filter((line) => line.startsWith('fault'))).toEqual([]);
	});
	return streams;
}
