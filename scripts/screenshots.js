/**
 * `npm run screenshots`: takes the README's pictures anew from the running app: a real connection,
 * a real frame, its masking key selected.
 */
import { withWorkbench } from './with-workbench.js';

/** @type {['en' | 'zh', 'light' | 'dark'][]} */
const PICTURES = [
	['en', 'light'],
	['zh', 'dark']
];
const WORDS = {
	en: { connect: 'Connect', send: 'Send' },
	zh: { connect: '连接', send: '发送' }
};

for (const [lang, theme] of PICTURES) {
	const words = WORDS[lang];
	await withWorkbench({ lang, theme, height: 1080 }, async (page) => {
		await page.getByRole('button', { name: words.connect, exact: true }).click();
		await page.getByRole('button', { name: words.send, exact: true }).click();
		await page.locator('button[data-record="frame"][data-direction="server"]').waitFor();
		await page.locator('button[data-record="frame"][data-direction="client"]').click();
		await page.locator('button[data-bit="20"]').click();
		const path = `content/screenshots/workbench-${lang}.png`;
		await page.screenshot({ path });
		console.log(path);
	});
}
