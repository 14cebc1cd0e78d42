import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INTEGER_OPTIONS, TEXT_OPTIONS } from '#server/options.ts';

const readme = readFileSync('README.md', 'utf8');

function amount(variable: string, value: number): string {
	if (!variable.endsWith('_BYTES') || value % 1024 !== 0) return String(value);
	return value % 1024 ** 2 === 0 ? `${value / 1024 ** 2} MiB` : `${value / 1024} KiB`;
}

function optionsTable(): string {
	const rows = [
		...TEXT_OPTIONS.map(([, variable, fallback, meaning]) => [
			`\`${variable}\``,
			fallback && `\`${fallback}\``,
			'',
			meaning
		]),
		...INTEGER_OPTIONS.map(([, variable, fallback, lowest, highest, meaning]) => [
			`\`${variable}\``,
			amount(variable, fallback),
			`${amount(variable, lowest)} – ${amount(variable, highest)}`,
			meaning
		])
	];
	const lines = rows.map((cells) => `| ${cells.map((cell) => cell || '–').join(' | ')} |`);
	return ['| variable | default | range | what |', '|---|---|---|---|', ...lines].join('\n');
}

it('the README names every environment variable with its default and its range', () => {
	const [, table] = /<!-- options:.*?-->\n([\s\S]*?)\n?<!-- \/options -->/.exec(readme) ?? [];
	expect(table?.trim()).toBe(optionsTable());
});

it('the README names every script that package.json offers a newcomer', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		scripts: Record<string, string>;
	};
	for (const name of Object.keys(scripts)) {
		if (['start', 'test', 'preview'].includes(name)) continue;
		expect(readme).toContain(`npm run ${name}`);
	}
});
