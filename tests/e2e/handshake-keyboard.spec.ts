import type { Page } from '@playwright/test';
import { expect, test } from './handshake-fixture.ts';
import type { HandshakePage, HandshakeTool } from './handshake-page.ts';
import { expectVisibleFocus, expectVisibleFocusThroughout, isFocused, tabTo } from './keyboard.ts';

const TOOLS = ['response', 'accept', 'negotiation', 'views', 'proxies', 'tls', 'request'] as const;
const REQUEST = [
	'GET /ws/echo HTTP/1.1',
	'Upgrade: websocket',
	'Connection: Upgrade',
	'Sec-WebSocket-Version: 13'
];

/** Finds an entry of a long list by typing, and takes it. */
async function pick({ page }: HandshakePage, list: string, wanted: string): Promise<void> {
	await tabTo(page, page.getByRole('button', { name: list, exact: true }));
	await page.keyboard.press('Enter');
	await expect(page.locator(':popover-open input')).toBeFocused();
	await page.keyboard.type(wanted);
	await page.keyboard.press('Enter');
}

const lineStop = (page: Page, line: number) =>
	page.locator(`li[data-line="${line}"] [tabindex="0"]`);

test('a preset is chosen, spoiled, sent and looked at by keyboard alone', async ({
	handshake,
	page
}) => {
	const { tools, presets } = handshake.lab.editor;
	await handshake.open();
	await pick(handshake, tools.presets, presets.minimal.name);
	await expect(handshake.presetsButton).toBeFocused();
	await tabTo(page, lineStop(page, 5));
	await expect(handshake.cell('Sec-WebSocket-Version', 'value')).toBeFocused();
	await expectVisibleFocus(page);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('12');
	await expect(handshake.strict).toContainText(handshake.lab.editor.strict.due('426'));

	await tabTo(page, handshake.sendButton);
	await expectVisibleFocus(page);
	await page.keyboard.press('Enter');
	await handshake.expectPeer('refused');
	await tabTo(page, page.locator('button[data-index][tabindex="0"]'));
	await page.keyboard.press('Home');
	await expect(handshake.record(0)).toBeFocused();
	while (!(await isFocused(handshake.records('request')))) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(handshake.anatomy).toContainText('Sec-WebSocket-Version');
});

test('every operation of the table is done by keyboard alone', async ({ handshake, page }) => {
	const { cases, card } = handshake.lab.editor;
	const keys = async (...presses: readonly string[]) => {
		for (const press of presses) await page.keyboard.press(press);
	};
	const expectLines = (...lines: readonly string[]) =>
		handshake.expectDraft([...lines, '', ''].join('\r\n'));
	const [start = '', upgrade = '', connection = '', version = ''] = REQUEST;
	await handshake.open();
	await handshake.showForm('both');
	await handshake.written.fill([...REQUEST, '', ''].join('\n'));
	await handshake.written.blur();

	// Moved, back, duplicated, removed.
	await tabTo(page, lineStop(page, 1));
	await keys('Alt+ArrowDown');
	await expectLines(start, connection, upgrade, version);
	await expect(handshake.cell('Upgrade', 'value')).toBeFocused();
	await keys('Alt+ArrowUp');
	await expectLines(...REQUEST);
	await keys('Alt+Shift+ArrowDown');
	await expectLines(start, upgrade, upgrade, connection, version);
	await keys('Home', 'ArrowLeft', 'ArrowLeft', 'Home', 'ArrowLeft');
	await expect(handshake.line(2).locator('[data-part="grip"]')).toBeFocused();
	await keys('Delete');
	await expectLines(...REQUEST);

	// A new line below, its name and value typed.
	await keys('ArrowRight', 'Enter');
	await page.keyboard.type('X-Own');
	await keys('ArrowRight', 'ArrowRight');
	await page.keyboard.type('mine');
	await expectLines(start, upgrade, connection, 'X-Own: mine', version);

	// Its card: case, place, removal.
	await keys('ArrowRight', 'ArrowRight');
	await expect(handshake.cell('X-Own', 'more')).toBeFocused();
	await keys('Enter');
	const choice = handshake.option(cases.label, cases.canonical);
	await tabTo(page, choice);
	await expectVisibleFocus(page);
	await keys('ArrowRight');
	await expectLines(start, upgrade, connection, 'x-own: mine', version);
	await tabTo(page, handshake.button(card.up));
	await keys('Enter');
	await expectLines(start, upgrade, 'x-own: mine', connection, version);
	await expect(handshake.button(card.up)).toBeFocused();
	await tabTo(page, handshake.button(card.remove));
	await keys('Enter');
	await expectLines(...REQUEST);

	// The start line, part by part, and back by undo.
	await keys('ArrowUp', 'ArrowUp', 'ArrowUp');
	await expect(handshake.line(0).locator(':focus')).toHaveCount(1);
	await handshake.startCell('method').focus();
	await keys('ControlOrMeta+a');
	await page.keyboard.type('PUT');
	await expectLines('PUT /ws/echo HTTP/1.1', upgrade, connection, version);
	await tabTo(page, handshake.undoButton);
	await keys('Enter');
	await expectLines(...REQUEST);
});

test('a response is confirmed, or thought better of, by keyboard alone', async ({
	handshake,
	page
}) => {
	const { confirm } = handshake.lab.response;
	const { tools, presets } = handshake.lab.editor;
	await handshake.open('response');
	await pick(handshake, tools.presets, presets['status-401'].name);
	await tabTo(page, handshake.sendButton);
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: confirm.title });
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(handshake.sendButton).toBeFocused();
	await page.keyboard.press('Enter');
	await tabTo(page, dialog.getByRole('button', { name: confirm.send, exact: true }));
	await expectVisibleFocus(page);
	await page.keyboard.press('Enter');
	await handshake.expectPeer('failed');
});

test('every tool is reached from every other by keyboard', async ({ handshake, page }) => {
	const { nav, tools } = handshake.lab.shell;
	await handshake.open();
	for (const tool of TOOLS) {
		const link = page
			.getByRole('navigation', { name: nav })
			.getByRole('link', { name: tools[tool], exact: true });
		await tabTo(page, link);
		await expectVisibleFocus(page);
		await page.keyboard.press('Enter');
		await expect(link).toHaveAttribute('aria-current', 'page');
	}
});

const WATCHED: readonly HandshakeTool[] = [
	'request',
	'response',
	'accept',
	'negotiation',
	'views',
	'proxies',
	'tls'
];

for (const tool of WATCHED) {
	test(`the focus is visible on every tab stop of ${tool}`, async ({ handshake, page }) => {
		test.slow();
		await handshake.open(tool);
		await expectVisibleFocusThroughout(page, handshake.text.shell.skip);
	});
}
