import { expect, it } from 'vitest';
import { parseOptions } from '../options.ts';
import { channelLimits } from './channel-limits.ts';

it.each([{}, { HEADERS_TIMEOUT_SECONDS: '300' }, { REQUEST_TIMEOUT_SECONDS: '3600' }])(
	'a raw connection outlives the longest time that its peer gives a request: %j',
	(environment) => {
		const options = parseOptions(environment);
		const { headersTimeoutSeconds, requestTimeoutSeconds } = options.limits;
		const slowest = Math.max(headersTimeoutSeconds, requestTimeoutSeconds) * 1000;
		expect(channelLimits(options).rawIdle).toBeGreaterThan(slowest + 1000);
	}
);
