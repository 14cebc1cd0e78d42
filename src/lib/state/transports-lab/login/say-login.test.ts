import { describe, expect, it } from 'vitest';
import { en } from '#lib/i18n/en/index.ts';
import { createFormats } from '#lib/i18n/format.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { DEFAULT_CLIENT } from '#lib/transports/measure/race-plan.ts';
import type { LoginFinding } from '#lib/transports/login/login-findings.ts';
import type { LoginResult } from '#lib/transports/login/login-result.ts';
import { nameWay, sayLogin } from './say-login.ts';

const LANGUAGES = { en, zh };
type Name = keyof typeof LANGUAGES;

function words(language: Name) {
	const { transportsLab } = LANGUAGES[language];
	const format = createFormats(language);
	return { words: transportsLab.login.findings, shell: transportsLab.shell, format };
}

const result: LoginResult = {
	number: 1,
	transport: 'websocket',
	client: DEFAULT_CLIENT,
	outcome: 'confirmed',
	steps: [
		{ step: 'scanned', delay: 3000 },
		{ step: 'confirmed', delay: 4000 }
	],
	waited: 2_000_000,
	requests: 1,
	emptyAnswers: 0,
	up: 600,
	down: 200,
	clockError: 500
};
const slow: LoginResult = { ...result, transport: 'short-polling', requests: 5, up: 3000 };

const FINDINGS: readonly LoginFinding[] = [
	{ kind: 'asked', interval: 2000, count: 1, least: 700_000, most: 700_000, mean: 700_000 },
	{ kind: 'asked', interval: 2000, count: 4, least: 150_000, most: 1_900_000, mean: 800_000 },
	{ kind: 'empty', empty: 9, requests: 11 },
	{ kind: 'told', result, scan: 3000, decision: 4000 },
	{ kind: 'told', result: { ...result, transport: 'long-polling' }, scan: null, decision: 4000 },
	{ kind: 'told', result: { ...result, transport: 'server-sent-events' }, scan: 1, decision: null },
	{ kind: 'told', result: { ...result, transport: 'socket-io' }, scan: 1, decision: 2 },
	{ kind: 'faster', fast: result, slow },
	{ kind: 'cheaper', cheap: result, dear: slow }
];

describe.each(['en', 'zh'] as const)('log-ins in words (%s)', (language) => {
	it.each(FINDINGS)('say what was found: $kind', (finding) => {
		const said = sayLogin(finding, words(language));
		expect(said).not.toMatch(/undefined|NaN|null|object/);
		expect(said).toMatch(language === 'en' ? /^[A-Z0-9].*\.$/ : /。$/);
	});
});

it('the measured waits are said with the interval that bounds them', () => {
	const [, often] = FINDINGS;
	const said = often && sayLogin(often, words('en'));
	expect(said?.replaceAll('\u00a0', ' ')).toMatch(
		/ every 2 s, .* up to 2 s, 1 s on average\. .* 4 times: from 150 ms to 1\.9 s, 800 ms on average\.$/
	);
});

it('an attempt is named by its transport and what was set for it', () => {
	const { shell, format } = words('en');
	const client = { interval: 2000, hold: 25, usesEtag: true };
	expect(nameWay({ transport: 'short-polling', client }, shell, format)).toBe(
		'Short polling, asks every 2,000 ms, ETag'
	);
	expect(nameWay({ transport: 'websocket', client }, shell, format)).toBe('WebSocket');
});
