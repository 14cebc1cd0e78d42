/** All that reads and draws the home page's own connection: loaded once the page itself stands. */
export { FirstConnection } from '#lib/state/workbench/first-connection.svelte.ts';
export { default as LiveHandshake } from './LiveHandshake.svelte';
