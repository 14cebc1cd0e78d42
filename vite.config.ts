import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { wire101Lab } from './src/server/vite-plugin.ts';
import { wire101Source } from './src/server/vite-source-plugin.ts';

/**
 * What every page loads is one file, what every page with a lab channel loads another, and so are
 * handfuls of small parts that the same pages need at the same time. The rest is split by the
 * bundler: with each page more it would cut these into ever smaller files, which compress worse.
 */
const groups = [
	{ name: 'site', test: /src[\\/]routes[\\/]\+layout|runtime[\\/]client[\\/]entry/, priority: 2 },
	{ name: 'channel', test: /state[\\/]session[\\/]lab-session/, priority: 1 },
	{ name: 'notices', test: /components[\\/](PageMeta|Badge|Notice)\.svelte/ },
	{
		name: 'basics',
		test: /frames[\\/]opcode|protocol[\\/]hex|i18n[\\/]format|violation-text|field-tree[\\/]format|section-link|SectionRef/
	},
	{ name: 'session', test: /state[\\/]session[\\/](draw-pace|iso-time|watchers)/ },
	{
		name: 'bytes',
		test: /frames[\\/](payload-length|masking)\.ts|protocol[\\/](base64|join-bytes)\.ts|http-token\.ts/
	},
	{ name: 'frames', test: /(close-payload|frames[\\/]violation|permessage-deflate|direction)\.ts/ },
	{ name: 'bits', test: /(opcode-text|close-code-text|cell-after-key|picking|code-points)\.ts/ },
	{ name: 'columns', test: /capture[\\/](bisect|number-column)\.ts/ },
	{
		name: 'bench',
		test: /workbench[\\/](player|workbench)\.svelte\.ts|late-diagrams|ChannelNotice|FieldFrame/
	},
	{ name: 'select', test: /SelectField/ },
	{ name: 'panes', test: /StateMachines|ConversationPane|PlayerPane|load-inflate/ },
	{ name: 'sides', test: /ViewsRow|SidesPane|NumberField/ }
];

/**
 * The list of all pages is part of every page: it names the styles that each needs, and not the
 * scripts, which the pages name themselves. A link is followed in advance when it is pointed at.
 */
const modulePreload = {
	resolveDependencies: (_file: string, files: string[], { hostId }: { hostId: string }) =>
		hostId.includes('entry/app') ? files.filter((file) => !/chunks\/.+\.js$/.test(file)) : files
};

export default defineConfig({
	plugins: [sveltekit(), wire101Lab(), wire101Source()],
	environments: {
		client: {
			build: { modulePreload, rolldownOptions: { output: { codeSplitting: { groups } } } }
		}
	}
});
