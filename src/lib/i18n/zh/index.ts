import { shell } from './shell.ts';

export const zh = { shell };
