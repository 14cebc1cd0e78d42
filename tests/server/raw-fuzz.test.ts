/** Commands that are nearly right: each is answered, none is a fault of ours, and the session goes on. */
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { RESULTS, type Command } from '#lib/channel/messages.ts';
import { DIRECT } from '#lib/runs/way.ts';
import { eventually } from './channel-harness.ts';
import { handshake } from './support/raw-client.ts';
import {
	DUE,
	awaitHead,
	end,
	pause,
	script,
	startRawLab,
	write,
	writtenCommand,
	type RawLab
} from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 60_000 });

let lab: RawLab;

afterEach(() => lab.close());

const run = script([
	write(handshake('/ws/echo')),
	awaitHead,
	write('ab', { unit: 'byte', times: 2 }),
	pause(1),
	end('fin')
]);

const RIGHT: readonly object[] = [
	{ type: 'raw-client', way: DIRECT, script: run },
	{ type: 'raw-client', way: DIRECT, script: script([end('rst')]) },
	{ type: 'raw-server', ...DUE, extensions: 'permessage-deflate', protocol: 'chat', script: run },
	{ type: 'raw-client', way: { kind: 'proxy', mode: 'cuts-idle', idle: 200 }, script: run },
	writtenCommand(script([write('HTTP/1.1 101 x\r\n\r\n', { acceptAt: [3, 3, 14] }), end('rst')])),
	writtenCommand(script([write('Set-Cookie: a=b')]), true),
	{ type: 'run', connection: 1, script: script([write('x')]) },
	{ type: 'cancel-run', connection: 1 },
	{ type: 'hang-up', connection: 1, how: 'fin' },
	{ type: 'hang-up', connection: 2, how: 'rst' },
	{ type: 'forget', connection: 1 }
];

const strange = fc.oneof(
	fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e308, 2 ** 53, 65_536, '', '__proto__', {}, []),
	fc.constantFrom<unknown>('a\r\nb', '=', 'AA=', 'é', '\u0000', 'x'.repeat(2000), [[]], [null]),
	fc.integer({ min: 1, max: 20 }),
	fc.string({ maxLength: 8 }),
	fc.jsonValue({ maxDepth: 2 })
);

/** Paths to everything inside a value, itself not included. */
function pathsIn(value: unknown, at: readonly string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		[...at, key],
		...pathsIn(inner, [...at, key])
	]);
}

function changed(value: object, path: readonly string[], change: unknown): object {
	const copy = structuredClone(value);
	const holder = path.slice(0, -1).reduce<object>((inner, key) => Reflect.get(inner, key), copy);
	if (change === undefined) Reflect.deleteProperty(holder, path.at(-1) ?? '');
	else Reflect.set(holder, path.at(-1) ?? '', change);
	return copy;
}

const nearlyRight = fc
	.constantFrom(...RIGHT)
	.chain((command) =>
		fc.tuple(
			fc.constant(command),
			fc.constantFrom(...pathsIn(command).filter(([key]) => key !== 'id')),
			fc.option(strange, { nil: undefined })
		)
	)
	.map(([command, path, change]) => changed(command, path, change));

it('answers every command that is one step from a right one, and goes on', async () => {
	lab = await startRawLab({
		limits: { commandsPerSecond: 10_000, maxConnectionsPerSession: 1000, runsPerMinute: 100_000 },
		session: { headWait: 50, answerWait: 5, rawIdle: 50, ticketLife: 50, maxRecordings: 100_000 }
	});
	const page = lab.openPage();
	await fc.assert(
		fc.asyncProperty(
			fc.oneof({ weight: 4, arbitrary: nearlyRight }, fc.constantFrom(...RIGHT)),
			async (command) => {
				const code = await page.codeOf(command as Command);
				if (code === null) expect(Object.keys(RESULTS)).toContain(Reflect.get(command, 'type'));
				expect(code).not.toBe('internal-error');
			}
		),
		{ numRuns: 2000, seed: 101 }
	);
	expect(await page.codeOf({ type: 'clock', pageTime: 0 })).toBe(null);
	await eventually(() => lab.registry.counts.connections === 0 && lab.inner.size === 0);
	expect(lab.counted.filter((told) => told.startsWith('fault'))).toEqual([]);
});
