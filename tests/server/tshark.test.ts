/**
 * An outside judge: tshark captures on loopback while connections of every shape are recorded, and
 * each recording must equal tshark's stream, byte for byte in both directions.
 *
 * Without tshark (or the right to capture) it is skipped by name; with CI=true it fails.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Capture, reasonToSkip } from './support/capture.ts';
import { startLab, type LabFixture } from './support/lab-fixture.ts';
import type { TestRecording } from './support/memory-registry.ts';
import { exchangeOf, SHAPES } from './support/shapes.ts';

const reason = reasonToSkip();
const isRequired = process.env.CI === 'true';
if (reason !== null && !isRequired) console.warn(`Skipped, ${reason}: recordings against tshark.`);

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
