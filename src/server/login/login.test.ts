import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EventLog } from '../streams/event-log.ts';
import { Logins } from './logins.ts';

function begin(logins: Logins) {
	const login = logins.make();
	const log: EventLog = new EventLog({ onEnd: () => login.stop() });
	login.start(log);
	return {
		login,
		id: login.login.id,
		log,
		steps: () => log.after(0).events.map(({ data }) => data)
	};
}

afterEach(() => void vi.useRealTimers());

describe('a log-in', () => {
	it.each([
		['confirm', 'confirmed'],
		['decline', 'declined']
	] as const)('that the second device scans and lets %s ends as %s', (act, last) => {
		const logins = new Logins();
		const { id, log, steps } = begin(logins);
		expect(logins.act(id, 'scan')?.step).toBe('scanned');
		expect(logins.act(id, act)?.step).toBe(last);
		expect(steps()).toEqual(['scanned', last]);
		expect(log.isEnded).toBe(true);
	});

	it('is one event however often it is scanned', () => {
		const logins = new Logins();
		const { id, steps } = begin(logins);
		for (let scan = 0; scan < 2; scan++) expect(logins.act(id, 'scan')?.step).toBe('scanned');
		expect(steps()).toEqual(['scanned']);
	});

	it('tells the second device how long it has left, and who waits', () => {
		vi.useFakeTimers();
		const logins = new Logins({ life: 5000 });
		const { id, login } = begin(logins);
		expect(logins.act(id, 'scan')).toEqual({ step: 'scanned', expiresIn: 5000, asker: null });
		const headers = { host: 'localhost', 'user-agent': 'A'.repeat(400) };
		const socket = { remoteAddress: '::ffff:127.0.0.1' };
		login.asked({ headers, socket } as unknown as IncomingMessage);
		vi.advanceTimersByTime(2000);
		const asker = { browser: 'A'.repeat(300), address: '127.0.0.1', isServer: true };
		expect(logins.act(id, 'scan')).toEqual({ step: 'scanned', expiresIn: 3000, asker });
	});

	it('is found no more once it is decided', () => {
		const logins = new Logins();
		const { id } = begin(logins);
		logins.act(id, 'confirm');
		expect(logins.act(id, 'confirm')).toBeNull();
		expect(logins.act(id, 'decline')).toBeNull();
		expect(logins.size).toBe(0);
	});

	it('expires, tells so, and cannot be confirmed afterwards', () => {
		vi.useFakeTimers();
		const logins = new Logins({ life: 5000 });
		const { id, log, steps } = begin(logins);
		vi.advanceTimersByTime(4999);
		expect(steps()).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(steps()).toEqual(['expired']);
		expect(log.isEnded).toBe(true);
		expect(logins.act(id, 'confirm')).toBeNull();
	});

	it('whose page is gone can be confirmed by nobody', () => {
		const logins = new Logins();
		const { id, log } = begin(logins);
		log.end();
		expect(logins.act(id, 'confirm')).toBeNull();
		expect(logins.size).toBe(0);
	});

	it('has an id of its own, which no other has', () => {
		const logins = new Logins();
		const ids = Array.from({ length: 50 }, () => logins.make().login.id);
		expect(new Set(ids).size).toBe(50);
		for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
		expect(logins.act('A'.repeat(22), 'confirm')).toBeNull();
	});
});
