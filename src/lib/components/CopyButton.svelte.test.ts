import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import CopyButton from './CopyButton.svelte';

const labels = { label: 'Copy hex', copiedLabel: 'Copied', failedLabel: 'Not allowed to copy' };

function replaceClipboard(clipboard: Partial<Clipboard> | undefined) {
	Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
}

afterEach(() => {
	Reflect.deleteProperty(navigator, 'clipboard');
	vi.restoreAllMocks();
});

describe('CopyButton', () => {
	it('copies the text of now and says so', async () => {
		const writeText = vi.fn(async () => {});
		replaceClipboard({ writeText });
		const screen = await render(CopyButton, { ...labels, text: () => '81 05' });
		await screen.getByRole('button', { name: 'Copy hex' }).click();
		await expect.element(screen.getByRole('status')).toHaveTextContent('Copied');
		expect(writeText).toHaveBeenCalledExactlyOnceWith('81 05');
	});

	it('copies the older way where the clipboard API is missing', async () => {
		replaceClipboard(undefined);
		const execCommand = vi.spyOn(document, 'execCommand').mockReturnValue(true);
		const screen = await render(CopyButton, { ...labels, text: '81 05' });
		await screen.getByRole('button').click();
		await expect.element(screen.getByRole('status')).toHaveTextContent('Copied');
		expect(execCommand).toHaveBeenCalledExactlyOnceWith('copy');
	});

	it('says so when the browser refuses', async () => {
		replaceClipboard({ writeText: () => Promise.reject(new DOMException('no')) });
		vi.spyOn(document, 'execCommand').mockReturnValue(false);
		const screen = await render(CopyButton, { ...labels, text: '81 05' });
		await screen.getByRole('button').click();
		await expect.element(screen.getByRole('status')).toHaveTextContent('Not allowed to copy');
	});
});
