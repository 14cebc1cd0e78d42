/** Journeys through the frame lab. */
import { test as base } from './fixtures.ts';
import { FramesPage } from './frames-page.ts';

export { expect, inBothLanguages } from './fixtures.ts';

export const test = base.extend<{ frames: FramesPage }>({
	frames: async ({ page, language }, use) => use(new FramesPage(page, language))
});
