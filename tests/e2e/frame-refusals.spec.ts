import { createFormats } from '#lib/i18n/format.ts';
import { expect, inBothLanguages, test } from './frames-fixture.ts';

inBothLanguages(() => {
	test('where the raw server is off, the page says so and stays the client', async ({
		frames,
		page,
		serve
	}) => {
		const { role } = frames.lab.runs;
		const server = await serve({ RAW_SERVER: 'off' });
		await frames.open('', server.origin);
		await expect(page.getByText(role.serverOff)).toBeVisible();
		const roles = page.getByRole('radiogroup', { name: role.label });
		await expect(roles.getByRole('radio', { name: role.server })).toBeDisabled();
		await frames.begin('hello');
		await frames.send();
		await frames.expectPeer('accepted');
	});

	test('a run over the server’s bounds is not sent, and the page says which bound', async ({
		frames,
		page,
		serve
	}) => {
		const { faults, items } = frames.lab.runs;
		const server = await serve({ MAX_RUN_BYTES: '1024' });
		const { number } = createFormats(frames.text.shell.locale);
		await frames.open('', server.origin);
		await frames.begin('hello');
		await expect(frames.sendButton).toBeEnabled();
		await page.getByLabel(items.times, { exact: true }).fill('1000');
		const fault = page.getByText(faults['run-bytes'](number(11_000), number(1024)));
		await expect(fault).toBeVisible();
		await expect(frames.sendButton).toBeDisabled();
		await page.getByLabel(items.times, { exact: true }).fill('3');
		await expect(fault).toHaveCount(0);
		await frames.send();
		await expect(frames.records('frame', 'server')).toHaveCount(3);
	});

	test('without the server nothing is sent, and nothing is made up', async ({ frames, serve }) => {
		const server = await serve();
		await frames.open('', server.origin);
		await frames.begin('hello');
		await expect(frames.sendButton).toBeEnabled();
		process.kill(server.pid, 'SIGKILL');
		await expect(frames.notice(frames.words.channel.lost)).toBeVisible();
		await expect(frames.sendButton).toBeDisabled();
		await frames.flip(0);
		await frames.expectHex(/^01 85 /);
		await expect(frames.records('frame')).toHaveCount(0);
		await expect(frames.judge('peer')).toHaveCount(0);
	});
});

test('a server that dies in the middle of a run leaves what was seen, and no verdict', async ({
	frames,
	serve
}) => {
	const server = await serve();
	await frames.open('', server.origin);
	await frames.begin('hello');
	await frames.drip(3000);
	await frames.send();
	await expect(frames.parserStep('second')).toHaveAttribute('data-state', 'now');
	process.kill(server.pid, 'SIGKILL');
	await expect(frames.notice(frames.words.channel.lost)).toBeVisible();
	await expect(frames.records('response')).toHaveCount(1);
	await expect(frames.parserStep('second')).toHaveAttribute('data-state', 'now');
	await frames.expectPeer('waiting');
});
