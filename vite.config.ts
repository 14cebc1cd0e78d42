import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { wire101Lab } from './src/server/vite-plugin.ts';

export default defineConfig({
	plugins: [sveltekit(), wire101Lab()]
});
