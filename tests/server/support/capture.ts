/** tshark capturing on loopback: an outside judge of what crossed the wire. */
import { Buffer } from 'node:buffer';
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openRaw } from './raw-client.ts';

const run = promisify(execFile);
const LOOPBACK = process.platform === 'linux' ? 'lo' : 'lo0';

/** Null where tshark can capture, else why it cannot. */
export function reasonToSkip(): string | null {
	// What it prints of the packets of a busy machine would not fit into what is kept of it.
	const probe = spawnSync('tshark', ['-i', LOOPBACK, '-a', 'duration:0'], {
		encoding: 'utf8',
		stdio: ['ignore', 'ignore', 'pipe']
	});
	if (probe.error) return `tshark is not installed (${probe.error.message})`;
	return probe.status === 0 ? null : `tshark cannot capture: ${probe.stderr.trim()}`;
}

export interface CapturedStream {
	readonly client: Buffer;
	readonly server: Buffer;
}

export class Capture {
	readonly file: string;
	readonly #directory = mkdtempSync(join(tmpdir(), 'wire101-tshark-'));
	readonly #process: ChildProcess;
	readonly #port: number;
	#output = '';

	constructor(port: number) {
		this.#port = port;
		this.file = join(this.#directory, 'capture.pcapng');
		const filter = `tcp port ${port}`;
		const options = ['-l', '-P', '-B', '64', '-i', LOOPBACK, '-f', filter, '-w', this.file];
		this.#process = spawn('tshark', [...options, '-T', 'fields', '-e', 'tcp.port']);
		this.#process.stdout?.on('data', (text) => (this.#output += text));
	}

	/** Capturing begins some time after the start: knocks until a knock has been seen. */
	async begin(): Promise<void> {
		const before = this.#output;
		while (this.#output === before) {
			(await openRaw(this.#port)).destroy();
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	/** Knocks from a port of its own, and ends when tshark has seen that too. */
	async end(): Promise<void> {
		const client = await openRaw(this.#port);
		const mark = String(client.port);
		client.destroy();
		while (!this.#output.includes(mark)) await new Promise((resolve) => setTimeout(resolve, 50));
		const exited = new Promise((resolve) => this.#process.once('exit', resolve));
		this.#process.kill('SIGINT');
		await exited;
	}

	/** Payload bytes of the connection from a client port, reassembled by tshark. */
	async stream(clientPort: number): Promise<CapturedStream> {
		const [number = ''] = await this.#streams(`tcp.port==${clientPort}`);
		const [stream = { client: Buffer.alloc(0), server: Buffer.alloc(0) }] = await this.#follow([
			number
		]);
		return stream;
	}

	/** The same of every connection over which anything was said. */
	async streams(): Promise<CapturedStream[]> {
		return this.#follow([...new Set(await this.#streams('tcp.len > 0'))]);
	}

	/** Content types of the TLS records that tshark finds in what one side of each stream said. */
	async tlsRecordTypes(side: 'client' | 'server'): Promise<number[][]> {
		const port = side === 'client' ? 'tcp.dstport' : 'tcp.srcport';
		const filter = `tls.record && ${port} == ${this.#port}`;
		const fields = ['-T', 'fields', '-e', 'tcp.stream', '-e', 'tls.record.content_type'];
		const opaque = ['-e', 'tls.record.opaque_type'];
		const decode = ['-d', `tcp.port==${this.#port},tls`];
		const text = await this.#read([...decode, '-Y', filter, ...fields, ...opaque]);
		const types = new Map<string, number[]>();
		for (const line of text.split('\n').filter(Boolean)) {
			const [stream = '', plain = '', hidden = ''] = line.split('\t');
			const found = `${plain},${hidden}`.split(',').filter(Boolean).map(Number);
			types.set(stream, [...(types.get(stream) ?? []), ...found]);
		}
		return [...types.values()];
	}

	/** Targets of all requests that tshark finds, in order. */
	async requestTargets(): Promise<string[]> {
		const decode = ['-d', `tcp.port==${this.#port},http`];
		const fields = ['-Y', 'http.request', '-T', 'fields', '-e', 'http.request.uri'];
		const text = await this.#read([...decode, ...fields]);
		return text.split(/[\n,]/).filter(Boolean);
	}

	remove(): void {
		this.#process.kill('SIGKILL');
		rmSync(this.#directory, { recursive: true, force: true });
	}

	async #streams(filter: string): Promise<string[]> {
		const text = await this.#read(['-Y', filter, '-T', 'fields', '-e', 'tcp.stream']);
		return text.split('\n').filter(Boolean);
	}

	/** All in one pass. */
	async #follow(numbers: readonly string[]): Promise<CapturedStream[]> {
		const wanted = numbers.flatMap((number) => ['-z', `follow,tcp,raw,${number}`]);
		const followed = await this.#read(['-q', ...wanted]);
		const bodies = followed.matchAll(/Node 1:[^\n]*\n([\s\S]*?)={5,}/g);
		return Array.from(bodies, ([, body = '']) => {
			const lines = body.split('\n').filter((line) => line.trim() !== '');
			const join = (isServer: boolean) =>
				lines.filter((line) => line.startsWith('\t') === isServer).map((line) => line.trim());
			return {
				client: Buffer.from(join(false).join(''), 'hex'),
				server: Buffer.from(join(true).join(''), 'hex')
			};
		});
	}

	async #read(options: string[]): Promise<string> {
		const { stdout } = await run('tshark', ['-r', this.file, ...options], { maxBuffer: 2 ** 28 });
		return stdout;
	}
}
