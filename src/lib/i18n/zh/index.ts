/** All the words. Pages load less: front.ts, bench.ts, and those of one lab. */
import { bench } from './bench.ts';
import { frameLab } from './frame-lab/index.ts';
import { handshakeLab } from './handshake-lab/index.ts';
import { transportsLab } from './transports-lab/index.ts';

export const zh = { ...bench, frameLab, handshakeLab, transportsLab };
