import { afterEach, expect, it, vi } from 'vitest';
import { ensureBrowser } from '../../scripts/ensure-browser.js';
import { findBrowser } from './find-browser.js';

const BROWSER = { path: '/opt/chrome', source: 'system' };

afterEach(() => vi.unstubAllEnvs());

it('takes the browser that CHROMIUM_PATH names', () => {
	vi.stubEnv('CHROMIUM_PATH', process.execPath);
	expect(findBrowser()).toEqual({ path: process.execPath, source: 'CHROMIUM_PATH' });
});

it('says so where CHROMIUM_PATH names no file', () => {
	vi.stubEnv('CHROMIUM_PATH', '/nowhere/chrome');
	expect(() => findBrowser()).toThrow(
		'CHROMIUM_PATH is /nowhere/chrome, and there is no file there'
	);
});

it('installs nothing where a browser is found', () => {
	const install = vi.fn();
	expect(ensureBrowser({ find: () => BROWSER, install })).toBe(BROWSER);
	expect(install).not.toHaveBeenCalled();
});

it('installs one where none is found', () => {
	let isInstalled = false;
	const install = () => (isInstalled = true);
	expect(ensureBrowser({ find: () => (isInstalled ? BROWSER : null), install })).toBe(BROWSER);
});

it('says what to do where none can be installed', () => {
	expect(() => ensureBrowser({ find: () => null, install: () => undefined })).toThrow(
		/none could be installed[\s\S]*CHROMIUM_PATH=/
	);
});
