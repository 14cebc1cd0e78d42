import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SectionRef from './SectionRef.svelte';

describe('SectionRef', () => {
	it('shows the section, and says the whole name to a screen reader', async () => {
		const screen = await render(SectionRef, { section: '5.2' });
		const link = screen.getByRole('link', { name: 'RFC 6455 §5.2' });
		await expect.element(link).toHaveTextContent(/^§5\.2$/);
	});

	it('names the RFC where it is another one', async () => {
		const screen = await render(SectionRef, { section: 'RFC 7692 6.1' });
		await expect.element(screen.getByRole('link')).toHaveTextContent('RFC 7692 §6.1');
	});

	it('opens a new tab that knows nothing of this one', async () => {
		const screen = await render(SectionRef, { section: '5.2' });
		await expect.element(screen.getByRole('link')).toHaveAttribute('target', '_blank');
		await expect.element(screen.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
	});
});
