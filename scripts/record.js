/**
 * `npm run record`: records the sample of content/recordings anew. A clean browser profile opens
 * the workbench of the production build, connects, sends, is pinged, and closes; the file is what
 * the page itself saves.
 */
import { copyFile } from 'node:fs/promises';
import { withWorkbench } from './with-workbench.js';

await withWorkbench({ lang: 'en' }, async (page) => {
	await page.getByRole('button', { name: 'Connect', exact: true }).click();
	await page.getByLabel('Message text').fill('Hello 你好');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await page.getByRole('button', { name: /server to client, text/ }).waitFor();
	await page.getByRole('radio', { name: 'from the server' }).check();
	await page.getByRole('button', { name: 'Send a ping' }).click();
	await page.getByRole('button', { name: /client to server, pong/ }).waitFor();
	await page
		.getByRole('form', { name: 'Connection' })
		.getByRole('button', { name: 'Close' })
		.click();
	await page.getByLabel('Close code').fill('3000');
	await page.getByLabel('Reason').fill('bye');
	await page.getByRole('button', { name: 'Call close()' }).click();
	await page.getByRole('button', { name: /client to server, TCP FIN/ }).waitFor();
	await page.getByRole('button', { name: 'Recording', exact: true }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: 'Save as a file' }).click();
	const saved = await (await download).path();
	await copyFile(saved, 'content/recordings/hello.json');
	console.log('content/recordings/hello.json');
});
