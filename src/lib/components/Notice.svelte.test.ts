import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Notice from './Notice.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>The lab channel was cut.</p>' }));

describe('Notice', () => {
	it.each([
		['polite', 'status'],
		['assertive', 'alert']
	] as const)('is announced: %s', async (announce, role) => {
		const screen = await render(Notice, { kind: 'warning', title: 'Lost', announce, children });
		await expect.element(screen.getByRole(role)).toHaveTextContent('Lost The lab channel was cut.');
	});

	it('is not announced where it stood from the start', async () => {
		const screen = await render(Notice, { kind: 'info', title: 'Lost', announce: 'off' });
		expect(screen.container.querySelector('[role]')).toBeNull();
	});

	it.each(['ok', 'warning', 'violation', 'waiting', 'info'] as const)(
		'tells %s by a shape as well as a colour',
		async (kind) => {
			const screen = await render(Notice, { kind, title: 'So it is' });
			expect(screen.container.querySelectorAll('svg path').length).toBeGreaterThan(0);
		}
	);

	it('shows hostile text as text', async () => {
		const screen = await render(Notice, { kind: 'info', title: '<img src=x onerror=alert(1)>' });
		expect(screen.container.querySelector('img')).toBeNull();
	});
});
