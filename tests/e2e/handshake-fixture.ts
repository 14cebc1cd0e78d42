/** Journeys through the handshake lab: no page may throw on any of them. */
import { expect, test as base } from './fixtures.ts';
import { HandshakePage } from './handshake-page.ts';

export { expect, inBothLanguages } from './fixtures.ts';

interface Journey {
	handshake: HandshakePage;
	/** What the pages of this journey threw and nobody caught. */
	pageErrors: readonly Error[];
}

export const test = base.extend<Journey>({
	handshake: async ({ page, language }, use) => use(new HandshakePage(page, language)),
	pageErrors: [
		async ({ context }, use) => {
			const errors: Error[] = [];
			context.on('weberror', (thrown) => errors.push(thrown.error()));
			await use(errors);
			expect(errors).toEqual([]);
		},
		{ auto: true }
	]
});
