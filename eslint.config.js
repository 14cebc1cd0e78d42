import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'playwright-report/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-invalid-void-type': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }
			],
			// Captured bytes are hostile text: nothing is ever rendered as HTML.
			'svelte/no-at-html-tags': 'error',
			'no-restricted-properties': [
				'error',
				{ property: 'innerHTML', message: 'Captured bytes are hostile text.' },
				{ object: 'Math', property: 'random', message: 'Randomness is a parameter.' }
			],
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		// Playwright reads the names of fixtures from the pattern, also where there are none.
		files: ['tests/e2e/**'],
		rules: { 'no-empty-pattern': 'off' }
	},
	{
		files: ['src/lib/protocol/**', 'src/lib/capture/**'],
		ignores: ['**/*.test.ts'],
		rules: {
			// Pure rooms: no clock, no randomness, no DOM, no Node.
			'no-restricted-globals': [
				'error',
				'window',
				'document',
				'navigator',
				'performance',
				'crypto',
				'process',
				'Buffer',
				'fetch',
				'WebSocket',
				'setTimeout',
				'setInterval',
				'Date'
			]
		}
	}
);
