/**
 * An outside judge of the way through TLS: what tshark captures before and behind the relay equals
 * the relay's recording byte for byte, and tshark finds the same TLS records in it.
 *
 * Without tshark (or the right to capture) it is skipped by name; with CI=true it fails.
 */
import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './channel-harness.ts';
import { Capture, reasonToSkip } from './support/capture.ts';
import { handshake, maskedFrame } from './support/raw-client.ts';
import {
	awaitHead,
	script,
	startRawLab,
	write,
	type RawLab,
	type Seen
} from './support/raw-lab.ts';
import { tlsRecordTypes } from './support/tls-records.ts';

const reason = reasonToSkip();
const isRequired = process.env.CI === 'true';
if (reason !== null && !isRequired) console.warn(`Skipped, ${reason}: TLS against tshark.`);

const SIDES = ['client', 'server'] as const;

describe.skipIf(reason !== null && !isRequired)('the recording of TLS against tshark', () => {
	let lab: RawLab;
	let capture: Capture;
	let second: Seen;

	beforeAll(async () => {
		if (reason !== null) throw new Error(reason);
		lab = await startRawLab();
		capture = new Capture(lab.ways.tls.port ?? 0);
		await capture.begin();
		const frames = [Buffer.from('Hello'), Buffer.alloc(2 ** 16, 'wire')].map((payload) =>
			write(maskedFrame(0x82, payload))
		);
		const bye = write(maskedFrame(0x88, Buffer.from('03e8', 'hex')));
		const steps = [write(handshake('/ws/echo')), awaitHead, ...frames, bye];
		const way = { kind: 'tls' } as const;
		({ second } = await lab.openPage().rawClientOn(way, script(steps)));
		await second.until(({ ends }) => ends.length === 2);
		await eventually(() => lab.ways.size === 0);
		await capture.end();
	}, 60_000);
	afterAll(async () => {
		capture?.remove();
		await lab?.close();
	});

	it('is the same on both sides of the relay, byte for byte', async () => {
		const streams = await capture.streams();
		expect(streams).toHaveLength(2);
		for (const side of SIDES) {
			const recorded = Buffer.from(second.bytes(side), 'latin1').toString('hex');
			expect(streams.map((stream) => stream[side].toString('hex'))).toEqual([recorded, recorded]);
		}
	}, 30_000);

	it.each(SIDES)(
		'has the records that tshark finds in what the %s says',
		async (side) => {
			const types = tlsRecordTypes(second.bytes(side));
			expect(await capture.tlsRecordTypes(side)).toEqual([types, types]);
		},
		30_000
	);
});
