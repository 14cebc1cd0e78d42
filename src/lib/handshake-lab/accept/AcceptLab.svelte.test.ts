import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { computeAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { HandshakeLab } from '#lib/state/handshake-lab/handshake-lab.svelte.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { head, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import AcceptLab from './AcceptLab.svelte';
import { PUBLISHED_PAIRS } from './published-pairs.ts';

const words = en.handshakeLab.accept;
const anatomy = en.anatomy.accept;
const PAGE = new URL('http://localhost:3000/en/lab/handshake/accept');
const SAMPLE = 'dGhlIHNhbXBsZSBub25jZQ==';

const showlink = vi.fn<(hash: string) => void>();

let lab: HandshakeLab;

beforeEach(() => {
	ScriptedSocket.reset();
	showlink.mockClear();
	history.replaceState(null, '', '#');
	const session = new LabSession('ws://localhost/lab/channel', { WebSocket: ScriptedWebSocket });
	lab = new HandshakeLab(PAGE, session);
	session.open();
});

afterEach(() => {
	lab.dispose();
	history.replaceState(null, '', '#');
});

async function show(hash = '', language: 'en' | 'zh' = 'en') {
	history.replaceState(null, '', hash || '#');
	const screen = await renderWithText(AcceptLab, { lab, showlink }, language);
	const texts = (selector: string) =>
		[...screen.container.querySelectorAll(selector)].map((cell) => cell.textContent?.trim() ?? '');
	/** The words after the round on the screen, a to e. */
	const after = () => texts('.flow ul:nth-of-type(2) .word');
	return { ...screen, texts, after };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const round = () => page.getByRole('slider', { name: words.rounds.slider });
const jump = () => page.getByRole('spinbutton', { name: words.rounds.jump });
const key = () => page.getByRole('textbox', { name: words.source.key });
const claimed = () => page.getByRole('textbox', { name: words.source.claimed });

describe('the key', () => {
	test('stands for 16 bytes, six bits a character', async () => {
		const { texts } = await show();
		await expect.element(page.getByText(words.decode.good)).toBeVisible();
		const bytes = texts('#step-decode .byte').filter(Boolean);
		expect(bytes).toHaveLength(16);
		expect(bytes.slice(0, 4)).toEqual(['74t', '68h', '65e', '20␣']);
		expect(texts('#step-decode .bits')[0]).toBe('011101000110100001100101');
	});

	test.each(PUBLISHED_PAIRS)('of the published pair “$id” gives its Accept', async (pair) => {
		const { texts } = await show();
		await button(words.source.preset[pair.id]).click();
		await expect.element(key()).toHaveValue(pair.key);
		expect(texts('#step-compare .value')).toEqual([pair.accept, pair.accept]);
		await expect.element(page.getByText(words.compare.equalPublished)).toBeVisible();
	});

	test('that is no base64 is marked at its character, and hashed all the same', async () => {
		const { texts } = await show();
		await key().fill('client-random-string');
		const named = words.decode.faults['bad-character']('U+002D “-”');
		await expect.element(page.getByText(words.decode.faultAt('7') + named)).toBeVisible();
		expect(texts('#step-decode [data-fault]')).toEqual(['-?']);
		expect(texts('#step-compare .due code')[0]).toBe(computeAccept('client-random-string'));
	});

	test('with a character beyond U+00FF is explained, and nothing is computed', async () => {
		const { texts, container } = await show();
		await key().fill('密钥😀');
		await expect.element(page.getByText(/U\+5BC6 “密” does not fit in one byte/)).toBeVisible();
		expect(texts('#step-decode [data-fault] b')).toEqual(['密']);
		expect(container.querySelector('#step-join')).toBeNull();
		await key().fill(SAMPLE);
		expect(container.querySelector('#step-join')).not.toBeNull();
	});

	test('is cut where it is too long to be typed, and the DOM stays small', async () => {
		const { container } = await show(`#key=${encodeURIComponent('<img>'.repeat(100))}&view=binary`);
		expect((key().element() as HTMLInputElement).value).toHaveLength(128);
		expect(container.querySelector('img')).toBeNull();
		expect(container.querySelectorAll('*').length).toBeLessThan(4000);
	});

	test('of the right length but other bytes is not the one that was asked for', async () => {
		await show();
		await key().fill('dGhlIHNhbXBsZSBub25j');
		const fault = words.decode.faults['not-16-bytes'](en.anatomy.bytes(15, '15'));
		await expect.element(page.getByText(fault)).toBeVisible();
	});
});

describe('join and padding', () => {
	test('60 bytes of key and GUID are padded to two blocks: 80, zeros, and 480 bits', async () => {
		const { texts } = await show();
		expect(texts('#step-join .cells span')).toHaveLength(60);
		const [first = [], second = []] = [0, 1].map((at) =>
			texts(`#step-padding li:nth-child(${at + 1}) .cells span`)
		);
		expect([first.length, second.length]).toEqual([64, 64]);
		expect(first.slice(58, 64)).toEqual(['31', '31', '80', '00', '00', '00']);
		expect(second.slice(-8)).toEqual(['00', '00', '00', '00', '00', '00', '01', 'e0']);
	});

	test.each([
		['text', 'd'],
		['hex', '64'],
		['binary', '01100100']
	] as const)('bytes are shown as %s', async (view, shown) => {
		const { texts } = await show();
		const radio = page.getByRole('radio', { name: words.tools.views[view], exact: true });
		await radio.click({ force: true });
		expect(texts('#step-join .cells span')[0]).toBe(shown);
	});
});

describe('the schedule', () => {
	test('a word names the four that it is made of, and goes on following the rounds when asked to', async () => {
		const { texts } = await show();
		await page.getByRole('button', { name: /^W36,/ }).click();
		expect(texts('[data-role="source"] small')).toEqual(['20', '22', '28', '33']);
		await expect
			.element(page.getByRole('group', { name: words.schedule.word('36') }))
			.toHaveTextContent('W36 = ROTL1(W33 ⊕ W28 ⊕ W22 ⊕ W20)');
		await button(words.schedule.follow).click();
		await jump().fill('17');
		expect(texts('[aria-pressed="true"] small')).toEqual(['16']);
	});

	test('arrows move from word to word', async () => {
		await show();
		await page.getByRole('button', { name: /^W0,/ }).click();
		await userEvent.keyboard('{ArrowRight}{End}{Home}{ArrowRight}');
		await expect.element(page.getByRole('button', { name: /^W1,/ })).toHaveFocus();
	});
});

describe('the rounds', () => {
	test('begin before the first, with the five constants', async () => {
		const { texts } = await show();
		await expect.element(page.getByText(words.rounds.beforeFirst)).toBeVisible();
		expect(texts('#step-rounds .hex')[0]).toBe('67452301');
	});

	test('step on to round 80 and back, and each shows what SHA-1 has', async () => {
		const { after } = await show();
		await button(words.rounds.on).click();
		expect(after()[1]).toBe('67452301');
		await jump().fill('80');
		await expect.element(page.getByText(words.rounds.now('80', '79'))).toBeVisible();
		const atEnd = after();
		await button(words.rounds.on).click();
		await expect.element(page.getByText(words.rounds.beforeNext)).toBeVisible();
		await button(words.rounds.back).click();
		expect(after()).toEqual(atEnd);
		await button(words.rounds.start).click();
		await expect.element(page.getByText(words.rounds.beforeFirst)).toBeVisible();
	});

	test('end with the digest that RFC 6455 §1.3 prints', async () => {
		const { texts } = await show();
		await button(words.rounds.end).click();
		const result = texts('.result .total td').join('');
		expect(result).toBe('b37a4f2cc0624f1690f64606cf385945b2bec4ea');
	});

	test.each([
		[5, 'Ch'],
		[25, 'Parity'],
		[45, 'Maj'],
		[65, 'Parity']
	] as const)('round %i has %s, bit by bit', async (at, name) => {
		const { texts } = await show(`#key=${encodeURIComponent(SAMPLE)}&round=${at}`);
		await expect.element(page.getByText(words.rounds.functions[name])).toBeVisible();
		const bits = (row: number) => texts(`.function .row:nth-child(${row}) .bits`)[0] ?? '';
		const [b, c, d, f] = [1, 2, 3, 4].map(bits);
		const expected = [...(b ?? '')].map((bit, i) => {
			const three = [bit, c?.[i], d?.[i]].map(Number);
			const ones = three.reduce((sum, one) => sum + one, 0);
			if (name === 'Ch') return bit === '1' ? c?.[i] : d?.[i];
			return String(name === 'Maj' ? Number(ones > 1) : ones % 2);
		});
		expect(f).toBe(expected.join(''));
	});

	test('are stepped by arrows, Home and End, wherever the focus is', async () => {
		await show();
		await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
		await expect.element(page.getByText(words.rounds.now('1', '0'))).toBeVisible();
		await userEvent.keyboard('{End}');
		await expect.element(button(words.rounds.end)).toBeDisabled();
		await userEvent.keyboard('{Home}');
		await expect.element(button(words.rounds.start)).toBeDisabled();
	});

	test('are stepped by the slider, which says where it stands', async () => {
		await show();
		(round().element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
		await expect.element(round()).toHaveAttribute('aria-valuetext', words.rounds.place('3'));
	});

	test('are typed over without being stepped', async () => {
		await show();
		await key().click();
		await userEvent.keyboard('{End}{ArrowLeft} ');
		await expect.element(button(words.rounds.start)).toBeDisabled();
	});

	test('play and pause with Space', async () => {
		await show();
		await userEvent.keyboard(' ');
		await expect.element(button(words.rounds.pause)).toBeVisible();
		await expect.element(round()).not.toHaveValue('0');
		await userEvent.keyboard(' ');
		await expect.element(button(words.rounds.play)).toBeVisible();
	});

	test('do not compute the trace again, however often they are stepped', async () => {
		const { container } = await show();
		const path = container.querySelector('.map path');
		const cells = container.querySelectorAll('#step-padding .cells span');
		const drawn = path?.getAttribute('d');
		await userEvent.keyboard('{ArrowRight}{ArrowRight}');
		expect(container.querySelector('.map path')).toBe(path);
		expect(path?.getAttribute('d')).toBe(drawn);
		expect(container.querySelectorAll('#step-padding .cells span')[0]).toBe(cells[0]);
	});
});

describe('the comparison', () => {
	test('marks the first character that differs, in both', async () => {
		const { texts } = await show();
		await claimed().fill('s3pPLMBiTxaQ9kYGzzhZRbK+xOO=');
		await expect.element(page.getByText(anatomy.differs('27', 'o', 'O'))).toBeVisible();
		expect(texts('#step-compare [data-differs]')).toEqual(['o', 'O']);
	});

	test('says where it ends early', async () => {
		await show();
		await claimed().fill('s3pP');
		await expect.element(page.getByText(anatomy.tooShort('5'))).toBeVisible();
	});

	test('lets go of an Accept that came with another key, and keeps one that was typed', async () => {
		await show();
		const key = page.getByRole('textbox', { name: words.source.key, exact: true });
		await key.fill('another');
		await expect.element(claimed()).toHaveValue('');
		await claimed().fill('mine');
		await key.fill('yet another');
		await expect.element(claimed()).toHaveValue('mine');
	});

	test('needs something to compare with', async () => {
		await show();
		await claimed().fill('');
		await expect.element(page.getByText(words.compare.nothing)).toBeVisible();
	});
});

describe('a captured connection', () => {
	test('leads no further than to the key while there is none', async () => {
		await page.viewport(1280, 800);
		await show();
		await page
			.getByRole('radio', { name: words.source.captured, exact: true })
			.click({ force: true });
		const rail = page.getByRole('navigation', { name: words.rail.title });
		await expect.element(rail.getByRole('button', { name: /^1 / })).toBeEnabled();
		await expect.element(rail.getByRole('button', { name: words.join.title })).toBeDisabled();
		await expect.element(rail.getByRole('button', { name: words.proof.title })).toBeDisabled();
	});

	/** What the server would record of this browser's own WebSocket. */
	async function capture(accept = computeAccept(SAMPLE)) {
		await page
			.getByRole('radio', { name: words.source.captured, exact: true })
			.click({ force: true });
		await button(words.source.connect).click();
		await vi.waitFor(() => expect(lab.bench.session.connections).toHaveLength(1));
		const run = new ScriptedRun(1, 10_000, 'server');
		const switching = head(
			'HTTP/1.1 101 Switching Protocols',
			'Upgrade: websocket',
			'Connection: Upgrade',
			`Sec-WebSocket-Accept: ${accept}`
		);
		const [accepted] = run.opening({ steps: [], gap: 0 });
		if (!accepted) throw new Error('nothing was recorded');
		ScriptedSocket.channel.record(
			accepted,
			run.data('client', upgradeRequest()),
			run.data('server', switching)
		);
	}

	test('is opened by a press, and its key and Accept are compared', async () => {
		const { texts } = await show();
		await capture();
		await expect.element(page.getByText(anatomy.equal)).toBeVisible();
		expect(texts('.source .key code')).toEqual([SAMPLE]);
	});

	test('that was answered with another Accept says at which character', async () => {
		await show();
		await capture('S3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
		await expect.element(page.getByText(anatomy.differs('1', 's', 'S'))).toBeVisible();
	});

	test('that the server will not record says why', async () => {
		ScriptedSocket.refusals.set('observe', 'rate-limited');
		await show();
		await page
			.getByRole('radio', { name: words.source.captured, exact: true })
			.click({ force: true });
		await button(words.source.connect).click();
		await expect.element(page.getByText(words.source.trouble('rate-limited'))).toBeVisible();
	});
});

describe('a link', () => {
	const LINK = `#key=${encodeURIComponent(SAMPLE)}&block=2&round=37&view=binary`;

	test('reproduces key, block, round and view', async () => {
		await show(LINK);
		await expect.element(page.getByText(words.rounds.now('37', '36'))).toBeVisible();
		await expect.element(page.getByRole('radio', { name: anatomy.sha1.block('2') })).toBeChecked();
		await expect
			.element(page.getByRole('radio', { name: words.tools.views.binary, exact: true }))
			.toBeChecked();
	});

	test('that holds nothing leaves the RFC’s own pair', async () => {
		await show('#nothing');
		await expect.element(key()).toHaveValue(SAMPLE);
	});

	test('is put into the address bar', async () => {
		await show(LINK);
		await userEvent.keyboard('{ArrowRight}');
		await button(words.tools.link).click();
		expect(showlink).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('round=38'));
	});
});

describe('the claims', () => {
	test('Web Crypto computes the same Accept', async () => {
		await show();
		await button(words.proof.encrypted.run).click();
		await expect.element(page.getByText(words.proof.encrypted.same)).toBeVisible();
	});

	test('one key sent twice is answered twice, with one Accept', async () => {
		await show();
		await button(words.proof.identity.run).click();
		const isRaw = ({ type }: { type: string }) => type === 'raw-client';
		for (const id of [1, 2]) {
			await vi.waitFor(() => expect(ScriptedSocket.commands.filter(isRaw)).toHaveLength(id));
			await vi.waitFor(() => expect(lab.bench.session.connections.at(-1)?.id).toBe(id));
			const command = ScriptedSocket.commands.findLast(isRaw);
			if (!command || !('script' in command)) throw new Error('no request was sent');
			ScriptedSocket.channel.record(...new ScriptedRun(id).opening(command.script));
		}
		await expect.element(page.getByText(words.proof.identity.same)).toBeVisible();
	});

	test('a test that cannot begin says why', async () => {
		ScriptedSocket.refusals.set('raw-client', 'rate-limited');
		await show();
		await button(words.proof.identity.run).click();
		await expect.element(page.getByText(words.proof.trouble('rate-limited'))).toBeVisible();
	});

	test('a stored 101 needs a captured one', async () => {
		await show();
		await expect.element(page.getByText(words.proof.cache.needs)).toBeVisible();
		await expect.element(button(words.proof.cache.run)).toBeDisabled();
	});
});

test('in Chinese, everything has its words', async () => {
	const { container } = await show(`#key=${encodeURIComponent(SAMPLE)}&round=5`, 'zh');
	await expect
		.element(page.getByRole('heading', { name: zh.handshakeLab.accept.title }))
		.toBeVisible();
	const sentences = Object.values(en.handshakeLab.accept.rounds.functions);
	for (const sentence of sentences) expect(container.textContent).not.toContain(sentence);
});
