/** What the whole lab server makes of a lane's network conditions and of ALLOW_LOAD. */
import { afterEach, describe, expect, it } from 'vitest';
import { LOAD_PATH } from '#lib/transports/measure/load-report.ts';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { EventLog } from '#server/streams/event-log.ts';
import { BareLane } from '../transports/bare-lane.ts';
import { startLab, type LabFixture, type LabSettings } from './support/lab-fixture.ts';

const KEY = 'a-lane-of-the-tests-01';
const DELAY = 60;

let lab: LabFixture | null = null;

afterEach(() => lab?.close());

async function start(settings: LabSettings): Promise<string> {
	lab = await startLab(settings);
	return `http://127.0.0.1:${lab.port}`;
}

it('a lane of the lab server has its delay each way', async () => {
	const settings = { transport: 'short-polling', delay: DELAY, jitter: 0, compression: false };
	const lane = new BareLane(1, settings as BareLane['settings'], new EventLog());
	const origin = await start({ subscribers: { find: (key) => (key === KEY ? lane : null) } });
	const begun = performance.now();
	const response = await fetch(`${origin}${TRANSPORT_PATHS['short-polling']}?lane=${KEY}`);
	expect(await response.json()).toEqual({ last: 0, gap: null, events: [] });
	expect(performance.now() - begun).toBeGreaterThanOrEqual(2 * DELAY);
});

describe('a load run', () => {
	it.each([
		[{ allowLoad: 'off', host: '127.0.0.1' }, 403],
		[{ allowLoad: 'auto', host: '0.0.0.0' }, 403],
		[{ allowLoad: 'auto', host: '127.0.0.1' }, 400],
		[{ allowLoad: 'auto', host: 'localhost' }, 400],
		[{ allowLoad: 'on', host: '0.0.0.0' }, 400],
		[{ allowLoad: 'auto', origin: 'https://wire101.example' }, 403],
		[{ allowLoad: 'auto', origin: 'http://localhost:3000' }, 400],
		[{ allowLoad: 'auto', allowedHosts: ['wire101.example'] }, 403],
		[{ allowLoad: 'auto', trustProxy: ['127.0.0.1'] }, 403],
		[{ allowLoad: 'on', origin: 'https://wire101.example', trustProxy: ['127.0.0.1'] }, 400]
	] as const)('without an order, with %j, gets %i', async (settings, status) => {
		const origin = await start(settings);
		expect((await fetch(`${origin}${LOAD_PATH}`, { method: 'POST', body: '{}' })).status).toBe(
			status
		);
	});

	it.each([
		['X-Forwarded-For', 'auto', 403],
		['Via', 'auto', 403],
		['X-Forwarded-For', 'on', 400]
	] as const)('through a proxy that says %s, with %s, gets %i', async (name, allowLoad, status) => {
		const origin = await start({ allowLoad });
		const init = { method: 'POST', body: '{}', headers: { [name]: '192.0.2.7' } };
		expect((await fetch(`${origin}${LOAD_PATH}`, init)).status).toBe(status);
	});

	it('is a POST', async () => {
		const response = await fetch(`${await start({})}${LOAD_PATH}`);
		expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
	});

	it('cannot be started by a page of another origin', async () => {
		const headers = { Origin: 'http://elsewhere.example' };
		const origin = await start({ allowLoad: 'on' });
		const response = await fetch(`${origin}${LOAD_PATH}`, { method: 'POST', body: '{}', headers });
		expect(response.status).toBe(403);
	});
});
