import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { findBrowser } from './tests/support/find-browser.js';
import viteConfig from './vite.config.ts';

/** ms. A busy machine is slow, not wrong: who waits for what must come waits long. */
const PATIENCE = { testTimeout: 30_000, expect: { poll: { timeout: 10_000 } } };

export default mergeConfig(
	viteConfig,
	defineConfig({
		test: {
			projects: [
				{
					extends: true,
					test: {
						name: 'unit',
						...PATIENCE,
						environment: 'node',
						include: [
							'src/**/*.test.ts',
							'tests/{conformance,server,support,transports}/**/*.test.ts'
						],
						exclude: ['src/**/*.svelte.test.ts']
					}
				},
				{
					extends: true,
					// Fetched late, and so found late: prepared in the middle of a run they would reload it.
					optimizeDeps: {
						include: ['d3-array', 'd3-scale', 'd3-shape', 'pako', 'uqr', 'valibot', 'virtua/svelte']
					},
					test: {
						name: 'component',
						...PATIENCE,
						include: ['src/**/*.svelte.test.ts'],
						browser: {
							enabled: true,
							headless: true,
							screenshotFailures: false,
							provider: playwright({ launchOptions: { executablePath: findBrowser()?.path } }),
							instances: [{ browser: 'chromium' }]
						}
					}
				}
			]
		}
	})
);
