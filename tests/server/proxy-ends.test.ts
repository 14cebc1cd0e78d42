/** The two connections of a proxy end together, whoever ends the first, and leave nothing behind. */
import { Buffer } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import type { ScriptMessage } from '#lib/channel/messages.ts';
import type { ProxyMode } from '#lib/runs/way.ts';
import { MODES, passing, through, tunnel, useProxyLab } from './support/proxy-lab.ts';
import { handshake, maskedFrame } from './support/raw-client.ts';
import { awaitHead, end, script, write } from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const proxy = useProxyLab();
const hello = maskedFrame(0x81, Buffer.from('Hello 你好'));

describe('both connections end together', () => {
	const opening: Record<ProxyMode, ScriptMessage['steps']> = {
		'passes-upgrade': [write(handshake('/ws/echo')), awaitHead],
		'cuts-idle': [write(handshake('/ws/echo')), awaitHead],
		'drops-upgrade': [write(handshake('/ws/echo')), awaitHead],
		connect: [write(tunnel), awaitHead, write(handshake('/ws/echo')), awaitHead]
	};

	async function opened(mode: ProxyMode) {
		const both = await proxy.page.rawClientOn(through(mode), script(opening[mode]));
		await both.seen.until(({ outcomes }) => outcomes.length === 1);
		return both;
	}

	it.each(MODES)('with FIN of a client of %s', async (mode) => {
		const { seen, second } = await opened(mode);
		await proxy.page.command({ type: 'hang-up', connection: seen.connection, how: 'fin' });
		await proxy.isFreed();
		await second.until(({ ends }) => ends.length === 2);
		expect(seen.ends[0]).toBe('fin client');
		expect(second.ends[0]).toBe('fin client');
	});

	it.each(MODES)('with RST of a client of %s', async (mode) => {
		const { seen, second } = await opened(mode);
		await proxy.page.command({ type: 'hang-up', connection: seen.connection, how: 'rst' });
		await proxy.isFreed();
		await second.until(({ ends }) => ends.length > 0);
		expect(seen.ends).toEqual(['rst client']);
		// Only who has made one line of both hands a reset on.
		expect(second.ends[0]).toBe(mode === 'drops-upgrade' ? 'fin client' : 'rst client');
	});

	it.each(MODES)('where the page forgets the first, of %s', async (mode) => {
		const { seen } = await opened(mode);
		await proxy.page.command({ type: 'forget', connection: seen.connection });
		await proxy.isFreed();
	});

	it.each(MODES)('where the page forgets the second, of %s', async (mode) => {
		const { second } = await opened(mode);
		await proxy.page.command({ type: 'forget', connection: second.connection });
		await proxy.isFreed();
	});

	it.each(MODES)('when the page leaves, of %s', async (mode) => {
		await opened(mode);
		proxy.page.channel.close();
		await proxy.isFreed();
		expect(proxy.lab.registry.counts.sessions).toBe(0);
	});

	it.each(MODES)('with the server, of %s', async (mode) => {
		const { seen } = await opened(mode);
		await proxy.lab.ways.close();
		await seen.until(({ ends }) => ends.length > 0);
		expect(proxy.lab.ways.size).toBe(0);
	});

	it.each(MODES)('when nothing is said for long, of %s', async (mode) => {
		await proxy.restart({ session: { rawIdle: 50 } });
		await opened(mode);
		await proxy.isFreed();
	});

	it.each(MODES)('before the client has said anything, of %s', async (mode) => {
		const { seen } = await proxy.page.rawClientOn(through(mode), script([end('fin')]));
		await seen.until(({ outcomes }) => outcomes.length === 1);
		await proxy.isFreed();
	});

	it.each(MODES)('at any moment of the handshake, of %s', async (mode) => {
		for (let turn = 0; turn < 12; turn++) {
			const way = through(mode);
			const steps = opening[mode].filter((step) => step !== awaitHead);
			const { seen } = await proxy.page.rawClientOn(way, script(steps));
			for (let wait = 0; wait < turn; wait++) await new Promise(setImmediate);
			await proxy.page.command({ type: 'forget', connection: seen.connection });
		}
		await proxy.isFreed();
		expect(proxy.lab.counted.filter((line) => line.startsWith('fault'))).toEqual([]);
	});

	it('where the student has too many frames under way, and reads no more', async () => {
		const steps = [...opening['passes-upgrade'], write(hello, { times: 20_000 }), end('rst')];
		await proxy.page.rawClientOn(passing, script(steps));
		await proxy.isFreed();
	});

	it('and nobody writes on the second', async () => {
		const { second } = await opened('passes-upgrade');
		const { connection } = second;
		const codes = [
			await proxy.page.codeOf({ type: 'run', connection, script: script([write('x')]) }),
			await proxy.page.codeOf({ type: 'cancel-run', connection }),
			await proxy.page.codeOf({ type: 'hang-up', connection, how: 'rst' })
		];
		expect(codes).toEqual(['not-open', 'not-open', 'not-open']);
	});
});
