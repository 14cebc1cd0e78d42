/** Journeys through the transports lab: no page may throw on any of them. */
import { expect, test as base } from './fixtures.ts';
import { TransportsPage } from './transports-page.ts';

export { expect, inBothLanguages } from './fixtures.ts';

interface Journey {
	transports: TransportsPage;
	/** What the pages of this journey threw and nobody caught. */
	pageErrors: readonly Error[];
}

export const test = base.extend<Journey>({
	transports: async ({ page, language }, use) => use(new TransportsPage(page, language)),
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
