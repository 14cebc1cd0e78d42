/**
 * An outside judge: tshark captures on loopback while connections of every shape are recorded, and
 * each recording must equal tshark's stream, byte for byte in both directions.
 *
 * Without tshark (or the right to capture) it is skipped by name; with CI=true it fails.
 */
import { Buffer } from 'node:buffer';
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type LabFixture } from './support/lab-fixture.ts';
import type { TestRecording } from './support/memory-registry.ts';
import { openRaw } from './support/raw-client.ts';
import { exchangeOf, SHAPES } from './support/shapes.ts';

const run = promisify(execFile);
const LOOPBACK = process.platform === 'linux' ? 'lo' : 'lo0';

/** Null where tshark can capture, else why it cannot. */
function reasonToSkip(): string | null {
	const probe = spawnSync('tshark', ['-i', LOOPBACK, '-a', 'duration:0'], { encoding: 'utf8' });
	if (probe.error) return 'tshark is not installed';
	return probe.status === 0 ? null : `tshark cannot capture: ${probe.stderr.trim()}`;
}

const reason = reasonToSkip();
const isRequired = process.env.CI === 'true';
if (reason !== null && !isRequired) console.warn(`Skipped, ${reason}: recordings against tshark.`);

class Capture {
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
	async stream(clientPort: number): Promise<{ client: Buffer; server: Buffer }> {
		const streams = await this.#read([
			'-Y',
			`tcp.port==${clientPort}`,
			'-T',
			'fields',
			'-e',
			'tcp.stream'
		]);
		const number = streams.split('\n')[0];
		const followed = await this.#read(['-q', '-z', `follow,tcp,raw,${number}`]);
		const [, body = ''] = /Node 1:[^\n]*\n([\s\S]*?)={5,}/.exec(followed) ?? [];
		const lines = body.split('\n').filter((line) => line.trim() !== '');
		const join = (isServer: boolean) =>
			lines.filter((line) => line.startsWith('\t') === isServer).map((line) => line.trim());
		return {
			client: Buffer.from(join(false).join(''), 'hex'),
			server: Buffer.from(join(true).join(''), 'hex')
		};
	}

	remove(): void {
		this.#process.kill('SIGKILL');
		rmSync(this.#directory, { recursive: true, force: true });
	}

	async #read(options: string[]): Promise<string> {
		const { stdout } = await run('tshark', ['-r', this.file, ...options], { maxBuffer: 2 ** 28 });
		return stdout;
	}
}

describe.skipIf(reason !== null && !isRequired)('a recording against tshark', () => {
	let lab: LabFixture;
	let capture: Capture;
	const done = new Map<string, { recording: TestRecording; port: number }>();

	beforeAll(async () => {
		if (reason !== null) throw new Error(reason);
		lab = await startLab();
		capture = new Capture(lab.port);
		await capture.begin();
		for (const shape of SHAPES) {
			const recording = lab.expect();
			const { port } = await shape.run(lab.port, `/ws/echo?ticket=${recording.ticket}`);
			await recording.released;
			done.set(shape.name, { recording, port });
		}
		await capture.end();
	}, 60_000);
	afterAll(async () => {
		capture?.remove();
		await lab?.close();
	});

	it.each(SHAPES)(
		'of $name is the same, byte for byte',
		async (shape) => {
			const { recording, port } = done.get(shape.name) ?? {};
			const stream = exchangeOf(await capture.stream(port ?? 0), shape);
			expect(stream.client.length).toBeGreaterThan(100);
			expect(recording?.bytes('client').toString('hex')).toBe(stream.client.toString('hex'));
			expect(recording?.bytes('server').toString('hex')).toBe(stream.server.toString('hex'));
		},
		30_000
	);
});
