/** Cases in which the student is the client. */
import type { Case } from './cases.ts';

export const CLIENT_CASES: readonly Case[] = [];
