/** What a host of the lab needs: loaded by Vite in development, compiled for preview. */
export { createLabServer } from './lab-server.ts';
export { parseOptions } from './options.ts';
