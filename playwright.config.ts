import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/support/find-browser.js';

export default defineConfig({
	testDir: 'tests/e2e',
	timeout: 120_000,
	// A busy machine is slow, not wrong.
	expect: { timeout: 15_000 },
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	reporter: 'list',
	use: {
		trace: 'retain-on-failure',
		launchOptions: {
			...(findBrowser() && { executablePath: findBrowser()?.path }),
			args: ['--disable-background-networking', '--disable-component-update']
		}
	}
});
