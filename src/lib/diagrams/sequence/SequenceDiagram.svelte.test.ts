import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import SequenceDiagram from './SequenceDiagram.svelte';

type Props = ComponentProps<typeof SequenceDiagram>;

function conversed(): EncodedConversation {
	return new EncodedConversation()
		.handshake()
		.wait(9000)
		.text('client', 'Hello 你好')
		.text('server', 'Hello 你好')
		.close('client', 3000, 'bye')
		.close('server', 3000, 'bye')
		.fin('server')
		.fin('client');
}

/** Props with the cursor after the given record. */
function at(wire: EncodedConversation, current: number): Props {
	const { records } = wire.conversation;
	const cursor = (records[current]?.lastEvent ?? -1) + 1;
	return {
		records,
		version: wire.recording.events.length,
		view: wire.conversation.at(cursor),
		current,
		selection: null,
		onselectrecord: vi.fn(),
		onselect: vi.fn()
	};
}

const show = (props: Props, language?: 'en' | 'zh') =>
	renderWithText(SequenceDiagram, props, language);

const rows = (container: HTMLElement) => [
	...container.querySelectorAll<HTMLElement>('button[data-index]')
];

const focused = () =>
	document.activeElement instanceof HTMLElement && document.activeElement.dataset['index'];

/** A row takes the focus once it has been measured. */
async function focusOn(container: HTMLElement, index: number): Promise<void> {
	const focus = () => {
		container.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
		return focused();
	};
	await expect.poll(focus).toBe(String(index));
}

/** The diagram fills its box: give it one. */
beforeEach(() => {
	document.documentElement.dataset['theme'] = 'light';
	document.body.style.cssText = 'block-size: 600px; inline-size: 304px; margin: 0';
	const style = document.createElement('style');
	style.textContent = 'body > div { block-size: 600px; }';
	document.head.append(style);
	return () => style.remove();
});

describe('rows', () => {
	test('there is one for each record, named in full', async () => {
		const { container } = await show(at(conversed(), 3));
		await expect.poll(() => rows(container).length).toBe(9);
		expect(rows(container)[3]?.getAttribute('aria-label')).toBe(
			'3. 12.000 ms, client to server, text, “Hello 你好”, 18 B, at the cursor'
		);
	});

	test('they are named in Chinese in Chinese', async () => {
		const { container } = await show(at(conversed(), 3), 'zh');
		await expect.poll(() => rows(container).length).toBe(9);
		expect(rows(container)[3]?.getAttribute('aria-label')).toBe(
			'3，12.000 毫秒，客户端到服务器，text，“Hello 你好”，18 B，游标所在'
		);
	});

	test('what lies after the cursor is marked as future, the rest is not', async () => {
		const { container } = await show(at(conversed(), 3));
		await expect.poll(() => rows(container).length).toBe(9);
		expect(rows(container).map((row) => row.dataset['at'])).toEqual([
			...Array(4).fill('past'),
			...Array(5).fill('future')
		]);
	});

	test('the arrow of the future is dashed', async () => {
		const { container } = await show(at(conversed(), 3));
		await expect.poll(() => rows(container).length).toBe(9);
		const line = (index: number) => {
			const shaft = rows(container)[index]?.querySelector('.shaft');
			return shaft && getComputedStyle(shaft, '::before').borderBlockStartStyle;
		};
		expect([line(3), line(4)]).toEqual(['solid', 'dashed']);
	});

	test('the record at the cursor is the current one', async () => {
		const { container } = await show(at(conversed(), 3));
		await expect.poll(() => rows(container).length).toBe(9);
		const current = rows(container).filter((row) => row.getAttribute('aria-current') === 'true');
		expect(current.map((row) => row.dataset['index'])).toEqual(['3']);
	});

	test('a frame that is still arriving at the cursor shows what had come of it', async () => {
		const wire = new EncodedConversation()
			.handshake()
			.bytes('server', Uint8Array.of(0x81, 5, 72, 101))
			.bytes('server', Uint8Array.of(108, 108, 111));
		const { container } = await show({ ...at(wire, 3), view: wire.conversation.at(4) });
		await expect.poll(() => rows(container).length).toBe(4);
		const row = rows(container)[3];
		expect([row?.dataset['at'], row?.querySelector('.detail')?.textContent]).toEqual([
			'partial',
			'He'
		]);
	});

	test('a long quiet is named', async () => {
		await show(at(conversed(), 3));
		await expect.element(page.getByText('10 ms quiet')).toBeVisible();
	});

	test('captured text stays text, whatever it holds', async () => {
		const turned = String.fromCharCode(0x202e);
		const hostile = `<img src=x onerror="window.hit=1">${turned}`;
		const { container } = await show(
			at(new EncodedConversation().handshake().text('server', hostile), 3)
		);
		await expect.poll(() => rows(container).length).toBe(4);
		expect(container.querySelector('img')).toBeNull();
		expect(container.querySelector('.detail')?.textContent).not.toContain(turned);
	});

	test('a frame that breaks a rule carries an octagon', async () => {
		const bytes = Uint8Array.of(0xc1, 0x81, 0x37, 0xfa, 0x21, 0x3d, 0x7f);
		const wire = new EncodedConversation().handshake().bytes('client', bytes);
		const { container } = await show(at(wire, 3));
		await expect.poll(() => rows(container).length).toBe(4);
		expect(rows(container)[3]?.querySelector('.fault svg')).not.toBeNull();
	});
});

