/** Cases in which the student is the server. */
import type { Case } from './cases.ts';

export const SERVER_CASES: readonly Case[] = [];
