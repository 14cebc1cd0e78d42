/**
 * `npm run screenshots`: takes the README's pictures anew from the running app: a real connection,
 * a real frame, its masking key selected; a request and a frame broken on purpose, each with both
 * verdicts; and a race of all five transports that has been run to its end.
 */
import { withWorkbench } from './with-workbench.js';

/** @typedef {'en' | 'zh'} Lang */

/** @type {[Lang, 'light' | 'dark'][]} */
const LOOKS = [
	['en', 'light'],
	['zh', 'dark']
];
const WORDS = {
	en: {
		connect: 'Connect',
		send: 'Send',
		hello: 'Text “Hello”',
		remove: 'Remove',
		five: 'All five',
		start: 'Start'
	},
	zh: {
		connect: '连接',
		send: '发送',
		hello: '文本帧“Hello”',
		remove: '删除',
		five: '五种一起',
		start: '开始'
	}
};

/** @type {Record<string, { path: string, act: (page: import('@playwright/test').Page, words: typeof WORDS.en) => Promise<void> }>} */
const PICTURES = {
	workbench: {
		path: '/lab',
		async act(page, words) {
			await page.getByRole('button', { name: words.connect, exact: true }).click();
			await page.getByRole('button', { name: words.send, exact: true }).click();
			await page.locator('button[data-record="frame"][data-direction="server"]').waitFor();
			await page.locator('button[data-record="frame"][data-direction="client"]').click();
			await page.locator('button[data-bit="20"]').click();
		}
	},
	'handshake-lab': {
		path: '/lab/handshake',
		async act(page, words) {
			const key = page.locator('li[data-line][aria-label$="Sec-WebSocket-Key" i]');
			await key.locator('[data-part="more"]').click();
			await key.getByRole('button', { name: words.remove, exact: true }).click();
			await page.locator('form.send button[type="submit"]').click();
			await page.locator('.judges[data-agreement="agree"]').waitFor();
		}
	},
	'frame-lab': {
		path: '/lab/frames',
		async act(page, words) {
			await page.getByRole('button', { name: words.hello, exact: true }).click();
			await page.locator('button[data-bit="1"]').click();
			await page.getByRole('button', { name: words.send, exact: true }).click();
			await page.getByText('WS_ERR_UNEXPECTED_RSV_1').first().waitFor();
		}
	},
	'transports-lab': {
		path: '/lab/transports',
		async act(page, words) {
			await page.getByRole('button', { name: words.five, exact: true }).click();
			await page.getByRole('button', { name: words.start, exact: true }).click();
			// The whole run: 20 s of events, and what comes before and after.
			await page.locator('.numbers .scroll table').waitFor({ timeout: 60_000 });
			await page.locator('.presets').evaluate((plan) => {
				scrollTo(0, plan.getBoundingClientRect().top + scrollY - 16);
			});
		}
	}
};

/** Pictures to take: all, or those that are named (`npm run screenshots transports-lab`). */
const named = process.argv.slice(2);

for (const [name, { path, act }] of Object.entries(PICTURES)) {
	if (named.length > 0 && !named.includes(name)) continue;
	for (const [lang, theme] of LOOKS) {
		await withWorkbench({ lang, theme, path, height: 1080 }, async (page) => {
			await act(page, WORDS[lang]);
			const file = `content/screenshots/${name}-${lang}.png`;
			await page.screenshot({ path: file });
			console.log(file);
		});
	}
}
