import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import PlayerBar from './PlayerBar.svelte';

const wire = new EncodedConversation().handshake().text('client', 'Hi').text('server', 'Hi');
const { records } = wire.conversation;

async function show(changed: Record<string, unknown> = {}, language?: 'en' | 'zh') {
	const props = {
		records,
		version: wire.recording.events.length,
		time: 2000,
		duration: 4000,
		current: 2,
		isPlaying: false,
		isLive: false,
		canGoLive: true,
		speed: 1 as number | 'record',
		speeds: [1, 0.1, 'record'] as const,
		ontoggle: vi.fn(),
		onstep: vi.fn(),
		onstart: vi.fn(),
		onend: vi.fn(),
		onlive: vi.fn(),
		onseek: vi.fn(),
		onspeed: vi.fn(),
		...changed
	};
	await page.viewport(1000, 600);
	return { ...(await renderWithText(PlayerBar, props, language)), props };
}

test.each([
	['To the beginning', 'onstart', []],
	['Previous record', 'onstep', [-1]],
	['Play', 'ontoggle', []],
	['Next record', 'onstep', [1]],
	['To the end', 'onend', []],
	['Live', 'onlive', []]
] as const)('%s calls %s', async (name, callback, given) => {
	const { props } = await show();
	await page.getByRole('button', { name, exact: true }).click();
	expect(props[callback].mock.calls[0]?.slice(0, given.length)).toEqual(given);
});

test('while playing the button pauses', async () => {
	await show({ isPlaying: true });
	await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('before the first record there is nothing to go back to', async () => {
	await show({ current: -1, time: 0 });
	await expect.element(page.getByRole('button', { name: 'Previous record' })).toBeDisabled();
});

test('where the connection is over there is no live end', async () => {
	const { container } = await show({ canGoLive: false });
	expect(container.textContent).not.toContain('Live');
});

test('the scrubber says time and record in words', async () => {
	await show();
	await expect
		.element(page.getByRole('slider'))
		.toHaveAttribute('aria-valuetext', '2.000 of 4.000 ms, record 2 of 5');
});

test('it does so in Chinese', async () => {
	await show({}, 'zh');
	await expect
		.element(page.getByRole('slider', { name: '录制中的时间' }))
		.toHaveAttribute('aria-valuetext', '2.000 毫秒，共 4.000 毫秒，第 2 条记录，共 5 条');
});

test.each([
	['{ArrowRight}', 'onstep', 1],
	['{ArrowLeft}', 'onstep', -1],
	['{PageUp}', 'onstep', 10],
	['{Home}', 'onstart', undefined],
	['{End}', 'onend', undefined]
] as const)('on the scrubber %s calls %s', async (key, callback, value) => {
	const { container, props } = await show();
	container.querySelector<HTMLElement>('input[type="range"]')?.focus();
	await userEvent.keyboard(key);
	expect(props[callback].mock.calls).toEqual([value === undefined ? [] : [value]]);
});

test('dragging seeks in microseconds, from the origin', async () => {
	const { container, props } = await show({ origin: 1000 });
	const slider = container.querySelector<HTMLInputElement>('input[type="range"]');
	if (slider) slider.value = '500';
	slider?.dispatchEvent(new Event('input', { bubbles: true }));
	expect(props.onseek).toHaveBeenCalledWith(1500);
});

test('a speed is chosen by name', async () => {
	const { props } = await show();
	await userEvent.selectOptions(page.getByRole('combobox', { name: 'Speed' }), '1 record/s');
	expect(props.onspeed).toHaveBeenCalledWith('record');
});

test('each direction has its ticks in one path', async () => {
	const { container } = await show();
	const ticks = (side: string) =>
		container.querySelector(`path.${side}`)?.getAttribute('d')?.match(/M/g)?.length;
	expect([ticks('client'), ticks('server')]).toEqual([2, 2]);
});
