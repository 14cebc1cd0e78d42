import { expect, it } from 'vitest';
import { nameBrowser } from './browser-name.ts';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
	[
		'Chrome 141',
		'Linux',
		`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/141.0.0.0 Safari/537.36`
	],
	[
		'Chrome 141',
		'Android',
		`Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/141.0.0.0 Mobile Safari/537.36`
	],
	[
		'Edge 141',
		'Windows',
		`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`
	],
	[
		'Firefox 144',
		'macOS',
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0'
	],
	[
		'Safari 18',
		'iOS',
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
	],
	[
		'WeChat 8',
		'Android',
		`Mozilla/5.0 (Linux; Android 14) ${WEBKIT} Version/4.0 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50`
	],
	['curl 8', null, 'curl/8.5.0'],
	[null, null, 'something else'],
	[null, null, '']
])('%s on %s is named from its User-Agent', (browser, system, userAgent) => {
	expect(nameBrowser(userAgent)).toEqual({ browser, system });
});