describe('choosing', () => {
	test('a click chooses the record', async () => {
		const props = at(conversed(), 0);
		const { container } = await show(props);
		await expect.poll(() => rows(container).length).toBe(9);
		rows(container)[4]?.querySelector<HTMLElement>('.say')?.click();
		expect(props.onselectrecord).toHaveBeenCalledWith(4);
	});

	test('a click on a segment of the ribbon chooses its field', async () => {
		const props = at(conversed(), 0);
		const { container } = await show(props);
		await expect.poll(() => rows(container).length).toBe(9);
		rows(container)[3]?.querySelector<HTMLElement>('[data-field="masking-key"]')?.click();
		expect(props.onselect).toHaveBeenCalledWith({ record: 3, field: 'masking-key' });
	});

	test.each([
		['fin', 'opcode'],
		['mask', 'payload-length'],
		['masking-key', 'masking-key'],
		['unmasked-text', 'payload']
	])('the selected field %s lights the segment of %s', async (field, segment) => {
		const { container } = await show({ ...at(conversed(), 3), selection: { record: 3, field } });
		await expect.poll(() => rows(container).length).toBe(9);
		const lit = [...container.querySelectorAll<HTMLElement>('i[data-selected]')];
		expect(lit.map((each) => each.dataset['field'])).toEqual([segment]);
	});

	test.each([
		['{ArrowDown}', 4],
		['{ArrowUp}', 2],
		['{Home}', 0],
		['{End}', 8],
		['{PageUp}', 0]
	])('%s goes from record 3 to record %s, with the focus', async (key, expected) => {
		const props = at(conversed(), 3);
		const { container } = await show(props);
		await focusOn(container, 3);
		await userEvent.keyboard(key);
		expect(props.onselectrecord).toHaveBeenCalledWith(expected);
		await expect.poll(focused).toBe(String(expected));
	});

	test('there is one tab stop, the current record', async () => {
		const { container } = await show(at(conversed(), 3));
		await expect.poll(() => rows(container).length).toBe(9);
		const stops = rows(container).filter((row) => row.tabIndex === 0);
		expect(stops.map((row) => row.dataset['index'])).toEqual(['3']);
	});
});

