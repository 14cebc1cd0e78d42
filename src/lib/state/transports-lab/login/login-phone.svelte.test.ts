import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LoginPhone } from './login-phone.svelte.ts';

const ID = 'A'.repeat(22);
const ASKER = { browser: 'Firefox/144', address: '192.0.2.7', isServer: false };

let asked: { readonly url: string; readonly init: RequestInit }[];
let answers: (() => Response | Promise<Response>)[];
let phone: LoginPhone;

const says = (step: string) => () => Response.json({ step, expiresIn: 60_000, asker: ASKER });
const status = (code: number) => () => new Response('', { status: code });
const fails = () => Promise.reject(new TypeError('network'));

beforeEach(() => {
	asked = [];
	answers = [];
	phone = new LoginPhone({
		id: ID,
		origin: 'http://192.0.2.1:3000',
		fetch: async (url, init) => {
			asked.push({ url: String(url), init: init ?? {} });
			return (answers.shift() ?? fails)();
		}
	});
});

afterEach(() => {
	phone.dispose();
	vi.useRealTimers();
});

describe('the phone', () => {
	it('posts the id as JSON, in no address', async () => {
		answers = [says('scanned')];
		await phone.scan();
		const [{ url, init } = { url: '', init: {} }] = asked;
		expect([url, init.method, init.body]).toEqual([
			'http://192.0.2.1:3000/lab/login/scan',
			'POST',
			`{"id":"${ID}"}`
		]);
	});

	it('asks its owner, and confirms nothing by itself', async () => {
		answers = [says('scanned')];
		await phone.scan();
		expect([phone.state, phone.asker, asked.length]).toEqual(['asking', ASKER, 1]);
	});

	it.each([
		['confirm', 'confirmed'],
		['decline', 'declined']
	] as const)('has %s done once its owner says so', async (act, state) => {
		answers = [says('scanned'), says(state)];
		await phone.scan();
		await phone.decide(act);
		expect([phone.state, asked[1]?.url]).toEqual([state, `http://192.0.2.1:3000/lab/login/${act}`]);
	});

	it('sends one answer, however often a button is pressed', async () => {
		answers = [says('scanned'), says('confirmed')];
		await phone.scan();
		await Promise.all([phone.decide('confirm'), phone.decide('decline')]);
		expect(asked).toHaveLength(2);
		expect(phone.state).toBe('confirmed');
	});

	it.each([
		['over', 'knows no such log-in', status(404)],
		['refused', 'refuses it', status(403)],
		['refused', 'answers with something else', () => Response.json({ step: 'what' })],
		['offline', 'is not well', status(503)],
		['offline', 'is not reached', fails]
	] as const)('is %s where the server %s', async (state, _what, answer) => {
		answers = [answer];
		await phone.scan();
		expect(phone.state).toBe(state);
	});

	it('tries again what did not reach the server', async () => {
		answers = [says('scanned'), fails, says('confirmed')];
		await phone.scan();
		await phone.decide('confirm');
		expect(phone.state).toBe('offline');
		await phone.retry();
		expect(phone.state).toBe('confirmed');
		expect(asked.map(({ url }) => url.replace(/.*\//, ''))).toEqual(['scan', 'confirm', 'confirm']);
	});

	it('stops asking when the code has expired', async () => {
		vi.useFakeTimers();
		answers = [says('scanned')];
		await phone.scan();
		expect(phone.left).toBe(60_000);
		vi.advanceTimersByTime(60_000);
		expect([phone.state, phone.left]).toEqual(['expired', 0]);
		await phone.decide('confirm');
		expect(asked).toHaveLength(1);
	});
});
