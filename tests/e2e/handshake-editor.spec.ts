import { headerWords } from '#lib/diagrams/handshake/header-words.ts';
import { expect, inBothLanguages, test } from './handshake-fixture.ts';
import { HandshakePage } from './handshake-page.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const UPGRADE = 'Upgrade: websocket';
const CONNECTION = 'Connection: Upgrade';

/** Begins with a short request whose bytes are known. */
async function begin(handshake: HandshakePage, ...more: readonly string[]): Promise<void> {
	await handshake.open();
	await handshake.showForm('both');
	await handshake.written.fill(linesOf(...more).join('\n'));
	await handshake.written.blur();
}

function linesOf(...more: readonly string[]): string[] {
	const usual = ['GET /ws/echo HTTP/1.1', 'Host: wire101.test', UPGRADE, CONNECTION];
	return [...usual, `Sec-WebSocket-Key: ${KEY}`, 'Sec-WebSocket-Version: 13', ...more, '', ''];
}

function requestOf(...lines: readonly string[]): string {
	return lines.join('\r\n');
}

inBothLanguages(() => {
	test('text and table are two forms of the same bytes, and follow one another', async ({
		handshake
	}) => {
		await begin(handshake);
		await handshake.expectDraft(requestOf(...linesOf()));
		await handshake.cell('Host', 'value').fill('other.test');
		await expect(handshake.written).toHaveValue(/\nHost: other\.test\n/);
		await handshake.cell('Host', 'name').fill('X-Host');
		await expect(handshake.written).toHaveValue(/\nX-Host: other\.test\n/);
		await handshake.startCell('method').fill('PUT');
		await handshake.startCell('target').fill('/elsewhere');
		await handshake.startCell('version').fill('HTTP/1.0');
		await expect(handshake.written).toHaveValue(/^PUT \/elsewhere HTTP\/1\.0\n/);

		await handshake.written.fill(linesOf('X-New: a').join('\n'));
		await expect(handshake.cell('X-New', 'value')).toHaveValue('a');
		await expect(handshake.startCell('method')).toHaveValue('GET');
		await handshake.written.fill(linesOf('X-New: a\\tb').join('\n'));
		await expect(handshake.cell('X-New', 'value')).toHaveValue('a\\tb');
		await handshake.expectDraft(requestOf(...linesOf('X-New: a\tb')));
	});

	test('lines are removed, duplicated and moved', async ({ handshake }) => {
		const { card } = handshake.lab.editor;
		const press = (line: string, name: string) =>
			handshake.line(line).getByRole('button', { name, exact: true }).click();
		await begin(handshake);
		await handshake.openLine('Upgrade');
		await press('Upgrade', card.duplicate);
		await handshake.expectDraft(requestOf(...linesOf().toSpliced(2, 0, UPGRADE)));
		await handshake.undoButton.click();
		await handshake.openLine('Upgrade');
		await press('Upgrade', card.down);
		await handshake.expectDraft(requestOf(...linesOf().toSpliced(2, 2, CONNECTION, UPGRADE)));
		await press('Upgrade', card.up);
		await handshake.expectDraft(requestOf(...linesOf()));
		await press('Upgrade', card.remove);
		await handshake.expectDraft(requestOf(...linesOf().toSpliced(2, 1)));
		await handshake.button(handshake.lab.editor.strict.add('Upgrade')).click();
		await handshake.expectDraft(/\r\nUpgrade: websocket\r\n/);
	});

	test('case, spacing and line ends are bytes like any', async ({ handshake, page }) => {
		const { cases, gaps, table, endings, tools } = handshake.lab.editor;
		const written = (line: string) =>
			handshake.expectDraft(linesOf().join('\r\n').replace('Connection: Upgrade\r\n', line));
		await begin(handshake);
		await handshake.openLine('Connection');
		await handshake.choose(cases.label, cases.lower);
		await written('connection: Upgrade\r\n');
		await handshake.choose(cases.label, cases.upper);
		await handshake.choose(gaps.afterColon, gaps.none);
		await written('CONNECTION:Upgrade\r\n');
		await handshake.choose(cases.label, cases.canonical);
		await handshake.choose(gaps.beforeColon, gaps.space);
		await handshake.choose(gaps.trailing, gaps.tab);
		await written('Connection :Upgrade\t\r\n');
		await handshake.choose(table.ending, endings.lf);
		await written('Connection :Upgrade\t\n');
		await expect(handshake.strict).toContainText(handshake.text.anatomy.head.refusedRequest);

		await handshake.button(tools.allLines).click();
		await page.getByRole('menuitem', { name: tools.endings.lf }).click();
		await handshake.expectDraft(/^[^\r]*\n\n$/);
		await handshake.button(tools.allLines).click();
		await page.getByRole('menuitem', { name: tools.endings.crlf }).click();
		await handshake.button(tools.allLines).click();
		await page.getByRole('menuitem', { name: tools.cases.lower, exact: true }).click();
		await handshake.expectDraft(/\r\nsec-websocket-key/);
	});

	test('a header is found by its name or made up, and its card says what it is for', async ({
		handshake,
		page
	}) => {
		const { tools, pick, card } = handshake.lab.editor;
		const { head } = handshake.text.anatomy;
		const find = async (name: string) => {
			await handshake.button(tools.addHeader).click();
			await page.getByRole('textbox', { name: pick.search }).fill(name);
		};
		await begin(handshake);
		await find('x-wire101');
		await page.getByRole('button', { name: pick.own('x-wire101') }).click();
		await page.keyboard.type('mine');
		await handshake.expectDraft(requestOf(...linesOf('x-wire101: mine')));
		await handshake.openLine('x-wire101');
		await expect(handshake.line('x-wire101')).toContainText(card.unknown);
		await find('Sec-WebSocket-Protocol');
		await page.keyboard.press('Enter');
		await expect(handshake.cell('Sec-WebSocket-Protocol', 'value')).toBeFocused();

		await handshake.openLine('Sec-WebSocket-Key');
		const key = handshake.line('Sec-WebSocket-Key');
		const words = headerWords(handshake.text, 'sec-websocket-key');
		await expect(key).toContainText(words?.meaning ?? 'no words');
		await expect(key).toContainText(head.without(words?.without ?? 'no words'));
		for (const name of [card.setBy, card.checkedBy, card.section, card.required]) {
			await expect(key).toContainText(name);
		}
		await expect(key.getByRole('link').first()).toHaveAttribute('href', /rfc6455#section-11\.3\.1/);
	});

	test('bytes behind the head are written as text and as hex', async ({ handshake, page }) => {
		const { rest } = handshake.lab.editor;
		await begin(handshake);
		await page.getByRole('button', { name: rest.add }).click();
		await page.getByLabel(rest.label.text).fill('Hi\\x00');
		await handshake.expectDraft(`${requestOf(...linesOf())}Hi\0`);
		await handshake.choose(rest.form, rest.hex);
		await expect(page.getByLabel(rest.label.hex)).toHaveValue('48 69 00');
		await page.getByLabel(rest.label.hex).fill('89 80 00 00 00 00');
		await handshake.expectDraft(`${requestOf(...linesOf())}\x89\x80\0\0\0\0`);
		await page.getByLabel(rest.label.hex).fill('8');
		await expect(page.getByText(rest.halfByte)).toBeVisible();
		await handshake.sendAnew();
		await expect(handshake.records('frame', 'server')).toHaveAccessibleName(/pong/i);
		await handshake.showDraft();
		await page.getByRole('button', { name: rest.remove }).click();
		await handshake.expectDraft(requestOf(...linesOf()));
	});

	test('CR LF in a value makes a second header: the injection is seen before it is sent', async ({
		handshake
	}) => {
		await begin(handshake);
		await handshake.cell('Host', 'value').fill('wire101.test\\r\\nHost: elsewhere.test');
		await handshake.cell('Host', 'value').first().blur();
		await expect(handshake.line('Host', 1)).toBeVisible();
		await expect(handshake.written).toHaveValue(/\nHost: wire101\.test\nHost: elsewhere\.test\n/);
		await expect(handshake.strict).toContainText(handshake.lab.editor.strict.faults(1));
		await handshake.sendAnew();
		await handshake.expectStrict('refused');
		await handshake.expectPeer('switched');
		await handshake.expectAgreement('disagree');
		await expect(handshake.explanation('host-unread')).toBeVisible();
	});

	test('what is no escape changes nothing, and says where it stands', async ({
		handshake,
		page
	}) => {
		const { text } = handshake.lab.editor;
		await begin(handshake);
		await handshake.written.fill(linesOf('X: \\q').join('\n'));
		await expect(page.getByText(text.unreadable('7', '4'))).toBeVisible();
		await expect(handshake.line('X')).toHaveCount(0);
	});

	test('an edit is undone and redone, by the buttons and by the keyboard', async ({
		handshake,
		page
	}) => {
		await begin(handshake);
		const whole = requestOf(...linesOf());
		const without = requestOf(...linesOf().toSpliced(1, 1));
		await handshake.removeLine('Host');
		await handshake.expectDraft(without);
		await handshake.undoButton.click();
		await handshake.expectDraft(whole);
		await handshake.redoButton.click();
		await handshake.expectDraft(without);
		await handshake.cell('Upgrade', 'grip').focus();
		await page.keyboard.press('ControlOrMeta+z');
		await handshake.expectDraft(whole);
		await page.keyboard.press('ControlOrMeta+Shift+z');
		await handshake.expectDraft(without);
		await page.keyboard.press('ControlOrMeta+z');
		await page.keyboard.press('ControlOrMeta+y');
		await handshake.expectDraft(without);
	});

	test('a link holds the draft with its pace, and opens as it', async ({
		handshake,
		page,
		context,
		language
	}) => {
		const { sending } = handshake.lab.shell;
		await begin(handshake, 'X-Odd: \\x00\\xff');
		await handshake.choose(sending.pace, sending.paces.lines);
		await page.getByLabel(sending.gap).fill('7');
		await handshake.choose(sending.end, sending.ends.fin);
		const draft = await handshake.draftBytes();
		await handshake.button(sending.link.copy).click();
		await expect(page).toHaveURL(/#.{8,}/);

		const other = new HandshakePage(await context.newPage(), language);
		await other.page.goto(page.url());
		await other.showForm('text');
		await other.expectDraft(draft.toString('latin1'));
		await expect(other.option(sending.pace, sending.paces.lines)).toBeChecked();
		await expect(other.page.getByLabel(sending.gap)).toHaveValue('7');
		await expect(other.option(sending.end, sending.ends.fin)).toBeChecked();
	});

	test('a link to a response leads to the page of responses', async ({
		handshake,
		page,
		context,
		language
	}) => {
		await handshake.open('response');
		await handshake.usePreset('status-503');
		await handshake.button(handshake.lab.shell.sending.link.copy).click();
		await expect(page).toHaveURL(/#.{8,}/);
		const { hash } = new URL(page.url());

		const other = new HandshakePage(await context.newPage(), language);
		await other.page.goto(`${handshake.pathOf('request')}${hash}`);
		await expect(other.page).toHaveURL(/\/handshake\/response/);
		other.side = 'response';
		await other.showForm('text');
		await other.expectDraft(/^HTTP\/1\.1 503 /);
	});

	test('a link that holds no draft says so, and leaves the page usable', async ({
		handshake,
		page
	}) => {
		await page.goto(`${handshake.pathOf('request')}#no.draft`);
		await expect(handshake.trouble).toContainText(handshake.lab.shell.trouble.link['not-a-draft']);
		await handshake.sendAnew();
		await handshake.expectPeer('switched');
	});

	test('a captured request is edited and sent again', async ({ handshake }) => {
		await handshake.open();
		await handshake.usePreset('rfc-example');
		await handshake.sendAnew();
		await handshake.expectPeer('switched');
		await handshake.records('request').click();
		await handshake.button(handshake.lab.shell.wire.edit).click();
		await handshake.cell('Sec-WebSocket-Version', 'value').fill('25');
		await handshake.sendAnew();
		await handshake.expectPeer('refused');
		await handshake.expectAgreement('open');
	});

	test('a draft over the server’s bounds is not sent, and the page says which', async ({
		handshake,
		page,
		serve
	}) => {
		const server = await serve({ MAX_RUN_BYTES: '1024' });
		await handshake.open('request', server.origin);
		await handshake.usePreset('head-64k');
		await expect(page.locator('form.send').getByRole('status')).toContainText(/1[,\s]?024/);
		await expect(handshake.sendButton).toBeDisabled();
		await handshake.usePreset('minimal');
		await handshake.sendAnew();
		await handshake.expectPeer('switched');
	});
});

test('what was written is found again on the way back from another tool', async ({
	handshake,
	page
}) => {
	await begin(handshake, 'X-Mine: kept');
	const tools = page.getByRole('navigation', { name: handshake.lab.shell.nav });
	await tools.getByRole('link', { name: handshake.lab.shell.tools.accept }).click();
	await tools.getByRole('link', { name: handshake.lab.shell.tools.request, exact: true }).click();
	await expect(handshake.cell('X-Mine', 'value')).toHaveValue('kept');
});

test('without the server nothing is sent, and nothing is made up', async ({ handshake, serve }) => {
	const server = await serve();
	await handshake.open('request', server.origin);
	await expect(handshake.sendButton).toBeEnabled();
	process.kill(server.pid, 'SIGKILL');
	await expect(handshake.notice(handshake.words.channel.lost)).toBeVisible();
	await expect(handshake.sendButton).toBeDisabled();
	await handshake.cell('Sec-WebSocket-Version', 'value').fill('12');
	await expect(handshake.strict).toContainText(handshake.lab.editor.strict.due('426'));
	await expect(handshake.records('request')).toHaveCount(0);
	await expect(handshake.judge('peer')).toHaveCount(0);
});
