import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, inBothLanguages, test } from './handshake-fixture.ts';
import type { HandshakePage } from './handshake-page.ts';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
/** Keys and Accepts as they have been published. */
const PAIRS = [
	['rfc', 'dGhlIHNhbXBsZSBub25jZQ==', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
	['first', '5fTJ1LTuh3RKjSJxydyifQ==', 'ZUip34t+bCjhkvxxwhmdEOyx9hE='],
	['second', 'T2a6wZlAwhgQNqruZ2YUyg==', 'iBJKv/ALIW2DobfoA4dmr3JHBCY='],
	['third', 'x3JJHMbDL1EzLkh9GBhXDw==', 'HSmrc0sMlYUkAGmm5OPpG2HaGWk=']
] as const;

/** Any text of at most 19 characters makes one block with the GUID. */
const SHORT_KEY = 'client-key';

function digestOf(key: string, encoding: 'base64' | 'hex'): string {
	return createHash('sha1')
		.update(key + GUID)
		.digest(encoding);
}

function section(page: Page, id: string) {
	return page.locator(`#step-${id}`);
}

async function typeKey({ page, lab }: HandshakePage, key: string): Promise<void> {
	const { source } = lab.accept;
	await page.getByRole('radio', { name: source.typed }).check({ force: true });
	await page.getByLabel(source.key, { exact: true }).fill(key);
}

/** The words h0 to h4 in hex that a block ends with, from the table at the end of its rounds. */
async function resultOf(page: Page): Promise<string> {
	const total = section(page, 'rounds').locator('.result tr.total td');
	return (await total.allInnerTexts()).join('').replaceAll(/\s/g, '').toLowerCase();
}

inBothLanguages(() => {
	test('Accept is computed for a typed key, and SHA-1 is stepped to round 80 and back', async ({
		handshake,
		page
	}) => {
		const { rounds, base64, compare } = handshake.lab.accept;
		await handshake.open('accept');
		await typeKey(handshake, SHORT_KEY);
		await expect(section(page, 'base64')).toContainText(base64.title);
		await expect(section(page, 'compare')).toContainText(digestOf(SHORT_KEY, 'base64'));
		await expect(section(page, 'compare')).toContainText(compare.nothing);

		const round = section(page, 'rounds').locator('p.now');
		const player = page.getByRole('group', { name: rounds.player });
		const press = (name: string) => player.getByRole('button', { name, exact: true }).click();
		await expect(round).toHaveText(rounds.before);
		await press(rounds.on);
		await expect(round).toHaveText(rounds.now('1', '0'));
		await player.getByRole('spinbutton', { name: rounds.jump }).fill('79');
		await expect(round).toHaveText(rounds.now('79', '78'));
		await press(rounds.on);
		await expect(round).toHaveText(rounds.now('80', '79'));
		await expect(section(page, 'rounds')).toContainText(rounds.resultAbout);
		expect(await resultOf(page)).toBe(digestOf(SHORT_KEY, 'hex'));
		await press(rounds.back);
		await expect(round).toHaveText(rounds.now('79', '78'));
		await expect(section(page, 'rounds')).not.toContainText(rounds.resultAbout);
		await press(rounds.start);
		await expect(round).toHaveText(rounds.before);
	});

	test('each published pair matches, and a key that is changed no longer does', async ({
		handshake,
		page
	}) => {
		const { source } = handshake.lab.accept;
		const { equal, differs } = {
			...handshake.text.anatomy.accept,
			equal: handshake.lab.accept.compare.equalPublished
		};
		const compare = section(page, 'compare');
		await handshake.open('accept');
		for (const [id, key, accept] of PAIRS) {
			await page.getByRole('radio', { name: source.typed }).check({ force: true });
			await handshake.button(source.preset[id]).click();
			await expect(page.getByLabel(source.key, { exact: true })).toHaveValue(key);
			await expect(compare).toContainText(equal);
			await expect(compare).toContainText(accept);
		}
		const other = digestOf('x3JJHMbDL1EzLkh9GBhXDx==', 'base64');
		await page.getByLabel(source.key, { exact: true }).fill('x3JJHMbDL1EzLkh9GBhXDx==');
		await page.getByLabel(source.claimed).fill(PAIRS[3][2]);
		await expect(compare).toContainText(differs('1', other.charAt(0), 'H'));
	});

	test('the browser’s own key is taken from a captured connection, and what came is what is due', async ({
		handshake,
		page
	}) => {
		const { source, proof } = handshake.lab.accept;
		await handshake.open('accept');
		await page.getByRole('radio', { name: source.captured }).check({ force: true });
		await handshake.button(source.connect).click();
		const shown = section(page, 'key').locator('p.key code');
		await expect(shown).toHaveText(/^[\w+/]{22}==$/);
		const accept = digestOf(await shown.innerText(), 'base64');
		await expect(section(page, 'compare')).toContainText(handshake.text.anatomy.accept.equal);
		await expect(section(page, 'compare')).toContainText(accept);

		await handshake.button(proof.encrypted.run).click();
		await expect(section(page, 'proof')).toContainText(proof.encrypted.same);
		await handshake.button(proof.identity.run).click();
		await expect(section(page, 'proof')).toContainText(proof.identity.same);
		await handshake.button(proof.cache.run).click();
		await expect(section(page, 'proof')).toContainText(proof.cache.told('1006'));
	});

	test('a key that is none is told apart and hashed all the same', async ({ handshake, page }) => {
		const { decode } = handshake.lab.accept;
		await handshake.open('accept');
		await typeKey(handshake, 'client-random-string');
		await expect(section(page, 'decode').getByRole('status')).toContainText(decode.stillHashed);
		await expect(section(page, 'base64')).toContainText(handshake.lab.accept.base64.title);
		await expect(section(page, 'compare')).toContainText(
			digestOf('client-random-string', 'base64')
		);
		// Two bytes each in UTF-8, one each in a header.
		await typeKey(handshake, 'é');
		const accept = createHash('sha1').update(`é${GUID}`, 'latin1').digest('base64');
		await expect(section(page, 'compare')).toContainText(accept);
		await typeKey(handshake, '你');
		await expect(section(page, 'decode').getByRole('status')).toContainText('U+4F60');
		await expect(section(page, 'compare')).toHaveCount(0);
	});

	test('the rounds are played, paused and jumped through by keyboard alone', async ({
		handshake,
		page
	}) => {
		const { rounds } = handshake.lab.accept;
		await handshake.open('accept');
		const now = section(page, 'rounds').locator('p.now');
		await section(page, 'rounds').locator('h2').focus();
		await page.keyboard.press('End');
		await expect(now).toHaveText(rounds.now('80', '79'));
		await page.keyboard.press('ArrowLeft');
		await expect(now).toHaveText(rounds.now('79', '78'));
		await page.keyboard.press('Home');
		await expect(now).toHaveText(rounds.before);
		await page.keyboard.press('Space');
		await expect(now).toHaveText(rounds.now('2', '1'));
		await page.keyboard.press('Space');
		await expect(handshake.button(rounds.play)).toBeVisible();
	});

	test('a link leads to the same key, compared with the same, at the same round', async ({
		handshake,
		page,
		context
	}) => {
		const { tools, rounds, source } = handshake.lab.accept;
		await handshake.open('accept');
		await page.getByRole('radio', { name: source.typed }).check({ force: true });
		await handshake.button(source.preset.second).click();
		await page.getByRole('spinbutton', { name: rounds.jump }).fill('41');
		await page.getByRole('radio', { name: tools.views.binary }).check({ force: true });
		await handshake.button(tools.link).click();
		await expect(page).toHaveURL(/#.{8,}/);

		const other = await context.newPage();
		await other.goto(page.url());
		await expect(other.getByLabel(source.key, { exact: true })).toHaveValue(PAIRS[2][1]);
		await expect(other.getByLabel(source.claimed)).toHaveValue(PAIRS[2][2]);
		await expect(section(other, 'rounds').locator('p.now')).toHaveText(rounds.now('41', '40'));
		await expect(other.getByRole('radio', { name: tools.views.binary })).toBeChecked();
	});
});