describe('ten thousand records', () => {
	const many = new EncodedConversation().handshake();
	for (let i = 0; i < 10_000; i++) many.text(i % 2 ? 'server' : 'client', `message ${i}`);

	test.each(['compact', 'time'] as const)('%s, few of them are in the document', async (scale) => {
		const { container } = await show({ ...at(many, 5000), scale });
		await expect.poll(() => rows(container).length).toBeGreaterThan(10);
		expect(container.querySelectorAll('*').length).toBeLessThan(1500);
	});

	test('the current one is on the screen', async () => {
		const { container } = await show(at(many, 7000));
		const box = container.querySelector('.scroller');
		await expect
			.poll(() => {
				const row = container.querySelector('[data-index="7000"]')?.getBoundingClientRect();
				const frame = box?.getBoundingClientRect();
				return row && frame && row.top >= frame.top - 1 && row.bottom <= frame.bottom + 1;
			})
			.toBe(true);
	});

	test('End goes to the last, with the focus', async () => {
		const props = at(many, 10);
		const { container } = await show(props);
		await focusOn(container, 10);
		await userEvent.keyboard('{End}');
		await expect.poll(focused).toBe('10002');
	});
});

describe('live', () => {
	function live(): EncodedConversation {
		const wire = new EncodedConversation().handshake();
		for (let i = 0; i < 60; i++) wire.text('server', `message ${i}`);
		return wire;
	}
	const end = (wire: EncodedConversation) => ({
		...at(wire, wire.conversation.records.length - 1),
		isLive: true
	});
	const isShown = (container: HTMLElement, index: number) => () =>
		container.querySelector(`[data-index="${index}"]`) !== null;

	test('it follows the newest record', async () => {
		const wire = live();
		const { container, update } = await show(end(wire));
		await expect.poll(isShown(container, 62)).toBe(true);
		wire.text('server', 'one more').text('server', 'and another');
		await update(end(wire));
		await expect.poll(isShown(container, 64)).toBe(true);
	});

	test('a reader who scrolled away stays, and is told what is new', async () => {
		const wire = live();
		const { container, update } = await show(end(wire));
		await expect.poll(isShown(container, 62)).toBe(true);
		const scroller = container.querySelector<HTMLElement>('.scroller');
		scroller?.dispatchEvent(new WheelEvent('wheel'));
		scroller?.scrollTo(0, 200);
		await expect.element(page.getByRole('button', { name: 'Latest' })).toBeVisible();
		wire.text('server', 'one more');
		await update(end(wire));
		await expect.element(page.getByRole('button', { name: 'Latest 1 new' })).toBeVisible();
		expect(scroller?.scrollTop).toBeLessThan(300);
	});

	test('the way back to the end covers no row', async () => {
		const { container } = await show(end(live()));
		await expect.poll(isShown(container, 62)).toBe(true);
		const scroller = container.querySelector<HTMLElement>('.scroller');
		scroller?.dispatchEvent(new WheelEvent('wheel'));
		scroller?.scrollTo(0, 200);
		const button = page.getByRole('button', { name: 'Latest' });
		await expect.element(button).toBeVisible();
		const rowsEnd = scroller?.getBoundingClientRect().bottom ?? Infinity;
		expect(button.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(rowsEnd);
	});

	test('before the first record it shows the beginning', async () => {
		const wire = live();
		const { container, update } = await show(end(wire));
		await expect.poll(isShown(container, 62)).toBe(true);
		await update({ ...at(wire, -1), isLive: false });
		await expect.poll(isShown(container, 3)).toBe(true);
	});

	test('one button leads back to the end', async () => {
		const { container } = await show(end(live()));
		await expect.poll(isShown(container, 62)).toBe(true);
		const scroller = container.querySelector<HTMLElement>('.scroller');
		scroller?.dispatchEvent(new WheelEvent('wheel'));
		scroller?.scrollTo(0, 200);
		await page.getByRole('button', { name: 'Latest' }).click();
		await expect.poll(isShown(container, 62)).toBe(true);
	});
});

test('without records it says so', async () => {
	await show({
		records: [],
		version: 0,
		view: null,
		current: -1,
		selection: null,
		onselectrecord: vi.fn(),
		onselect: vi.fn()
	});
	await expect.element(page.getByText('Nothing recorded yet.')).toBeVisible();
});
