import { describe, expect, it } from 'vitest';
import { handshakeRules as en } from '#lib/i18n/en/handshake-rules.ts';
import { headers as enHeaders } from '#lib/i18n/en/headers.ts';
import { handshakeRules as zh } from '#lib/i18n/zh/handshake-rules.ts';
import { headers as zhHeaders } from '#lib/i18n/zh/headers.ts';
import { HANDSHAKE_RULES, REQUEST_CHECKS, RESPONSE_CHECKS } from './handshake-rules.ts';
import { HEADERS } from './headers.ts';
import { HTTP_RULES } from '../http/http-violation.ts';

const sorted = (table: object) => Object.keys(table).sort();

describe.each([
	['en', en, enHeaders],
	['zh', zh, zhHeaders]
])('the dictionary %s', (_, rules, headers) => {
	it('has words for every rule, and for no other', () => {
		expect(sorted(rules.violations)).toEqual(sorted({ ...HTTP_RULES, ...HANDSHAKE_RULES }));
	});

	it('has words for every check, and for no other', () => {
		expect(sorted(rules.checks)).toEqual(sorted({ ...REQUEST_CHECKS, ...RESPONSE_CHECKS }));
	});

	it('has words for every header, and for no other', () => {
		expect(sorted(headers)).toEqual(sorted(HEADERS));
	});
});
